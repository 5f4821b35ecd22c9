import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// Beside the clerk's other work: the number in hand above, all that can be pressed below.
FocusScope {
    id: page

    required property CounterFrameModel frame
    required property DeskModel desk
    required property InHandModel ticket
    required property QueueModel queue
    required property CounterHands hands

    // What there is no room for is done by its key; who is at the window is seen before everything else.
    readonly property real rowsBetween: Math.min(queue.held.length, 1) * (0.8 * Theme.targetEdge) + (later.visible ? Theme.leadPx : 0) + (ticket.note !== "" ? 160 * Theme.unit : 0)
    readonly property real room: height - rowsBetween
    readonly property bool isLow: room < 1640 * Theme.unit

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("%1 号窗口").arg(page.desk.windowNumber)

    Shortcut {
        sequence: "PgDown"
        enabled: page.visible
        onActivated: facts.page(1)
    }

    Shortcut {
        sequence: "PgUp"
        enabled: page.visible
        onActivated: facts.page(-1)
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.small
        anchors.bottomMargin: Theme.tiny
        spacing: Theme.small

        WindowHead {
            frame: page.frame
            desk: page.desk
            queue: page.queue
            hands: page.hands
            Layout.fillWidth: true
            Layout.fillHeight: false
        }

        Panel {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                visible: page.ticket.hasTicket
                anchors.fill: parent
                anchors.margins: Theme.small
                spacing: Theme.tiny

                TicketHead {
                    ticket: page.ticket
                    isLow: page.isLow
                    numberPx: page.isLow ? 1.1 * Theme.displayPx : 1.9 * Theme.displayPx
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }

                Rectangle {
                    color: Theme.line
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.hair
                }

                TicketFacts {
                    id: facts

                    ticket: page.ticket
                    hands: page.hands
                    isLow: page.isLow
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }

            NoTicket {
                visible: !page.ticket.hasTicket
                frame: page.frame
                desk: page.desk
                queue: page.queue
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.gap
            }
        }

        BodyText {
            id: later

            objectName: "pause-later"
            visible: page.desk.pauseReason !== "" && page.desk.windowState !== "paused"
            text: qsTr("办完后暂停：%1").arg(page.desk.pauseReason)
            color: Theme.warn
            Layout.fillWidth: true
        }

        HeldList {
            rows: !page.ticket.hasTicket ? 3 : page.isLow ? 1 : 2
            queue: page.queue
            frame: page.frame
            desk: page.desk
            hands: page.hands
            Layout.fillWidth: true
            Layout.fillHeight: false
        }

        TicketActs {
            visible: page.ticket.hasTicket && page.room > 1180 * Theme.unit
            frame: page.frame
            desk: page.desk
            hands: page.hands
            Layout.fillWidth: true
            Layout.fillHeight: false
        }

        MainActs {
            frame: page.frame
            desk: page.desk
            hands: page.hands
            Layout.fillWidth: true
            Layout.fillHeight: false
        }

        WindowActs {
            visible: page.room > (page.ticket.hasTicket ? 1380 : 1000) * Theme.unit
            frame: page.frame
            desk: page.desk
            hands: page.hands
            Layout.fillWidth: true
            Layout.fillHeight: false
        }
    }
}
