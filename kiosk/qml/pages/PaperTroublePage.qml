import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property ChoiceModel choice
    required property TicketModel ticket
    required property MessageModel message
    required property Hands hands
    readonly property bool isWide: width > height

    name: "paper-trouble"
    title: page.message.title
    hint: page.message.text
    foot: [
        QuietButton {
            objectName: "leave"
            iconName: page.ticket.wasHeld ? "check" : "cross"
            text: page.ticket.wasHeld ? qsTr("好了") : qsTr("不要这个号了")
            onClicked: page.hands.leavePressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        Item {
            Layout.fillWidth: true
        },
        QuietButton {
            objectName: "have-paper"
            visible: page.ticket.mayHavePaper
            iconName: "check"
            text: qsTr("号票完整")
            onClicked: page.hands.paperInHandPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        QuietButton {
            objectName: "way-paper"
            visible: page.choice.offersPaper
            iconName: "printer"
            text: qsTr("再打印一次")
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

            NumberStrip {
                ticket: page.ticket
                Layout.fillWidth: true
            }
        }
    }
}
