import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A big choice that fits into whatever height and width it is given: what it means is said while there is room
// for it, who waits is said always.
SurfaceButton {
    id: card

    property string iconName: ""
    property string tone: "action"
    property string letter: ""
    property string means: ""
    property string waiting: ""
    property bool isLarge: true

    readonly property real step: Theme.targetEdge * Theme.textFactor
    readonly property bool isNarrow: width < 6.5 * step
    readonly property bool isTall: isLarge && height >= 2.15 * step && !isNarrow
    readonly property bool isLow: height < (isNarrow ? 1.75 : 1.35) * step // what is narrow wraps

    implicitWidth: 4 * Theme.targetEdge
    implicitHeight: 1.9 * Theme.targetEdge

    Accessible.description: means + " " + waiting

    contentItem: Item {
        RowLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: card.isNarrow ? Theme.small : Theme.gap
            anchors.rightMargin: anchors.leftMargin
            anchors.verticalCenter: parent.verticalCenter
            spacing: card.isNarrow ? Theme.small : Theme.gap

            IconTile {
                readonly property real edge: Math.min(card.height - 2 * Theme.small, (card.isNarrow ? 0.7 : card.isLarge && card.height > 2 * Theme.targetEdge ? 1.4 : 1) * Theme.largeIconEdge)

                iconName: card.iconName
                tone: card.tone
                letter: card.letter
                radius: 0.18 * edge
                Layout.preferredWidth: edge
                Layout.preferredHeight: edge
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                BodyText {
                    text: card.text
                    font.bold: true
                    font.pixelSize: card.isTall ? Theme.titlePx : card.isNarrow || card.height < 1.35 * card.step ? Theme.bodyPx : Theme.leadPx
                    Layout.fillWidth: true
                }

                BodyText {
                    visible: text !== "" && (card.isTall || (card.waiting === "" && !card.isLow))
                    text: card.means
                    color: Theme.quietInk
                    Layout.fillWidth: true
                }

                BodyText {
                    visible: text !== ""
                    text: card.waiting
                    color: Theme.quietInk
                    font.pixelSize: card.isNarrow ? Theme.captionPx : Theme.bodyPx
                    Layout.fillWidth: true
                }
            }

            Icon {
                visible: !card.isNarrow
                name: "forward"
                color: Theme.quietInk
                Layout.preferredWidth: Theme.iconEdge * 0.75
                Layout.preferredHeight: Theme.iconEdge * 0.75
            }
        }
    }
}
