import QtQuick
import Paihao.Kit

// A field for any keyboard: the tablet's own, a plugged-in one, or the keys below it. What stands in it is the model's.
EntryField {
    id: entry

    property string held: ""

    signal changed(text: string)

    text: held
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    placeholderText: name
    implicitWidth: 6 * Theme.targetEdge
    onHeldChanged: if (text !== held)
        text = held
    onTextEdited: entry.changed(entry.text)

    BodyText {
        visible: entry.text === "" && entry.preeditText === ""
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        text: entry.name
        color: Theme.quietInk
    }
}
