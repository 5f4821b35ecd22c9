import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One thing that may be asked for a number: its icon, what it is called, and what it means for the number.
SurfaceButton {
    id: button

    property string iconName: ""

    implicitWidth: 3 * Theme.targetEdge
    implicitHeight: Math.max(1.1 * Theme.targetEdge, row.implicitHeight + 2 * Theme.small)
    opacity: enabled ? 1 : 0.45

    contentItem: Item {
        RowLayout {
            id: row

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.small
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Icon {
                name: button.iconName
                color: Theme.action
                Layout.preferredWidth: Theme.iconEdge
                Layout.preferredHeight: Theme.iconEdge
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                BodyText {
                    text: button.text
                    font.bold: true
                    Layout.fillWidth: true
                }

                QuietText {
                    visible: text !== ""
                    text: button.hint
                    Layout.fillWidth: true
                }
            }
        }
    }
}
