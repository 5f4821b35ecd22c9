import QtQuick
import QtQuick.Templates as T
import Paihao.Kit

// A field for the keys below it or plugged-in ones. It stays the chosen one while keys on the screen are pressed.
T.TextField {
    id: entry

    property string name: ""
    property bool isChosen: false

    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.leadPx
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    verticalAlignment: TextInput.AlignVCenter
    selectionColor: Theme.action
    selectedTextColor: Theme.inkOnAction
    placeholderText: name
    implicitHeight: Theme.targetEdge
    implicitWidth: 4 * Theme.targetEdge
    activeFocusOnTab: true
    Accessible.name: name

    background: Rectangle {
        color: Theme.surface
        radius: Theme.smallRadius
        border.width: entry.isChosen ? 2 * Theme.hair : Theme.hair
        border.color: entry.isChosen ? Theme.action : Theme.quietInk

        BodyText {
            visible: entry.text === ""
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            text: entry.name
            color: Theme.quietInk
        }
    }
}
