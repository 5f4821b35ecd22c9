import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A door among many: its number, how it is, and a colour and sign where somebody should look.
SurfaceButton {
    id: tile

    property string tone: "action"
    property string iconName: ""
    readonly property bool isWarning: tone === "warn"

    fill: isWarning ? Theme.tint("warn") : Theme.surface
    edge: isWarning ? Theme.warn : Theme.line
    corner: Theme.smallRadius
    implicitWidth: 3 * Theme.targetEdge
    implicitHeight: 1.4 * Theme.targetEdge

    contentItem: Item {
        RowLayout {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.small
            anchors.rightMargin: Theme.small
            spacing: Theme.small

            Icon {
                visible: tile.isWarning
                name: "warning"
                color: Theme.warn
                Layout.preferredWidth: 1.2 * Theme.bodyPx
                Layout.preferredHeight: 1.2 * Theme.bodyPx
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                BodyText {
                    text: tile.text
                    font.bold: true
                    Layout.fillWidth: true
                }

                QuietText {
                    text: tile.hint
                    Layout.fillWidth: true
                }
            }
        }
    }
}
