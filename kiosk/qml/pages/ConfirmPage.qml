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

    name: "confirm"
    title: qsTr("请核对，再选怎么取号")
    hint: ""
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
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
            implicitHeight: facts.implicitHeight + 2 * Theme.wide
            Layout.fillWidth: true
            Layout.fillHeight: page.isWide
            Layout.preferredWidth: 1

            ColumnLayout {
                id: facts

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.wide
                spacing: Theme.gap

                ClassBadge {
                    ticketClass: page.ticket.ticketClass
                    textPx: Theme.leadPx
                }

                Fact {
                    name: qsTr("业务")
                    text: page.ticket.category
                    Layout.fillWidth: true
                }

                Fact {
                    objectName: "masked-name"
                    visible: text !== ""
                    name: qsTr("姓名")
                    text: page.ticket.maskedName
                    Layout.fillWidth: true
                }

                Fact {
                    name: qsTr("证件")
                    text: page.ticket.card !== "" ? page.ticket.card : qsTr("不刷卡")
                    Layout.fillWidth: true
                }

                Fact {
                    objectName: "waiting"
                    name: qsTr("等候")
                    text: page.ticket.waiting
                    Layout.fillWidth: true
                }
            }
        }

        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            Notice {
                visible: text !== ""
                tone: "warn"
                text: page.choice.paperNotice
                Layout.fillWidth: true
            }

            ChoiceCard {
                objectName: "way-paper"
                visible: page.choice.offersPaper
                text: qsTr("打印纸质号")
                hint: qsTr("拿着号票等叫号")
                iconName: "printer"
                onClicked: page.hands.paperChosen()
                Layout.fillWidth: true
            }

            ChoiceCard {
                objectName: "way-phone"
                text: qsTr("手机扫码取号")
                hint: qsTr("不用纸，手机上看叫号")
                iconName: "phone"
                onClicked: page.hands.phoneChosen()
                Layout.fillWidth: true
            }
        }
    }
}
