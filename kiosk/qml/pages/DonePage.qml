import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property TicketModel ticket
    required property Hands hands
    readonly property bool isWide: width > height

    name: "done"
    title: page.ticket.isPaper ? qsTr("请取走您的号票") : qsTr("号码已在您的手机上")
    hint: qsTr("请在大厅等候，留意大屏和广播叫号")
    foot: [
        Item {
            Layout.fillWidth: true
        },
        PrimaryButton {
            objectName: "leave"
            iconName: "check"
            text: qsTr("好了")
            onClicked: page.hands.leavePressed()
        }
    ]

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.wide

        NumberPanel {
            ticket: page.ticket
            Layout.fillWidth: true
        }

        Notice {
            objectName: "take-card"
            visible: page.ticket.hasCardToTake
            tone: "warn"
            iconName: "card"
            text: qsTr("请拿好您的卡，不要忘在读卡处。")
            Layout.fillWidth: true
        }
    }
}
