import QtQuick

// A ticket's number: large, bold, one line, shrinking before it would be cut.
Text {
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.hugePx
    font.bold: true
    minimumPixelSize: Theme.leadPx
    fontSizeMode: Text.HorizontalFit
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    maximumLineCount: 1
    textFormat: Text.PlainText
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
