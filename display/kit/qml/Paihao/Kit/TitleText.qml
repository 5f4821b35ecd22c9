import QtQuick

// The one sentence a page is about.
Text {
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.titlePx
    font.bold: true
    lineHeight: 1
    wrapMode: Text.Wrap
    textFormat: Text.PlainText
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
