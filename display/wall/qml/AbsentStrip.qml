pragma ComponentBehavior: Bound
import QtQuick
import Paihao.Kit
import Paihao.Wall

// 过号: numbers called in vain whose holders may still come. More than have room are shown in turns.
Panel {
    id: strip

    required property WallModel model
    required property SecondLanguage second
    readonly property real px: model.plan.besidePx
    readonly property real placeWidth: (0.6 * longest + 0.7) * px
    readonly property int longest: Math.max(3, ...model.absent.map(each => each.number.length))
    readonly property real room: width - numbers.x - 0.3 * px
    readonly property bool hasTurns: model.absent.length * placeWidth > room
    readonly property int places: Math.max(1, Math.floor((room - (hasTurns ? 1.3 * px : 0)) / placeWidth))
    readonly property int turns: Math.max(1, Math.ceil(model.absent.length / places))
    property int turn: 0

    objectName: "absent"

    TwoTexts {
        id: label

        anchors.left: parent.left
        anchors.leftMargin: strip.px * 0.3
        anchors.verticalCenter: parent.verticalCenter
        width: strip.px * 3.1
        name: "absent-label"
        first: strip.model.absent.length > 0 ? qsTr("过号未到") : qsTr("暂无过号")
        second: strip.second.of("AbsentStrip", strip.model.absent.length > 0 ? "过号未到" : "暂无过号")
        color: Theme.quietInk
        px: strip.px * 0.56
        secondPx: strip.px * 0.4
    }

    Row {
        id: numbers

        x: strip.px * 3.6
        height: parent.height

        Repeater {
            model: strip.places

            Item {
                id: place

                required property int index
                readonly property var missed: strip.model.absent[(strip.turn % strip.turns) * strip.places + index] ?? null

                width: strip.placeWidth
                height: strip.height

                WallText {
                    objectName: place.missed ? "absent-" + place.index : ""
                    anchors.verticalCenter: parent.verticalCenter
                    visible: place.missed !== null
                    text: place.missed?.number ?? ""
                    font.pixelSize: strip.px
                    font.bold: true
                }
            }
        }
    }

    WallText {
        objectName: "absent-turn"
        visible: strip.turns > 1
        anchors.right: parent.right
        anchors.rightMargin: strip.px * 0.3
        anchors.verticalCenter: parent.verticalCenter
        text: (strip.turn % strip.turns + 1) + "/" + strip.turns
        color: Theme.quietInk
        font.pixelSize: strip.px * 0.5
    }

    Timer {
        interval: 6000
        running: strip.visible && strip.turns > 1
        repeat: true
        onTriggered: strip.turn = (strip.turn + 1) % strip.turns
    }
}
