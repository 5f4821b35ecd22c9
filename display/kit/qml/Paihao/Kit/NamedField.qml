import QtQuick
import QtQuick.Layouts

// A name and the line to fill in below it, for any keyboard. The field itself is called `fieldName`.
ColumnLayout {
    id: entry

    property string name: ""
    property string fieldName: ""
    property bool isSmall: false
    property alias text: field.text
    property alias echoMode: field.echoMode
    property alias inputMethodHints: field.inputMethodHints
    property alias maximumLength: field.maximumLength

    signal accepted

    function take(): void {
        field.forceActiveFocus();
    }

    spacing: Theme.tiny

    BodyText {
        text: entry.name
        color: entry.isSmall ? Theme.quietInk : Theme.ink
        font.pixelSize: entry.isSmall ? Theme.captionPx : Theme.bodyPx
        Layout.fillWidth: true
    }

    EntryField {
        id: field

        objectName: entry.fieldName
        name: entry.name
        font.pixelSize: entry.isSmall ? Theme.bodyPx : Theme.leadPx
        implicitHeight: entry.isSmall ? 0.78 * Theme.targetEdge : Theme.targetEdge
        Layout.fillWidth: true
        onAccepted: entry.accepted()
    }
}
