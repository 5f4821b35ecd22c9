pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property TicketModel ticket
    required property Hands hands
    readonly property bool isWide: width > height

    name: "done"
    title: page.ticket.isPaper ? qsTr("请取走您的号票") : qsTr("号码已在您的手机上")
    hint: page.ticket.isPaper ? qsTr("号票在下面的出纸口") : qsTr("请不要关掉手机上的页面")
    foot: [
        Item {
            Layout.fillWidth: true
        },
        PrimaryButton {
            objectName: "leave"
            iconName: "check"
            text: qsTr("好了")
            onClicked: page.hands.leavePressed()
        }
    ]

    GridLayout {
        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.gap

        NumberPanel {
            ticket: page.ticket
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
        }

        ColumnLayout {
            spacing: Theme.small
            Layout.fillWidth: true
            Layout.fillHeight: page.isWide
            Layout.preferredWidth: 1

            Notice {
                objectName: "take-card"
                visible: page.ticket.hasCardToTake
                tone: "warn"
                iconName: "card"
                text: qsTr("请拿好您的卡，不要忘在读卡处。")
                Layout.fillWidth: true
            }

            Advice {
                objectName: "windows"
                visible: text !== ""
                iconName: "window"
                text: page.ticket.windows
                Layout.fillWidth: true
            }

            Repeater {
                model: page.ticket.where

                Advice {
                    required property string modelData

                    objectName: "where"
                    iconName: "pin"
                    text: qsTr("请到这里等候：%1").arg(modelData)
                    Layout.fillWidth: true
                }
            }

            Advice {
                iconName: "sound"
                text: page.ticket.isPaper ? qsTr("叫号看大屏、听语音") : qsTr("叫号看手机和大屏、听语音")
                Layout.fillWidth: true
            }

            Advice {
                visible: !page.ticket.hasCardToTake
                iconName: "clock"
                text: qsTr("多次叫号没有到，号就过了")
                Layout.fillWidth: true
            }

            Item {
                visible: page.isWide
                Layout.fillHeight: true
            }
        }
    }
}
