pragma ComponentBehavior: Bound
import QtQuick
import Paihao.Kit
import Paihao.Wall

// How many wait for each class. While the hall is not heard nobody knows, and the wall says so by a dash.
Row {
    id: strip

    required property WallModel model
    required property SecondLanguage second
    readonly property var plan: model.plan
    readonly property real px: plan.besidePx
    readonly property bool isKnown: model.page === "calls"
    readonly property int classes: Math.max(1, model.waiting.length)
    property real room: 0 // where the classes share a width
    readonly property real cellWidth: room > 0 ? (room - (classes - 1) * plan.gap) / classes : (plan.hasNames ? 6.1 : 4.2) * px

    spacing: plan.gap
    readonly property real contentWidth: classes * cellWidth + (classes - 1) * plan.gap

    Repeater {
        model: strip.model.waiting.length

        Panel {
            id: cell

            required property int index
            readonly property var waiting: strip.model.waiting[index] ?? null
            readonly property string ticketClass: waiting?.ticketClass ?? ""
            readonly property bool isServed: waiting?.isServed ?? false

            objectName: "waiting-" + ticketClass
            width: strip.cellWidth
            height: strip.height

            Rectangle {
                id: badge

                anchors.left: parent.left
                anchors.leftMargin: strip.px * 0.2
                anchors.verticalCenter: parent.verticalCenter
                width: strip.px
                height: strip.px
                radius: Theme.smallRadius
                color: Theme.tone(cell.ticketClass)

                Icon {
                    anchors.fill: parent
                    anchors.margins: strip.px * 0.08
                    name: cell.ticketClass
                    color: Theme.inkOn(cell.ticketClass)
                }
            }

            TwoTexts {
                visible: strip.plan.hasNames
                anchors.left: badge.right
                anchors.right: count.left
                anchors.leftMargin: strip.px * 0.2
                anchors.verticalCenter: parent.verticalCenter
                name: "waiting-label-" + cell.ticketClass
                first: cell.isServed ? qsTr("%1 等候").arg(Classes.label(cell.ticketClass)) : qsTr("%1 暂无窗口").arg(Classes.label(cell.ticketClass))
                second: strip.second.of("WaitingStrip", cell.isServed ? "%1 等候" : "%1 暂无窗口").arg(strip.second.ofClass(cell.ticketClass))
                secondColor: Theme.quietInk
                px: strip.px * 0.56
                secondPx: strip.px * 0.4
            }

            WallText {
                visible: !strip.plan.hasNames
                anchors.left: badge.right
                anchors.leftMargin: strip.px * 0.1
                anchors.verticalCenter: parent.verticalCenter
                text: Classes.letter(cell.ticketClass)
                font.pixelSize: strip.px * 0.62
                font.bold: true
            }

            WallText {
                id: count

                objectName: "waiting-count-" + cell.ticketClass
                anchors.right: parent.right
                anchors.rightMargin: strip.px * 0.2
                anchors.verticalCenter: parent.verticalCenter
                text: strip.isKnown ? cell.waiting?.waiting ?? "" : "–"
                font.pixelSize: strip.px
                font.bold: true
                horizontalAlignment: Text.AlignRight
            }
        }
    }
}
