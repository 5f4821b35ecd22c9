import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// Who sits at the desk; and on the locked page, whether it is the same person.
FocusScope {
    id: page

    required property GuideModel model
    readonly property bool isLocked: model.page === "locked"

    function submit(): void {
        page.model.logIn(page.isLocked ? page.model.clerk : clerk.text, password.text);
        password.text = "";
    }

    function begin(): void {
        if (clerk.visible && clerk.text === "")
            clerk.forceActiveFocus();
        else
            password.forceActiveFocus();
    }

    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    Component.onCompleted: if (visible)
        begin()
    onVisibleChanged: if (visible)
        begin()

    Connections {
        target: page.model

        function onIsSignedInChanged(): void { // the next guide types another number
            if (page.model.isSignedIn)
                clerk.text = "";
        }
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 9 * Theme.targetEdge)
        spacing: Theme.gap

        TitleText {
            id: title

            objectName: "title"
            text: page.model.title
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "hint"
            visible: text !== ""
            text: page.model.hint
            color: Theme.quietInk
            Layout.fillWidth: true
        }

        Entry {
            id: clerk

            objectName: "clerk"
            visible: !page.isLocked
            name: qsTr("工号")
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferNumbers
            Layout.fillWidth: true
            onAccepted: password.forceActiveFocus()
        }

        Entry {
            id: password

            objectName: "password"
            name: qsTr("密码")
            echoMode: TextInput.Password
            inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
            Layout.fillWidth: true
            onAccepted: page.submit()
        }

        Notice {
            objectName: "notice"
            visible: page.model.noticeTitle !== ""
            tone: page.model.tone
            title: page.model.noticeTitle
            text: page.model.noticeText
            Layout.fillWidth: true
        }

        PrimaryButton {
            objectName: "log-in"
            text: page.isLocked ? qsTr("继续") : qsTr("登录")
            iconName: "person"
            enabled: !page.model.isWorking
            Layout.fillWidth: true
            onClicked: page.submit()
        }
    }
}
