import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The number beside something larger: what it is for, who is ahead and for how long, in a few lines.
Panel {
    id: strip

    required property TicketModel ticket
    property bool tellsWait: true // where there is room for it

    implicitHeight: row.implicitHeight + 2 * Theme.gap

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.wide

        ColumnLayout {
            spacing: 0

            QuietText {
                text: qsTr("您的号码")
                Layout.alignment: Qt.AlignHCenter
            }

            NumberText {
                objectName: "number"
                text: strip.ticket.number
                font.pixelSize: Theme.displayPx
                Layout.alignment: Qt.AlignHCenter
            }
        }

        ColumnLayout {
            spacing: Theme.tiny
            Layout.fillWidth: true

            Flow {
                id: unit

                spacing: Theme.small
                Layout.fillWidth: true

                ClassBadge {
                    visible: strip.ticket.ticketClass !== ""
                    ticketClass: strip.ticket.ticketClass
                }

                BodyText {
                    text: strip.ticket.category
                    font.bold: true
                    width: Math.min(implicitWidth, unit.width)
                }
            }

            BodyText {
                objectName: "ahead"
                text: strip.ticket.place
                Layout.fillWidth: true
            }

            BodyText {
                objectName: "wait"
                visible: strip.tellsWait && text !== ""
                text: strip.ticket.wait
                Layout.fillWidth: true
            }
        }
    }
}
