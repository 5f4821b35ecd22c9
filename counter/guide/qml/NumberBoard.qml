import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// A number, what it is for, where it stands, and what is known of it.
Panel {
    id: board

    required property GuideModel model

    implicitHeight: column.implicitHeight + 2 * Theme.gap

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap
        spacing: Theme.tiny

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            NumberText {
                objectName: "number"
                visible: text !== ""
                text: board.model.number
                font.pixelSize: Theme.displayPx
                Layout.maximumWidth: board.width / 2
            }

            ClassBadge {
                visible: board.model.ticketClass !== ""
                ticketClass: board.model.ticketClass
            }

            Item {
                Layout.fillWidth: true
            }
        }

        BodyText {
            objectName: "headline"
            text: board.model.headline
            font.bold: true
            Layout.fillWidth: true
        }

        Rectangle {
            color: Theme.line
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.hair
        }

        Rows {
            model: board.model
            Layout.fillWidth: true
        }
    }
}
