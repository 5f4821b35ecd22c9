import QtQuick
import Paihao.Kit

// One line of text that becomes smaller before it would be cut. Its height is that of its signs, `lineFactor` times
// their size: the face brings half as much again in air, which a wall cannot spare.
Item {
    id: line

    property alias text: label.text
    property alias color: label.color
    property alias font: label.font
    property alias horizontalAlignment: label.horizontalAlignment
    property real lineFactor: 1.15

    implicitWidth: label.implicitWidth
    implicitHeight: label.font.pixelSize * lineFactor

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Text {
        id: label

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -0.06 * font.pixelSize // the signs stand below the middle of their line
        color: Theme.ink
        font.family: Theme.family
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.captionPx * 0.6
        maximumLineCount: 1
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
    }
}
