pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// The numbers this window keeps, with their clocks; who is back is called first.
Scroller {
    id: list

    required property QueueModel queue
    required property CounterFrameModel frame
    required property DeskModel desk
    required property CounterHands hands
    property int rows: 3 // so many are shown at once
    readonly property real rowEdge: 0.78 * Theme.targetEdge + Theme.tiny

    implicitHeight: Math.min(wanted, rows * rowEdge + (queue.held.length > rows ? Theme.bodyPx : 0))

    Repeater {
        model: list.queue.held

        Rectangle {
            id: row

            required property var modelData

            color: row.modelData.is_back ? Theme.goodTint : row.modelData.is_soon ? Theme.warnTint : Theme.surface
            opacity: list.sees(y, height)
            radius: Theme.smallRadius
            border.width: Theme.hair
            border.color: row.modelData.is_back ? Theme.good : row.modelData.is_soon ? Theme.warn : Theme.line
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(0.78 * Theme.targetEdge, line.implicitHeight)

            RowLayout {
                id: line

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.small
                anchors.rightMargin: Theme.tiny
                spacing: Theme.small

                BodyText {
                    objectName: "held-" + row.modelData.number
                    text: row.modelData.number
                    font.bold: true
                    wrapMode: Text.NoWrap
                }

                QuietText {
                    text: row.modelData.is_back ? qsTr("已回来，下一位先叫")
                        : qsTr("%1；留到 %2，还有 %n 分钟", "", row.modelData.left_min).arg(row.modelData.reason).arg(row.modelData.until)
                    lineHeight: 0.88
                    Layout.fillWidth: true
                }

                ActionButton {
                    objectName: "back-" + row.modelData.number
                    visible: !row.modelData.is_back
                    text: qsTr("回来了")
                    isSmall: true
                    enabled: list.frame.link === "up" && list.desk.pendingAction === ""
                    Layout.preferredHeight: 0.56 * Theme.targetEdge
                    onClicked: list.hands.handBack(row.modelData.ticket_id)
                }
            }
        }
    }
}
