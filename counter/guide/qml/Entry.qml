import QtQuick
import QtQuick.Templates as T
import Paihao.Kit

// A field for any keyboard: the tablet's own, a plugged-in one, or the keys below it. What stands in it is the model's.
T.TextField {
    id: entry

    property string name: ""
    property string held: ""

    signal changed(text: string)

    text: held
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.leadPx
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    selectionColor: Theme.action
    selectedTextColor: Theme.inkOnAction
    placeholderText: name
    implicitHeight: Theme.targetEdge
    implicitWidth: 6 * Theme.targetEdge
    Accessible.name: name
    onHeldChanged: if (text !== held)
        text = held
    onTextEdited: entry.changed(entry.text)

    background: Rectangle {
        color: Theme.surface
        radius: Theme.smallRadius
        border.width: entry.activeFocus ? 2 * Theme.hair : Theme.hair
        border.color: entry.activeFocus ? Theme.action : Theme.quietInk

        BodyText {
            visible: entry.text === "" && entry.preeditText === ""
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: entry.name
            color: Theme.quietInk
        }
    }
}
