import QtQuick
import QtQuick.Templates as T

// A line to type in, at any keyboard. Its name is read aloud; where it is to be seen, too, the page writes it.
// It `isLit` while the keys are its own.
T.TextField {
    id: field

    property string name: ""
    property bool isLit: activeFocus

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.leadPx
    leftPadding: Theme.small
    rightPadding: Theme.small
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    selectionColor: Theme.action
    selectedTextColor: Theme.inkOnAction
    implicitHeight: Theme.targetEdge
    Accessible.name: name

    background: Rectangle {
        color: Theme.surface
        radius: Theme.smallRadius
        border.width: field.isLit ? 2 * Theme.hair : Theme.hair
        border.color: field.isLit ? Theme.action : Theme.quietInk
    }
}
