import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A name and the field to fill in below it. `objectName` of the field is `fieldName`.
ColumnLayout {
    id: entry

    property string name: ""
    property string fieldName: ""
    property alias text: field.text
    property alias echoMode: field.echoMode
    property alias inputMethodHints: field.inputMethodHints

    signal accepted

    function take(): void {
        field.forceActiveFocus();
    }

    spacing: Theme.tiny

    BodyText {
        text: entry.name
        Layout.fillWidth: true
    }

    EntryField {
        id: field

        objectName: entry.fieldName
        name: entry.name
        Layout.fillWidth: true
        onAccepted: entry.accepted()
    }
}
