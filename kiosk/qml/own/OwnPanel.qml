pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The number, what it is for, and where it stands. `roomHeight` is what there is for all of it: the number
// becomes smaller before anything is left out.
Panel {
    id: panel

    required property OwnModel own
    property real roomHeight: 100000
    property real largestPx: 0.72 * Theme.hugePx
    property bool isShort: false
    readonly property real padding: 2 * Theme.gap
    // Digits leave a sixth of the face's line free above and below.
    readonly property real digitsPx: Math.max(Theme.titlePx, Math.min(largestPx, (roomHeight - padding - facts.implicitHeight - Theme.tiny) / 1.15))

    implicitHeight: 1.15 * digitsPx + facts.implicitHeight + padding + Theme.tiny

    NumberText {
        id: digits

        objectName: "number"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.gap - 0.16 * panel.digitsPx
        text: panel.own.number
        font.pixelSize: panel.digitsPx
    }

    ColumnLayout {
        id: facts

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        spacing: Theme.tiny

        RowLayout {
            spacing: Theme.gap
            Layout.alignment: Qt.AlignHCenter

            ClassBadge {
                id: badge

                visible: panel.own.ticketClass !== ""
                ticketClass: panel.own.ticketClass
            }

            BodyText {
                text: panel.own.category
                font.bold: true
                Layout.maximumWidth: facts.width - badge.implicitWidth - Theme.gap
            }
        }

        Repeater {
            model: panel.isShort ? [] : panel.own.matters

            BodyText {
                required property string modelData

                text: modelData
                color: Theme.quietInk
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }

        BodyText {
            objectName: "state"
            text: panel.own.headline
            color: panel.own.tone === "info" ? Theme.ink : Theme.tone(panel.own.tone)
            font.pixelSize: Theme.leadPx
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.topMargin: Theme.tiny
        }

        BodyText {
            objectName: "wait"
            visible: text !== ""
            text: panel.own.wait
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        Repeater {
            model: panel.isShort ? [] : [panel.own.advice, panel.own.right, ...panel.own.where].filter(line => line !== "")

            BodyText {
                required property string modelData

                text: modelData
                color: Theme.quietInk
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }
    }
}
