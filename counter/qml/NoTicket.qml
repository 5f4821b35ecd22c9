import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// What there is to do without a number in hand.
ColumnLayout {
    id: column

    required property CounterFrameModel frame
    required property DeskModel desk
    required property QueueModel queue

    spacing: Theme.small

    Icon {
        name: Wording.windowStateIcon(column.desk.windowState)
        color: Theme.quietInk
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: Theme.iconEdge
        Layout.preferredHeight: Theme.iconEdge
    }

    TitleText {
        objectName: "no-ticket"
        text: column.desk.windowState === "closed" ? qsTr("窗口未开")
            : column.desk.windowState === "paused" ? qsTr("窗口已暂停")
            : column.queue.waiting === 0 ? qsTr("暂时没有人等候")
            : qsTr("有 %n 人在等候", "", column.queue.waiting)
        font.pixelSize: Theme.titlePx * 0.8
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }

    BodyText {
        objectName: "no-ticket-hint"
        text: column.desk.windowState === "closed" ? qsTr("按 %1 开窗，开始叫号。").arg(column.frame.keys["open"] ?? "")
            : column.desk.windowState === "paused" ? Sayings.pause(column.desk.pauseReason, column.desk.pauseUntil)
            : column.queue.waiting === 0 ? qsTr("有人取号后，这里会显示。")
            : qsTr("按 %1 叫下一位。").arg(column.frame.keys["call-next"] ?? "")
        color: Theme.quietInk
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
}
