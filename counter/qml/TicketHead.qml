import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// Who is at the window: class, category and matter, the number, the person, the time.
ColumnLayout {
    id: head

    required property InHandModel ticket
    property real numberPx: 1.9 * Theme.displayPx
    property bool isLow: false // then the number stands beside the rest

    spacing: Theme.tiny

    RowLayout {
        spacing: Theme.small
        Layout.fillWidth: true

        NumberText {
            objectName: "number"
            visible: head.isLow
            text: head.ticket.number
            font.pixelSize: head.numberPx
            horizontalAlignment: Text.AlignLeft
            Layout.preferredWidth: Math.min(implicitWidth, 0.5 * head.width)
            Layout.preferredHeight: 1.46 * head.numberPx
            Layout.topMargin: -0.24 * head.numberPx
            Layout.bottomMargin: -0.22 * head.numberPx
        }

        ClassBadge {
            objectName: "ticket-class"
            ticketClass: head.ticket.ticketClass
            textPx: Theme.bodyPx
            visible: !head.isLow
            Layout.alignment: Qt.AlignTop
        }

        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            ClassBadge {
                objectName: "ticket-class"
                visible: head.isLow
                ticketClass: head.ticket.ticketClass
                textPx: Theme.captionPx
                Layout.alignment: Qt.AlignRight
            }

            BodyText {
                objectName: "category"
                text: head.ticket.category
                horizontalAlignment: head.isLow ? Text.AlignRight : Text.AlignLeft
                Layout.fillWidth: true
            }

            BodyText {
                objectName: "matter"
                visible: text !== "" && !head.isLow
                text: head.ticket.matter
                font.bold: true
                Layout.fillWidth: true
            }
        }
    }

    BodyText {
        objectName: "matter"
        visible: text !== "" && head.isLow
        text: head.ticket.matter
        font.bold: true
        Layout.fillWidth: true
    }

    NumberText {
        objectName: "number"
        visible: !head.isLow
        text: head.ticket.number
        font.pixelSize: head.numberPx
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: 1.46 * head.numberPx
        Layout.topMargin: -0.24 * head.numberPx
        Layout.bottomMargin: -0.22 * head.numberPx
    }

    RowLayout {
        visible: head.ticket.holder !== ""
        spacing: Theme.gap
        Layout.fillWidth: true

        Text {
            objectName: "holder"
            text: head.ticket.holder
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.leadPx * 0.95
            font.bold: true
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            Layout.fillWidth: true
        }

        QuietText {
            objectName: "holder-number"
            text: head.ticket.holderNumber
            wrapMode: Text.NoWrap
        }
    }

    QuietText {
        objectName: "holder-unknown"
        visible: head.ticket.holder === ""
        text: qsTr("未刷卡取号")
        Layout.fillWidth: true
    }

    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true

        BodyText {
            objectName: "elapsed"
            text: head.ticket.isServing ? qsTr("办理 %1").arg(head.ticket.elapsed) : qsTr("叫号后 %1").arg(head.ticket.elapsed)
            font.features: ({ "tnum": 1 })
            font.bold: true
            Layout.fillWidth: true
        }

        QuietText {
            objectName: "calls"
            text: qsTr("已呼叫 %n 次", "", head.ticket.calls)
        }
    }
}
