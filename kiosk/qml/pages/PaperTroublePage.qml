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
        },
        Item {
            Layout.fillWidth: true
        },
        QuietButton {
            objectName: "have-paper"
            visible: page.ticket.mayHavePaper
            iconName: "check"
            text: qsTr("纸质号是完整的")
            onClicked: page.hands.paperInHandPressed()
        },
        QuietButton {
            objectName: "way-paper"
            visible: page.choice.offersPaper
            iconName: "printer"
            text: qsTr("再打印一次")
            onClicked: page.hands.paperChosen()
        }
    ]

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.gap

        Panel {
            implicitHeight: code.implicitHeight + 2 * Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: page.isWide
            Layout.preferredWidth: 1

            QrImage {
                id: code

                objectName: "qr"
                anchors.centerIn: parent
                implicitWidth: (page.isWide ? 4.2 : 5) * Theme.targetEdge
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
