import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The number as large as there is room for, with its class, its category and who is ahead: below it, or beside it
// where the number becomes larger by that.
Panel {
    id: panel

    required property TicketModel ticket
    // Digits leave a sixth of the face's line free above and below; three of them are this wide.
    readonly property real lineOfDigits: 1.15
    readonly property real widthOfDigits: 1.8
    readonly property real shareBeside: 0.55
    readonly property real roomAcross: width - 2 * Theme.gap
    readonly property real roomDown: height - 2 * Theme.gap
    readonly property real besidePx: Math.min(roomDown / lineOfDigits, shareBeside * (roomAcross - Theme.gap) / widthOfDigits)
    readonly property real usualLinesPx: 4.5 * 1.45 * Theme.bodyPx
    readonly property bool isBeside: besidePx > Math.min(Theme.hugePx, (roomDown - usualLinesPx) / lineOfDigits)
    readonly property real linesHeight: heading.implicitHeight + lines.implicitHeight + 3 * Theme.tiny
    readonly property real belowPx: Math.min((roomDown - linesHeight) / lineOfDigits, roomAcross / widthOfDigits)
    readonly property real digitsPx: Math.max(Theme.displayPx, Math.min(Theme.hugePx, isBeside ? besidePx : belowPx))

    implicitHeight: 2 * Theme.gap + (isBeside ? lines.implicitHeight : linesHeight + lineOfDigits * Theme.displayPx)

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        columns: panel.isBeside ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.tiny

        BodyText {
            id: heading

            visible: !panel.isBeside
            text: qsTr("您的号码")
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        NumberText {
            objectName: "number"
            text: panel.ticket.number
            font.pixelSize: panel.digitsPx
            Layout.fillWidth: !panel.isBeside
            Layout.preferredWidth: panel.isBeside ? panel.shareBeside * (panel.roomAcross - Theme.gap) : -1
            Layout.topMargin: -0.17 * panel.digitsPx
            Layout.bottomMargin: -0.13 * panel.digitsPx
        }

        ColumnLayout {
            id: lines

            spacing: Theme.tiny
            Layout.fillWidth: true

            GridLayout {
                columns: panel.isBeside ? 1 : 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.tiny
                Layout.alignment: Qt.AlignHCenter

                ClassBadge {
                    visible: panel.ticket.ticketClass !== ""
                    ticketClass: panel.ticket.ticketClass
                    Layout.alignment: Qt.AlignHCenter
                }

                BodyText {
                    text: panel.ticket.category
                    font.bold: true
                    horizontalAlignment: Text.AlignHCenter
                    Layout.maximumWidth: panel.isBeside ? lines.width : Infinity
                    Layout.alignment: Qt.AlignHCenter
                }
            }

            BodyText {
                objectName: "ahead"
                text: panel.ticket.place
                color: Theme.quietInk
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }

            BodyText {
                objectName: "wait"
                visible: text !== ""
                text: panel.ticket.wait
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}
