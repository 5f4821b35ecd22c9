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

    name: "held"
    title: qsTr("您已经有号了")
    hint: qsTr("这项业务您取过号，不用再取。")
    foot: [
        QuietButton {
            objectName: "leave"
            iconName: "check"
            text: qsTr("知道了")
            onClicked: page.hands.leavePressed()
        }
    ]

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.gap

        NumberPanel {
            ticket: page.ticket
            numberPx: page.isWide ? 0.7 * Theme.hugePx : 0.6 * Theme.hugePx
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }

        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            ChoiceCard {
                objectName: "way-paper"
                visible: page.choice.offersPaper
                text: qsTr("再打印一次")
                hint: qsTr("号码不变")
                iconName: "printer"
                onClicked: page.hands.paperChosen()
                Layout.fillWidth: true
            }

            ChoiceCard {
                objectName: "way-phone"
                text: qsTr("存到手机")
                hint: qsTr("扫码后在手机上看叫号")
                iconName: "phone"
                onClicked: page.hands.phoneChosen()
                Layout.fillWidth: true
            }
        }
    }
}
