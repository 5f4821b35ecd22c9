import QtQuick
import Paihao.Kiosk

// The pages of taking a number, and those that stand in place of all others.
Item {
    id: pages

    required property string page
    required property ChoiceModel choice
    required property MattersModel matters
    required property MatterModel matter
    required property IdentityModel identity
    required property ForesightModel foresight
    required property MobileModel mobile
    required property AppointmentsModel appointments
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

    MattersPage {
        anchors.fill: parent
        visible: pages.page === name
        matters: pages.matters
        hands: pages.hands
    }

    MatterPage {
        anchors.fill: parent
        visible: pages.page === name
        matter: pages.matter
        hands: pages.hands
    }

    CardPage {
        anchors.fill: parent
        visible: pages.page === name
        identity: pages.identity
        hands: pages.hands
    }

    TypingPage {
        anchors.fill: parent
        visible: pages.page === name
        identity: pages.identity
        hands: pages.hands
    }

    BusyPage {
        name: "reading"
        anchors.fill: parent
        visible: pages.page === name
        headline: pages.identity.readingTitle
        text: pages.identity.readingText
        iconName: "card"
    }

    MessagePage {
        name: "card-trouble"
        anchors.fill: parent
        visible: pages.page === name
        message: pages.message
        hands: pages.hands
        goesBack: true
        goesOnWithoutCard: pages.identity.needsNoCard
        keysText: pages.identity.keysText
    }

    AppointmentsPage {
        anchors.fill: parent
        visible: pages.page === name
        appointments: pages.appointments
        hands: pages.hands
    }

    MessagePage {
        name: "no-appointment"
        anchors.fill: parent
        visible: pages.page === name
        message: pages.message
        hands: pages.hands
        goesBack: true
        takesNumber: true
    }

    ConfirmPage {
        anchors.fill: parent
        visible: pages.page === name
        choice: pages.choice
        foresight: pages.foresight
        mobile: pages.mobile
        hands: pages.hands
    }

    MobilePage {
        anchors.fill: parent
        visible: pages.page === name
        mobile: pages.mobile
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
        goesBack: true
        goesHome: true
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
        opensCabinet: pages.choice.hasCabinet
    }

    MessagePage {
        name: "no-reader"
        anchors.fill: parent
        visible: pages.page === name
        message: pages.message
        hands: pages.hands
        goesBack: true
        goesOnWithoutCard: pages.identity.needsNoCard
    }
}
