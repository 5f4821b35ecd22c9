import QtQuick
import QtQuick.Layouts

// A big choice: an icon on its colour, a word, and a line that says what it means. `tone` is a name that
// Theme.tone knows; `letter` stands beside the icon so that colour carries nothing alone. Upright, the icon
// stands above the words.
SurfaceButton {
    id: card

    property string iconName: ""
    property string tone: "action"
    property string letter: ""
    property bool isUpright: false
    property bool isLarge: isUpright

    implicitWidth: 4 * Theme.targetEdge
    implicitHeight: Math.max(1.9 * Theme.targetEdge, grid.implicitHeight + 2 * Theme.gap)
    opacity: enabled ? 1 : 0.5

    contentItem: Item {
        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: card.isUpright ? Theme.gap : Theme.wide * 0.8
            anchors.rightMargin: anchors.leftMargin
            anchors.verticalCenter: parent.verticalCenter
            columns: card.isUpright ? 1 : 3
            columnSpacing: Theme.gap * 1.3
            rowSpacing: Theme.gap

            IconTile {
                readonly property real edge: Theme.largeIconEdge * (card.isLarge ? 1.5 : 1.1)

                iconName: card.iconName
                tone: card.tone
                letter: card.letter
                radius: Theme.radius * 0.8
                Layout.alignment: Qt.AlignHCenter | Qt.AlignVCenter
                Layout.preferredWidth: edge
                Layout.preferredHeight: edge
            }

            ColumnLayout {
                spacing: Theme.tiny
                Layout.fillWidth: true

                Text {
                    text: card.text
                    color: Theme.ink
                    font.family: Theme.family
                    font.pixelSize: card.isLarge ? Theme.titlePx : Theme.leadPx * 1.1
                    font.bold: true
                    horizontalAlignment: card.isUpright ? Text.AlignHCenter : Text.AlignLeft
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                    Layout.fillWidth: true
                }

                Text {
                    visible: text !== ""
                    text: card.hint
                    color: Theme.quietInk
                    font.family: Theme.family
                    font.pixelSize: Theme.bodyPx
                    horizontalAlignment: card.isUpright ? Text.AlignHCenter : Text.AlignLeft
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                    Layout.fillWidth: true
                }
            }

            Icon {
                visible: !card.isUpright
                name: "forward"
                color: Theme.quietInk
                Layout.preferredWidth: Theme.iconEdge * 0.75
                Layout.preferredHeight: Theme.iconEdge * 0.75
            }
        }
    }
}
