import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// One thing to know, and what to do now.
Item {
    id: board

    required property GuideModel model

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width, 11 * Theme.targetEdge)
        spacing: Theme.gap

        Icon {
            name: board.model.icon
            color: Theme.tone(board.model.tone)
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.largeIconEdge
            Layout.preferredHeight: Theme.largeIconEdge
        }

        NumberText {
            objectName: "number"
            visible: text !== ""
            text: board.model.number
            font.pixelSize: Theme.hugePx / 2
            Layout.fillWidth: true
        }

        TitleText {
            objectName: "title"
            text: board.model.title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "hint"
            visible: text !== ""
            text: board.model.hint
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
