import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
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

    T.TextField {
        id: field

        objectName: entry.fieldName
        color: Theme.ink
        font.family: Theme.family
        font.pixelSize: Theme.bodyPx
        leftPadding: Theme.small
        rightPadding: Theme.small
        verticalAlignment: TextInput.AlignVCenter
        selectByMouse: true
        selectionColor: Theme.action
        selectedTextColor: Theme.inkOnAction
        implicitHeight: 0.78 * Theme.targetEdge
        Layout.fillWidth: true
        Accessible.name: entry.name
        onAccepted: entry.accepted()

        background: Rectangle {
            color: Theme.surface
            radius: Theme.smallRadius
            border.width: field.activeFocus ? 2 * Theme.hair : Theme.hair
            border.color: field.activeFocus ? Theme.action : Theme.quietInk
        }
    }
}
