pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// What happened, and what one can do now.
Item {
    id: board

    required property CabinetModel model

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width, 12 * Theme.targetEdge)
        spacing: Theme.isLow ? Theme.gap : Theme.wide

        Rectangle {
            visible: board.model.rows.length < 2 || board.height > 6 * Theme.targetEdge
            color: Theme.tint(board.model.tone)
            radius: width / 2
            border.width: Theme.hair
            border.color: Theme.tone(board.model.tone)
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: (Theme.isLow || board.model.noticeTitle !== "" || board.height < 5 * Theme.targetEdge ? 1.1 : 1.8) * Theme.largeIconEdge
            Layout.preferredHeight: Layout.preferredWidth

            Icon {
                anchors.centerIn: parent
                width: parent.width * 0.55
                height: width
                name: board.model.icon
                color: Theme.tone(board.model.tone)
            }
        }

        TitleText {
            objectName: visible ? "title" : ""
            visible: !Theme.isLow
            text: board.model.title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            objectName: visible ? "hint" : ""
            visible: text !== "" && !Theme.isLow
            text: board.model.hint
            font.pixelSize: Theme.leadPx
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        Repeater {
            model: board.visible ? board.model.rows : []

            BodyText {
                required property string modelData

                text: modelData
                font.pixelSize: board.model.rows.length > 1 ? Theme.bodyPx : Theme.leadPx
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }
        }

        Notice {
            objectName: board.visible ? "notice" : ""
            visible: board.model.noticeTitle !== ""
            tone: board.model.noticeTone
            title: board.model.noticeTitle
            text: board.model.notice
            Layout.fillWidth: true
        }

        Pulse {
            visible: board.model.isBusy
            Layout.alignment: Qt.AlignHCenter
        }
    }
}
