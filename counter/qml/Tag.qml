import QtQuick
import Paihao.Kit

// A short mark on a ticket: a right, an appointment, a language.
Rectangle {
    id: tag

    property string text: ""
    property string tone: "info"

    color: Theme.tint(tone)
    radius: Theme.smallRadius / 2
    border.width: Theme.hair
    border.color: Theme.tone(tone)
    implicitWidth: label.implicitWidth + 2 * Theme.tiny
    implicitHeight: 1.5 * Theme.captionPx

    Text {
        id: label

        anchors.centerIn: parent
        text: tag.text
        color: Theme.tone(tag.tone)
        font.family: Theme.family
        font.pixelSize: Theme.captionPx
        font.bold: true
        textFormat: Text.PlainText
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
