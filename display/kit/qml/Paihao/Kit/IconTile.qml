import QtQuick

// An icon on its colour. `tone` is a name that Theme.tone knows; `letter` stands below the icon so that colour
// carries nothing alone.
Rectangle {
    id: tile

    property string iconName: ""
    property string tone: "action"
    property string letter: ""

    color: Theme.tone(tone)

    Icon {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: tile.letter === "" ? 0 : -parent.height * 0.1
        width: parent.width * (tile.letter === "" ? 0.58 : 0.5)
        height: width
        name: tile.iconName
        color: Theme.inkOn(tile.tone)
    }

    Text {
        visible: text !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: parent.height * 0.05
        text: tile.letter
        color: Theme.inkOn(tile.tone)
        font.family: Theme.family
        font.pixelSize: Math.max(0.2 * parent.height, Theme.captionPx)
        font.bold: true
        textFormat: Text.PlainText
    }
}
