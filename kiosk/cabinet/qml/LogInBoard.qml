import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// Staff without a card at hand: number and password, by the keys on the screen or plugged-in ones.
ColumnLayout {
    id: board

    required property CabinetModel model
    property bool isWide: false
    property StaffField chosen: clerk

    function submit(): void {
        if (board.chosen === clerk && password.text === "") {
            board.chosen = password;
            password.forceActiveFocus();
            return;
        }
        board.model.logIn(clerk.text, password.text);
        password.text = "";
    }

    spacing: Theme.gap

    onVisibleChanged: {
        clerk.text = "";
        password.text = "";
        board.chosen = clerk;
    }

    GridLayout {
        columns: board.isWide ? 3 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.small
        Layout.fillWidth: true
        Layout.fillHeight: false

        StaffField {
            id: clerk

            objectName: "clerk"
            name: qsTr("工号")
            isChosen: board.chosen === clerk
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferNumbers
            onActiveFocusChanged: if (activeFocus)
                board.chosen = clerk
            onAccepted: board.submit()
            Layout.fillWidth: true
        }

        StaffField {
            id: password

            objectName: "password"
            name: qsTr("密码")
            isChosen: board.chosen === password
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            onActiveFocusChanged: if (activeFocus)
                board.chosen = password
            onAccepted: board.submit()
            Layout.fillWidth: true
        }

        PrimaryButton {
            objectName: "log-in"
            text: qsTr("登录")
            iconName: "person"
            onClicked: {
                board.chosen = password;
                board.submit();
            }
            Layout.fillWidth: !board.isWide
        }
    }

    StaffKeys {
        doneText: board.chosen === clerk ? qsTr("下一项") : qsTr("登录")
        onTyped: sign => board.chosen.text += sign
        onErased: board.chosen.text = board.chosen.text.slice(0, -1)
        onEntered: board.submit()
        Layout.fillWidth: true
        Layout.fillHeight: true
    }
}
