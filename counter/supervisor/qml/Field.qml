import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A name and the line to fill in below it. The field itself is called `fieldName`.
ColumnLayout {
    id: entry

    property string name: ""
    property string fieldName: ""
    property alias text: field.text
    property alias echoMode: field.echoMode
    property alias inputMethodHints: field.inputMethodHints
    property alias maximumLength: field.maximumLength

    signal accepted

    function take(): void {
        field.forceActiveFocus();
    }

    spacing: Theme.tiny

    QuietText {
        text: entry.name
        Layout.fillWidth: true
    }

    EntryField {
        id: field

        objectName: entry.fieldName
        name: entry.name
        font.pixelSize: Theme.bodyPx
        implicitHeight: 0.78 * Theme.targetEdge
        Layout.fillWidth: true
        onAccepted: entry.accepted()
    }
}
