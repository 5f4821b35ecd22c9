import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property ChoiceModel choice
    required property TicketModel ticket
    required property Hands hands
    readonly property bool isWide: width > height

    name: "qr"
    title: qsTr("请用手机扫码")
    hint: qsTr("用微信或手机相机扫一扫，号码就到您的手机上")
    foot: [
        QuietButton {
            objectName: "leave"
            iconName: page.ticket.wasHeld ? "check" : "cross"
            text: page.ticket.wasHeld ? qsTr("好了") : qsTr("不取号了")
            onClicked: page.hands.leavePressed()
        },
        Item {
            Layout.fillWidth: true
        },
        QuietButton {
            objectName: "way-paper"
            visible: page.choice.offersPaper
            iconName: "printer"
            text: qsTr("改为打印纸质号")
            onClicked: page.hands.paperChosen()
        }
    ]

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.wide

        Panel {
            implicitHeight: code.implicitHeight + 2 * Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: page.isWide
            Layout.preferredWidth: 1

            QrImage {
                id: code

                objectName: "qr"
                anchors.centerIn: parent
                implicitWidth: (page.isWide ? 4.9 : 6) * Theme.targetEdge
                text: page.ticket.qr
            }
        }

        NumberPanel {
            ticket: page.ticket
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
    }
}
