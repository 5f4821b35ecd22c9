import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// A big choice that fits into whatever height and width it is given: what it means is said while there is room
// for it, who waits is said always.
T.AbstractButton {
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
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: means + " " + waiting
    Accessible.onPressAction: card.click()
    Keys.onReturnPressed: card.click()
    Keys.onEnterPressed: card.click()

    background: Rectangle {
        color: card.down ? Theme.pressedSurface : Theme.surface
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.line

        FocusRing {
            visible: card.visualFocus
        }
    }

    contentItem: Item {
        RowLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: card.isNarrow ? Theme.small : Theme.gap
            anchors.rightMargin: anchors.leftMargin
            anchors.verticalCenter: parent.verticalCenter
            spacing: card.isNarrow ? Theme.small : Theme.gap

            Rectangle {
                readonly property real edge: Math.min(card.height - 2 * Theme.small, (card.isNarrow ? 0.7 : card.isLarge && card.height > 2 * Theme.targetEdge ? 1.4 : 1) * Theme.largeIconEdge)

                color: Theme.tone(card.tone)
                radius: 0.18 * edge
                Layout.preferredWidth: edge
                Layout.preferredHeight: edge

                Icon {
                    anchors.centerIn: parent
                    anchors.verticalCenterOffset: card.letter === "" ? 0 : -parent.height * 0.1
                    width: parent.width * (card.letter === "" ? 0.58 : 0.5)
                    height: width
                    name: card.iconName
                    color: Theme.inkOn(card.tone)
                }

                Text {
                    visible: text !== ""
                    anchors.horizontalCenter: parent.horizontalCenter
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: parent.height * 0.05
                    text: card.letter
                    color: Theme.inkOn(card.tone)
                    font.family: Theme.family
                    font.pixelSize: Math.max(0.2 * parent.height, Theme.captionPx)
                    font.bold: true
                    textFormat: Text.PlainText
                }
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
