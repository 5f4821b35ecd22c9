import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The number as large as there is room for, with its class, its category and who is ahead.
Panel {
    id: panel

    required property TicketModel ticket
    property real numberPx: Theme.hugePx
    // The panel stays as high as without an estimate.
    readonly property real digitsPx: numberPx - (wait.visible ? 0.9 * (wait.implicitHeight + Theme.tiny) : 0)

    implicitHeight: column.implicitHeight + 2 * Theme.wide

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.wide
        spacing: Theme.tiny

        BodyText {
            text: qsTr("您的号码")
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        NumberText {
            objectName: "number"
            text: panel.ticket.number
            font.pixelSize: panel.digitsPx
            Layout.fillWidth: true
            // Digits leave a sixth of the face's line free above and below.
            Layout.topMargin: -0.17 * panel.digitsPx
            Layout.bottomMargin: -0.13 * panel.digitsPx
        }

        RowLayout {
            spacing: Theme.gap
            Layout.alignment: Qt.AlignHCenter

            ClassBadge {
                visible: panel.ticket.ticketClass !== ""
                ticketClass: panel.ticket.ticketClass
            }

            BodyText {
                text: panel.ticket.category
                font.bold: true
            }
        }

        BodyText {
            objectName: "ahead"
            text: panel.ticket.place
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.topMargin: Theme.small
        }

        BodyText {
            id: wait

            objectName: "wait"
            visible: text !== ""
            text: panel.ticket.wait
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
