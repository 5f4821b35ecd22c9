import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// The hall is not heard: since when, and what to do now.
Rectangle {
    id: notice

    required property WallModel model
    required property SecondLanguage second

    objectName: "stale"
    color: Theme.warn
    implicitHeight: row.implicitHeight + 2 * Theme.small

    Accessible.role: Accessible.AlertMessage
    Accessible.name: what.first

    RowLayout {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.wide
        anchors.rightMargin: Theme.wide
        spacing: Theme.gap

        Icon {
            name: "offline"
            color: Theme.inkOn("warn")
            Layout.preferredWidth: Theme.iconEdge
            Layout.preferredHeight: Theme.iconEdge
        }

        TwoTexts {
            id: what

            name: "stale-text"
            first: qsTr("连接中断，以下是 %1 的叫号。请留意工作人员的通知").arg(notice.model.lostAt)
            second: notice.second.of("StaleNotice", "连接中断，以下是 %1 的叫号。请留意工作人员的通知").arg(notice.model.lostAt)
            color: Theme.inkOn("warn")
            px: Theme.leadPx
            secondPx: Theme.captionPx
            Layout.fillWidth: true
        }

        WallText {
            objectName: "lost-code"
            text: notice.model.lostCode
            color: Theme.inkOn("warn")
            font.pixelSize: Theme.captionPx * 0.7
        }
    }
}
