import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk
import "pages"

Window {
    id: root

    required property ShellModel shell
    required property ChoiceModel choice
    required property TicketModel ticket
    required property MessageModel message
    required property Hands hands
    readonly property string page: shell.page
    readonly property bool isWide: width > height

    width: 1080
    height: 1920
    color: Theme.ground
    title: shell.hallName

    Binding {
        target: Theme
        property: "unit"
        value: root.isWide ? root.height / 1240 : root.width / 1080
    }

    PointHandler {
        onActiveChanged: root.hands.touched()
    }

    ColumnLayout {
        anchors.fill: parent
        visible: !root.shell.isAsked
        spacing: 0

        TopBar {
            shell: root.shell
            hands: root.hands
            Layout.fillWidth: true
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            HomePage {
                anchors.fill: parent
                visible: root.page === name
                choice: root.choice
                hands: root.hands
            }

            CategoryPage {
                anchors.fill: parent
                visible: root.page === name
                choice: root.choice
                hands: root.hands
            }

            CardPage {
                anchors.fill: parent
                visible: root.page === name
                choice: root.choice
                hands: root.hands
            }

            BusyPage {
                name: "reading"
                anchors.fill: parent
                visible: root.page === name
                headline: qsTr("正在读卡")
                text: qsTr("请不要拿起卡")
                iconName: "card"
            }

            MessagePage {
                name: "card-trouble"
                anchors.fill: parent
                visible: root.page === name
                message: root.message
                hands: root.hands
                goesBack: true
                goesOnWithoutCard: root.choice.needsNoCard
            }

            ConfirmPage {
                anchors.fill: parent
                visible: root.page === name
                choice: root.choice
                ticket: root.ticket
                hands: root.hands
            }

            BusyPage {
                name: "taking"
                anchors.fill: parent
                visible: root.page === name
                headline: qsTr("正在取号")
                text: qsTr("请稍候")
                iconName: "ticket"
            }

            MessagePage {
                name: "take-trouble"
                anchors.fill: parent
                visible: root.page === name
                message: root.message
                hands: root.hands
                goesHome: true
            }

            HeldPage {
                anchors.fill: parent
                visible: root.page === name
                choice: root.choice
                ticket: root.ticket
                hands: root.hands
            }

            BusyPage {
                name: "printing"
                anchors.fill: parent
                visible: root.page === name
                headline: qsTr("正在打印")
                text: qsTr("请在出纸口取号")
                iconName: "printer"
            }

            PaperTroublePage {
                anchors.fill: parent
                visible: root.page === name
                choice: root.choice
                ticket: root.ticket
                message: root.message
                hands: root.hands
            }

            QrPage {
                anchors.fill: parent
                visible: root.page === name
                choice: root.choice
                ticket: root.ticket
                hands: root.hands
            }

            DonePage {
                anchors.fill: parent
                visible: root.page === name
                ticket: root.ticket
                hands: root.hands
            }

            MessagePage {
                name: "starting"
                anchors.fill: parent
                visible: root.page === name
                message: root.message
                hands: root.hands
            }

            MessagePage {
                name: "away"
                anchors.fill: parent
                visible: root.page === name
                message: root.message
                hands: root.hands
            }

            MessagePage {
                name: "closed"
                anchors.fill: parent
                visible: root.page === name
                message: root.message
                hands: root.hands
            }

            MessagePage {
                name: "no-reader"
                anchors.fill: parent
                visible: root.page === name
                message: root.message
                hands: root.hands
                goesBack: true
                goesOnWithoutCard: root.choice.needsNoCard
            }
        }
    }

    StillThere {
        anchors.fill: parent
        visible: root.shell.isAsked
        hands: root.hands
    }
}
