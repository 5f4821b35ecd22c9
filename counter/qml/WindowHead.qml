import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// Which window, in which state, whose; who waits; and the ways to another layout.
ColumnLayout {
    id: head

    required property CounterFrameModel frame
    required property DeskModel desk
    required property QueueModel queue
    required property CounterHands hands

    spacing: Theme.tiny

    RowLayout {
        spacing: Theme.small
        Layout.fillWidth: true

        Text {
            objectName: "window"
            text: qsTr("%1 号窗口").arg(head.desk.windowNumber)
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.leadPx * 1.1
            font.bold: true
            textFormat: Text.PlainText
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }

        Icon {
            name: Wording.windowStateIcon(head.desk.windowState)
            Layout.preferredWidth: Theme.bodyPx
            Layout.preferredHeight: Theme.bodyPx
        }

        BodyText {
            objectName: "state"
            text: Wording.windowState(head.desk.windowState)
            font.bold: true
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 0.8 * Theme.captionPx
            Layout.fillWidth: true
        }

        LayoutButton {
            objectName: head.frame.layout === "full" ? "dock" : "full"
            iconName: head.frame.layout === "full" ? "to-dock" : "to-full"
            text: head.frame.layout === "full" ? qsTr("停靠到边上") : qsTr("展开")
            key: head.frame.keys["layout"] ?? ""
            onClicked: head.hands.press(objectName)
        }

        LayoutButton {
            objectName: "fold"
            iconName: "fold"
            text: qsTr("折叠")
            key: head.frame.keys["fold"] ?? ""
            onClicked: head.hands.press("fold")
        }
    }

    RowLayout {
        spacing: Theme.small
        Layout.fillWidth: true

        QuietText {
            objectName: "clerk-name"
            text: qsTr("%1　工号 %2").arg(head.desk.clerkName).arg(head.desk.clerkNumber)
            Layout.fillWidth: true
        }

        ColumnLayout {
            spacing: 0

            BodyText {
                objectName: "waiting"
                text: qsTr("等候 %n 人", "", head.queue.waiting)
                font.bold: true
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
            }

            QuietText {
                objectName: "first-wait"
                visible: head.queue.firstWaitMin >= 0 && head.queue.waiting > 0
                text: qsTr("第一位已等 %n 分钟", "", head.queue.firstWaitMin)
                horizontalAlignment: Text.AlignRight
                Layout.fillWidth: true
            }
        }
    }
}
