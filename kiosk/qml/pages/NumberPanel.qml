import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The number as large as there is room for, with its class, its category and who is ahead.
Panel {
    id: panel

    required property TicketModel ticket
    readonly property real digitsPx: Math.max(Theme.displayPx, Math.min(Theme.hugePx, (height - otherHeight) / lineOfDigits))
    // Digits leave a sixth of the face's line free above and below.
    readonly property real lineOfDigits: 1.15
    readonly property real otherHeight: heading.implicitHeight + badge.implicitHeight + ahead.implicitHeight + (wait.visible ? wait.implicitHeight : 0) + 2 * Theme.gap + 5 * Theme.tiny

    implicitHeight: otherHeight + lineOfDigits * Theme.displayPx

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.tiny

        BodyText {
            id: heading

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
            Layout.topMargin: -0.17 * panel.digitsPx
            Layout.bottomMargin: -0.13 * panel.digitsPx
        }

        RowLayout {
            spacing: Theme.gap
            Layout.alignment: Qt.AlignHCenter

            ClassBadge {
                id: badge

                visible: panel.ticket.ticketClass !== ""
                ticketClass: panel.ticket.ticketClass
            }

            BodyText {
                text: panel.ticket.category
                font.bold: true
            }
        }

        BodyText {
            id: ahead

            objectName: "ahead"
            text: panel.ticket.place
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
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
