pragma ComponentBehavior: Bound
import QtQuick
import Paihao.Kit
import Paihao.Wall

// The wall: who is called where, who was called before, who was missed, how many wait, and what the hall says.
// Heights and widths of its parts are the plan's, made from the screen's size and distance.
Window {
    id: root

    required property WallModel model
    required property SecondLanguage second
    property string page: model.page === "calls" ? model.body : model.page
    readonly property var plan: model.plan
    readonly property bool isHeard: page !== "starting"
    readonly property bool hasCalls: model.body === "calls"
    readonly property bool isOver: model.body === "closed" || model.body === "closed-all-day"
    readonly property real closedHeight: plan.isPortrait ? plan.panelHeight + plan.gap + list.height : plan.panelHeight
    readonly property real belowHeight: plan.stripHeight + plan.gap + (plan.sayingHeight > 0 ? plan.sayingHeight + plan.gap : 0)

    width: 1920
    height: 1080
    color: Theme.ground
    title: qsTr("叫号大屏")

    Binding {
        target: Theme
        property: "unit"
        value: root.plan.unit
    }

    StartingPage {
        visible: !root.isHeard
        anchors.fill: parent
        model: root.model
        second: root.second
    }

    Column {
        objectName: "page-calls"
        visible: root.isHeard
        anchors.fill: parent
        spacing: root.plan.gap

        Item {
            width: parent.width
            height: root.plan.headerHeight

            WallHeader {
                visible: root.page !== "stale"
                anchors.fill: parent
                model: root.model
                second: root.second
            }

            StaleNotice {
                visible: root.page === "stale"
                anchors.fill: parent
                model: root.model
                second: root.second
            }
        }

        NoticeBand {
            visible: root.plan.noticeHeight > 0
            x: root.plan.gap
            width: parent.width - 2 * root.plan.gap
            height: root.plan.noticeHeight
            model: root.model
        }

        Grid {
            visible: root.hasCalls
            x: root.plan.gap
            columns: root.plan.isPortrait ? 1 : 2
            spacing: root.plan.gap

            CallPanel {
                model: root.model
                second: root.second
                width: root.plan.panelWidth
                height: root.plan.panelHeight
            }

            EarlierCalls {
                id: list

                model: root.model
                second: root.second
                width: root.plan.listWidth
                height: root.plan.isPortrait ? root.plan.rows * root.plan.rowHeight + headHeight : root.plan.panelHeight
            }
        }

        ClosedPage {
            visible: !root.hasCalls
            x: root.plan.gap
            width: parent.width - 2 * root.plan.gap
            height: root.closedHeight + (root.isOver ? root.belowHeight - root.plan.gap : 0)
            model: root.model
            second: root.second
        }

        Grid {
            visible: !root.isOver
            x: root.plan.gap
            columns: root.plan.isPortrait ? 1 : 2
            spacing: root.plan.gap

            WaitingStrip {
                id: waiting

                model: root.model
                second: root.second
                height: 1.5 * root.plan.besidePx
                room: root.plan.isPortrait ? root.width - 2 * root.plan.gap : 0
                width: contentWidth
            }

            AbsentStrip {
                model: root.model
                second: root.second
                height: 1.5 * root.plan.besidePx
                width: root.plan.isPortrait ? root.width - 2 * root.plan.gap : root.width - 3 * root.plan.gap - waiting.width
            }
        }

        RuleBand {
            visible: root.plan.sayingHeight > 0 && !root.isOver
            x: root.plan.gap
            width: parent.width - 2 * root.plan.gap
            height: root.plan.sayingHeight
            model: root.model
            second: root.second
        }
    }
}
