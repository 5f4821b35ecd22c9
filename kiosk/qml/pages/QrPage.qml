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
        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.wide

        Panel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            QrImage {
                objectName: "qr"
                anchors.centerIn: parent
                width: Math.min(parent.width, parent.height) - 2 * Theme.gap
                height: width
                text: page.ticket.qr
            }
        }

        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            NumberPanel {
                ticket: page.ticket
                numberPx: 0.6 * Theme.hugePx
                Layout.fillWidth: true
                Layout.fillHeight: page.isWide
            }
        }
    }
}
