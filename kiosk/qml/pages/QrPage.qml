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
    hint: qsTr("用微信或手机相机扫一扫，扫好后这里会自动显示")
    foot: [
        QuietButton {
            objectName: "leave"
            iconName: page.ticket.wasHeld ? "check" : "cross"
            text: page.ticket.wasHeld ? qsTr("好了") : qsTr("不取号了")
            onClicked: page.hands.leavePressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        Item {
            Layout.fillWidth: true
        },
        QuietButton {
            objectName: "again"
            visible: page.ticket.canRenew
            iconName: "repeat"
            text: qsTr("再试一次")
            onClicked: page.hands.againPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        PrimaryButton {
            objectName: "way-paper"
            visible: page.choice.offersPaper
            iconName: "printer"
            text: qsTr("打印纸质号")
            onClicked: page.hands.paperChosen()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
    ]

    GridLayout {
        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.wide

        QrPanel {
            link: page.ticket.qr
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
        }

        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            Notice {
                objectName: "phone-notice"
                visible: text !== ""
                tone: "warn"
                text: page.ticket.phoneNotice
                Layout.fillWidth: true
            }

            NumberStrip {
                ticket: page.ticket
                tellsWait: !page.isWide || page.ticket.phoneNotice === ""
                Layout.fillWidth: true
            }
        }
    }
}
