import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A choice beside the main ones: an icon above a word, or flat, beside it.
SurfaceButton {
    id: button

    property string iconName: ""
    property bool isFlat: false

    implicitWidth: 2 * Theme.targetEdge
    implicitHeight: Math.max(Theme.targetEdge, column.implicitHeight + 2 * Theme.small)

    contentItem: Item {
        GridLayout {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.small
            columns: button.isFlat ? 4 : 1
            columnSpacing: Theme.small
            rowSpacing: Theme.tiny

            Item {
                visible: button.isFlat
                Layout.fillWidth: true
            }

            Icon {
                name: button.iconName
                color: Theme.action
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: Theme.iconEdge
                Layout.preferredHeight: Theme.iconEdge
            }

            BodyText {
                text: button.text
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: !button.isFlat
                Layout.preferredWidth: button.isFlat ? Math.ceil(implicitWidth) : -1
                Layout.maximumWidth: button.isFlat ? column.width - Theme.iconEdge - 3 * column.columnSpacing : -1
            }

            Item {
                visible: button.isFlat
                Layout.fillWidth: true
            }
        }
    }
}
