import QtQuick
import Paihao.Kiosk

// The pages of taking a number, and those that stand in place of all others.
Item {
    id: pages

    required property string page
    required property ChoiceModel choice
    required property TicketModel ticket
    required property MessageModel message
    required property Hands hands

    HomePage {
        anchors.fill: parent
        visible: pages.page === name
        choice: pages.choice
        hands: pages.hands
    }

    CategoryPage {
        anchors.fill: parent
        visible: pages.page === name
        choice: pages.choice
        hands: pages.hands
    }

    CardPage {
        anchors.fill: parent
        visible: pages.page === name
        choice: pages.choice
        hands: pages.hands
    }

    BusyPage {
        name: "reading"
        anchors.fill: parent
        visible: pages.page === name
        headline: qsTr("正在读卡")
        text: qsTr("请不要拿起卡")
        iconName: "card"
    }

    MessagePage {
        name: "card-trouble"
        anchors.fill: parent
        visible: pages.page === name
        message: pages.message
        hands: pages.hands
        goesBack: true
        goesOnWithoutCard: pages.choice.needsNoCard
    }

    ConfirmPage {
        anchors.fill: parent
        visible: pages.page === name
        choice: pages.choice
        ticket: pages.ticket
        hands: pages.hands
    }

    BusyPage {
        name: "taking"
        anchors.fill: parent
        visible: pages.page === name
        headline: qsTr("正在取号")
        text: qsTr("请稍候")
        iconName: "ticket"
    }

    MessagePage {
        name: "take-trouble"
        anchors.fill: parent
        visible: pages.page === name
        message: pages.message
        hands: pages.hands
        goesHome: true
    }

    HeldPage {
        anchors.fill: parent
        visible: pages.page === name
        choice: pages.choice
        ticket: pages.ticket
        hands: pages.hands
    }

    BusyPage {
        name: "printing"
        anchors.fill: parent
        visible: pages.page === name
        headline: qsTr("正在打印")
        text: qsTr("请在出纸口取号")
        iconName: "printer"
    }

    PaperTroublePage {
        anchors.fill: parent
        visible: pages.page === name
        choice: pages.choice
        ticket: pages.ticket
        message: pages.message
        hands: pages.hands
    }

    QrPage {
        anchors.fill: parent
        visible: pages.page === name
        choice: pages.choice
        ticket: pages.ticket
        hands: pages.hands
    }

    DonePage {
        anchors.fill: parent
        visible: pages.page === name
        ticket: pages.ticket
        hands: pages.hands
    }

    MessagePage {
        name: "starting"
        anchors.fill: parent
        visible: pages.page === name
        message: pages.message
        hands: pages.hands
    }

    MessagePage {
        name: "away"
        anchors.fill: parent
        visible: pages.page === name
        message: pages.message
        hands: pages.hands
    }

    MessagePage {
        name: "closed"
        anchors.fill: parent
        visible: pages.page === name
        message: pages.message
        hands: pages.hands
    }

    MessagePage {
        name: "no-reader"
        anchors.fill: parent
        visible: pages.page === name
        message: pages.message
        hands: pages.hands
        goesBack: true
        goesOnWithoutCard: pages.choice.needsNoCard
    }
}
