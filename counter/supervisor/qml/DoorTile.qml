import QtQuick
import QtQuick.Templates as T
import Paihao.Kit

// One door of a cabinet: its number and its sign. What is as it should be is quiet; trouble is filled.
T.AbstractButton {
    id: door

    required property string key
    required property string cabinet
    required property int number
    required property string sign
    required property string tone
    required property string spoken
    required property bool isChosen
    required property bool isDim
    property bool isCurrent: false

    readonly property bool isFilled: tone === "bad" || tone === "info"
    readonly property color inkNow: tone === "bad" ? Theme.inkOnBad : tone === "info" ? Theme.inkOnAccept
                                  : tone === "quiet" ? Theme.quietInk : Theme.ink
    readonly property color edge: tone === "busy" ? Theme.accept : tone === "good" ? Theme.good
                                : tone === "warn" ? Theme.warn : Theme.quietInk
    readonly property bool isFlat: width > 1.7 * height
    readonly property real textPx: Math.max(9, isFlat ? Math.min(1.2 * Theme.leadPx, 0.52 * height, width / 4.2)
                                                      : Math.min(1.2 * Theme.leadPx, 0.36 * height, width / 2.2))

    objectName: "door-" + key
    focusPolicy: Qt.ClickFocus
    opacity: isDim ? 0.6 : 1
    Accessible.role: Accessible.Button
    Accessible.name: spoken
    Accessible.onPressAction: door.click()

    background: Rectangle {
        color: door.tone === "bad" ? Theme.bad : door.tone === "info" ? Theme.accept
             : door.tone === "warn" ? Theme.warnTint : door.tone === "busy" ? Theme.infoTint
             : door.tone === "quiet" ? Theme.pressedSurface : door.down ? Theme.pressedSurface : Theme.surface
        radius: Math.min(Theme.smallRadius / 2, door.height / 8)
        border.width: door.isChosen ? 4 * Theme.hair : door.tone === "warn" ? 2 * Theme.hair : Theme.hair
        border.color: door.isChosen ? Theme.focus : door.tone === "warn" ? Theme.warn : Theme.line

        FocusRing {
            visible: door.isCurrent
            radius: parent.radius
        }
    }

    contentItem: Item {
        Text {
            id: label

            text: door.number
            color: door.inkNow
            font.family: Theme.family
            font.pixelSize: door.textPx
            font.bold: door.tone !== "good" && door.tone !== "quiet"
            font.features: ({ "tnum": 1 })
            textFormat: Text.PlainText
            x: door.isFlat ? 0.5 * door.textPx : (parent.width - width) / 2
            y: door.isFlat ? (parent.height - height) / 2 : parent.height / 2 - 0.88 * height
        }

        DoorSign {
            sign: door.sign
            color: door.isFilled ? door.inkNow : door.edge
            width: 1.15 * door.textPx
            height: width
            x: door.isFlat ? parent.width - width - 0.5 * door.textPx : (parent.width - width) / 2
            y: door.isFlat ? (parent.height - height) / 2 : parent.height / 2 + 0.1 * door.textPx
        }
    }
}
