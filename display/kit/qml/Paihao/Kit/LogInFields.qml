import QtQuick
import QtQuick.Layouts

// Which member of staff it is. A password does not stay in its field once it was submitted.
ColumnLayout {
    id: fields

    property bool isSmall: false
    property alias clerk: number.text

    signal submitted(clerk: string, password: string)

    function begin(): void {
        if (number.text === "")
            number.take();
        else
            password.take();
    }

    function submit(): void {
        fields.submitted(number.text, password.text);
        password.text = "";
    }

    spacing: Theme.gap

    NamedField {
        id: number

        name: qsTr("工号")
        fieldName: "clerk"
        isSmall: fields.isSmall
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhPreferNumbers
        Layout.fillWidth: true
        onAccepted: password.take()
    }

    NamedField {
        id: password

        name: qsTr("密码")
        fieldName: "password"
        isSmall: fields.isSmall
        echoMode: TextInput.Password
        Layout.fillWidth: true
        onAccepted: fields.submit()
    }
}
