import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// The clerk's window: the ticket in hand and all that can be done with it. Buttons never move.
FocusScope {
    id: page

    required property CounterModel model

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("%1 号窗口").arg(page.model.windowNumber)

    Shortcut { sequence: "F2"; autoRepeat: false; enabled: page.visible; onActivated: page.model.press("call-next") }
    Shortcut { sequence: "F3"; autoRepeat: false; enabled: page.visible; onActivated: page.model.press("recall") }
    Shortcut { sequence: "F4"; autoRepeat: false; enabled: page.visible; onActivated: page.model.press("start") }
    Shortcut { sequence: "F5"; autoRepeat: false; enabled: page.visible; onActivated: page.model.press("finish") }
    Shortcut { sequence: "F6"; autoRepeat: false; enabled: page.visible; onActivated: page.model.press("no-show") }
    Shortcut { sequence: "F9"; autoRepeat: false; enabled: page.visible; onActivated: page.model.press(toggle.deed) }
    Shortcut { sequence: "F12"; autoRepeat: false; enabled: page.visible; onActivated: page.model.logOut() }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.bottomMargin: Theme.small
        spacing: Theme.small

        RowLayout {
            spacing: Theme.small
            Layout.fillWidth: true

            TitleText {
                objectName: "window"
                text: qsTr("%1 号窗口").arg(page.model.windowNumber)
                wrapMode: Text.NoWrap
            }

            Item {
                Layout.fillWidth: true
            }

            Icon {
                name: Wording.windowStateIcon(page.model.windowState)
                Layout.preferredWidth: Theme.leadPx
                Layout.preferredHeight: Theme.leadPx
            }

            BodyText {
                objectName: "state"
                text: Wording.windowState(page.model.windowState)
                font.bold: true
            }
        }

        RowLayout {
            spacing: Theme.small
            Layout.fillWidth: true

            BodyText {
                objectName: "clerk-name"
                text: qsTr("%1　工号 %2").arg(page.model.clerkName).arg(page.model.clerkNumber)
                color: Theme.quietInk
                Layout.fillWidth: true
            }

            Icon {
                name: "people"
                Layout.preferredWidth: Theme.bodyPx * 1.2
                Layout.preferredHeight: Theme.bodyPx * 1.2
            }

            BodyText {
                objectName: "waiting"
                text: qsTr("等候 %n 人", "", page.model.waiting)
                font.bold: true
            }
        }

        TicketPanel {
            model: page.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        ActionButton {
            objectName: "call-next"
            text: qsTr("叫下一位")
            key: "F2"
            iconName: "bell"
            isNext: page.model.nextAction === "call-next"
            isPending: page.model.pendingAction === "call-next"
            enabled: page.model.canCallNext
            Layout.fillWidth: true
            Layout.preferredHeight: 1.05 * Theme.targetEdge
            onClicked: page.model.press("call-next")
        }

        GridLayout {
            columns: 2
            uniformCellWidths: true
            columnSpacing: Theme.small
            rowSpacing: Theme.small
            Layout.fillWidth: true
            Layout.fillHeight: false

            ActionButton {
                objectName: "recall"
                text: qsTr("重呼")
                key: "F3"
                iconName: "repeat"
                isPending: page.model.pendingAction === "recall"
                enabled: page.model.canRecall
                Layout.fillWidth: true
                Layout.preferredHeight: 1.05 * Theme.targetEdge
                onClicked: page.model.press("recall")
            }

            ActionButton {
                objectName: "start"
                text: qsTr("开始办理")
                key: "F4"
                iconName: "play"
                isNext: page.model.nextAction === "start"
                isPending: page.model.pendingAction === "start"
                enabled: page.model.canStart
                Layout.fillWidth: true
                Layout.preferredHeight: 1.05 * Theme.targetEdge
                onClicked: page.model.press("start")
            }

            ActionButton {
                objectName: "no-show"
                text: qsTr("过号")
                hint: page.model.callsMissing > 0 ? qsTr("还需再呼叫 %n 次", "", page.model.callsMissing) : ""
                key: "F6"
                iconName: "skip"
                isPending: page.model.pendingAction === "no-show"
                enabled: page.model.canMarkAbsent
                Layout.fillWidth: true
                Layout.preferredHeight: 1.05 * Theme.targetEdge
                onClicked: page.model.press("no-show")
            }

            ActionButton {
                objectName: "finish"
                text: qsTr("办结")
                key: "F5"
                iconName: "done"
                isNext: page.model.nextAction === "finish"
                isPending: page.model.pendingAction === "finish"
                enabled: page.model.canFinish
                Layout.fillWidth: true
                Layout.preferredHeight: 1.05 * Theme.targetEdge
                onClicked: page.model.press("finish")
            }

            ActionButton {
                id: toggle

                readonly property string deed: page.model.windowState === "closed" ? "open" : "close"

                objectName: deed
                text: deed === "open" ? qsTr("开窗") : qsTr("关窗")
                key: "F9"
                iconName: "window"
                isNext: page.model.nextAction === "open"
                isPending: page.model.pendingAction === deed
                enabled: page.model.link === "up"
                Layout.fillWidth: true
                Layout.preferredHeight: 0.82 * Theme.targetEdge
                onClicked: page.model.press(deed)
            }

            ActionButton {
                objectName: "log-out"
                text: qsTr("退出登录")
                key: "F12"
                iconName: "log-out"
                isPending: page.model.pendingAction === "log-out"
                enabled: page.model.link === "up"
                Layout.fillWidth: true
                Layout.preferredHeight: 0.82 * Theme.targetEdge
                onClicked: page.model.logOut()
            }
        }
    }
}
