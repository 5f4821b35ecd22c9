import QtQuick

// What must be read.
Text {
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.bodyPx
    lineHeight: Theme.lineHeight
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
