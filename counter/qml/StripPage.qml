import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// Folded: the number, its time, and the press that comes next.
FocusScope {
    id: page

    required property CounterFrameModel frame
    required property DeskModel desk
    required property InHandModel ticket
    required property QueueModel queue
    required property CounterHands hands

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("%1 号窗口").arg(page.desk.windowNumber)

    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.small
        spacing: Theme.small

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            NumberText {
                objectName: "number"
                visible: page.ticket.hasTicket
                text: page.ticket.number
                font.pixelSize: Theme.displayPx * 0.72
                horizontalAlignment: Text.AlignLeft
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                Layout.preferredHeight: 1.46 * font.pixelSize
                Layout.topMargin: -0.3 * font.pixelSize
                Layout.bottomMargin: -0.26 * font.pixelSize
            }

            BodyText {
                objectName: "state"
                visible: !page.ticket.hasTicket
                text: Wording.windowState(page.desk.windowState)
                font.bold: true
                Layout.fillWidth: true
            }

            QuietText {
                objectName: "strip-line"
                text: page.frame.link === "down" ? Wording.link("down")
                    : page.frame.noticeCode !== "" ? page.frame.noticeTitle || NoticeWords.title(page.frame.noticeCode, page.frame.noticeCallsMissing, page.frame.noticeAction, page.frame.noticeDetail)
                    : page.ticket.cases.length > 0 ? CaseWords.inHand(page.ticket.cases)
                    : page.ticket.hasTicket ? page.ticket.elapsed : qsTr("等候 %n 人", "", page.queue.waiting)
                color: page.frame.link === "down" ? Theme.bad : page.frame.noticeCode !== "" ? Theme.warn : Theme.quietInk
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Layout.fillWidth: true
            }
        }

        Act {
            deed: page.desk.nextAction
            frame: page.frame
            desk: page.desk
            hands: page.hands
            Layout.preferredWidth: 0.5 * page.width
            Layout.fillHeight: true
        }

        LayoutButton {
            objectName: "dock"
            iconName: "to-dock"
            text: qsTr("停靠到边上")
            key: page.frame.keys["fold"] ?? ""
            onClicked: page.hands.press("fold")
        }
    }
}
