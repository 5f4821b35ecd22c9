import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One window: its number, how it stands by icon, word and colour, the number in hand, how long, who.
// What is as it should be is a quiet card with a coloured edge; what wants a look is filled.
T.AbstractButton {
    id: tile

    required property int window
    required property string tone
    required property string iconName
    required property string stateWord
    required property string number
    required property string brief
    required property string line
    required property string who
    required property string spoken
    required property bool isChosen
    property bool isCurrent: false

    readonly property bool isFilled: tone === "bad"
    readonly property bool isQuiet: tone === "quiet"
    readonly property color inkNow: isFilled ? Theme.inkOnBad : isQuiet ? Theme.quietInk : Theme.ink
    readonly property color edge: tone === "busy" ? Theme.accept : tone === "free" ? Theme.good
                                : tone === "warn" ? Theme.warn : tone === "bad" ? Theme.bad : Theme.line
    readonly property real textPx: Math.max(Theme.captionPx, Math.min(1.3 * Theme.leadPx, height / 6.1))
    readonly property real rowPx: 1.42 * textPx
    readonly property bool hasLine: height > 3 * rowPx + Theme.tiny
    readonly property bool hasWho: height > 4 * rowPx + Theme.tiny

    objectName: "window-" + window
    focusPolicy: Qt.ClickFocus
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.onPressAction: tile.click()

    background: Rectangle {
        color: tile.isFilled ? Theme.bad : tile.tone === "warn" ? Theme.warnTint
             : tile.isQuiet ? Theme.ground : tile.down ? Theme.pressedSurface : Theme.surface
        radius: Math.min(Theme.smallRadius, tile.height / 8)
        border.width: tile.isChosen ? 4 * Theme.hair : tile.tone === "warn" ? 2 * Theme.hair : Theme.hair
        border.color: tile.isChosen ? Theme.action : tile.tone === "warn" ? Theme.warn : Theme.line

        Rectangle {
            visible: !tile.isQuiet && !tile.isFilled && !tile.isChosen
            color: tile.edge
            radius: parent.radius
            width: Math.max(3, 8 * Theme.unit)
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
        }

        FocusRing {
            visible: tile.isCurrent
            radius: parent.radius
        }
    }

    contentItem: Item {
        ColumnLayout {
            anchors.fill: parent
            anchors.leftMargin: Math.max(7, 20 * Theme.unit)
            anchors.rightMargin: Math.max(4, 12 * Theme.unit)
            anchors.topMargin: 2
            anchors.bottomMargin: 2
            spacing: 0

            RowLayout {
                spacing: 0.25 * tile.textPx
                Layout.fillWidth: true
                Layout.fillHeight: true

                TileText {
                    text: tile.window
                    ink: tile.inkNow
                    px: tile.textPx
                    font.bold: true
                    Layout.preferredWidth: implicitWidth
                }

                TileText {
                    text: tile.hasLine ? tile.stateWord : tile.brief
                    ink: tile.inkNow
                    px: tile.textPx
                    horizontalAlignment: Text.AlignRight
                    Layout.fillWidth: true
                }

                Icon {
                    name: tile.iconName
                    color: tile.isFilled || tile.isQuiet ? tile.inkNow : tile.edge === Theme.line ? Theme.quietInk : tile.edge
                    weight: 2.2
                    Layout.preferredWidth: 1.15 * tile.textPx
                    Layout.preferredHeight: 1.15 * tile.textPx
                }
            }

            TileText {
                text: !tile.hasLine ? tile.stateWord + (tile.number === "" ? "" : " " + tile.number) : tile.number
                ink: tile.inkNow
                px: tile.hasWho ? 1.25 * tile.textPx : tile.textPx
                font.bold: tile.hasLine
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            TileText {
                visible: tile.hasLine
                text: tile.line
                ink: tile.inkNow
                px: Math.max(Theme.captionPx, 0.85 * tile.textPx)
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            TileText {
                visible: tile.hasWho
                text: tile.who
                ink: tile.isFilled ? tile.inkNow : Theme.quietInk
                px: Math.max(Theme.captionPx, 0.85 * tile.textPx)
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }

    component TileText: Text {
        property color ink: Theme.ink
        property real px: Theme.captionPx

        color: ink
        font.family: Theme.family
        font.pixelSize: px
        font.features: ({ "tnum": 1 })
        fontSizeMode: Text.Fit
        minimumPixelSize: 0.6 * px
        verticalAlignment: Text.AlignVCenter
        maximumLineCount: 1
        textFormat: Text.PlainText
    }
}
