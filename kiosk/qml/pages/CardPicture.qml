pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A card above a reader, drawn: which card, and that it is laid flat. `hasChip` draws the social security card.
// Without room for a picture worth looking at there is its name alone.
ColumnLayout {
    id: picture

    property string text: ""
    property bool hasChip: false
    property real edge: 4 * Theme.targetEdge
    property real textEdge: edge

    spacing: Theme.gap

    Item {
        visible: picture.edge > 1.8 * Theme.targetEdge
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: picture.edge
        Layout.preferredHeight: picture.edge * 0.72

        Rectangle {
            id: card

            readonly property real cell: height / 10

            anchors.horizontalCenter: parent.horizontalCenter
            width: parent.width * 0.78
            height: width * 0.63
            color: picture.hasChip ? Theme.infoTint : Theme.goodTint
            radius: Theme.smallRadius
            border.width: 2 * Theme.hair
            border.color: Theme.quietInk

            Rectangle {
                visible: picture.hasChip
                x: 1.4 * card.cell
                y: 3.4 * card.cell
                width: 2.8 * card.cell
                height: 2.3 * card.cell
                radius: 0.4 * card.cell
                color: Theme.pickup
                border.width: Theme.hair
                border.color: Theme.quietInk
            }

            Rectangle {
                x: parent.width - width - 1.2 * card.cell
                y: 1.6 * card.cell
                width: 4 * card.cell
                height: 5 * card.cell
                radius: 0.4 * card.cell
                color: Theme.surface
                border.width: Theme.hair
                border.color: Theme.line

                Icon {
                    anchors.centerIn: parent
                    width: parent.width * 0.9
                    height: width
                    name: "person"
                    color: Theme.quietInk
                }
            }

            Column {
                x: 1.4 * card.cell
                y: picture.hasChip ? 7 * card.cell : 1.8 * card.cell
                spacing: 0.75 * card.cell

                Repeater {
                    model: picture.hasChip ? 2 : 4

                    Rectangle {
                        required property int index

                        width: (index % 2 === 0 ? 5.4 : 4) * card.cell
                        height: 0.55 * card.cell
                        radius: height / 2
                        color: Theme.quietInk
                        opacity: 0.55
                    }
                }
            }

            Rectangle {
                visible: !picture.hasChip
                x: 1.4 * card.cell
                y: 7.9 * card.cell
                width: 11 * card.cell
                height: 0.7 * card.cell
                radius: height / 2
                color: Theme.quietInk
                opacity: 0.55
            }
        }

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: pad.top
            anchors.bottomMargin: Theme.tiny
            width: Theme.iconEdge * 0.8
            height: width
            rotation: 90
            name: "forward"
            weight: 2.4
            color: Theme.action
        }

        Rectangle {
            id: pad

            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.small * 1.6
            radius: height / 2
            color: Theme.action
        }
    }

    BodyText {
        text: picture.text
        horizontalAlignment: Text.AlignHCenter
        font.bold: true
        Layout.alignment: Qt.AlignHCenter
        Layout.maximumWidth: picture.textEdge
    }
}
