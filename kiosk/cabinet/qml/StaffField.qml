import QtQuick
import Paihao.Kit

// A field for the keys below it or plugged-in ones. It stays the chosen one while keys on the screen are pressed.
EntryField {
    id: entry

    property bool isChosen: false

    isLit: isChosen
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    implicitWidth: 4 * Theme.targetEdge
    activeFocusOnTab: true

    BodyText {
        visible: entry.text === ""
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: entry.name
        color: Theme.quietInk
        Accessible.ignored: true
    }
}
