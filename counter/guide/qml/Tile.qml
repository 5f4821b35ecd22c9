import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A smaller choice beside other things: its icon, what it is called, and what it means. Filled while it is so.
SurfaceButton {
    id: tile

    property string iconName: ""
    property string tone: "action"
    property bool isOn: false
    readonly property color inkNow: isOn ? Theme.inkOnAction : Theme.ink

    fill: isOn ? Theme.action : Theme.surface
    pressedFill: isOn ? Theme.pressedAction : Theme.pressedSurface
    edge: isOn ? Theme.action : Theme.line
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
                visible: tile.iconName !== ""
                name: tile.iconName
                color: tile.isOn ? Theme.inkOnAction : tile.tone === "pickup" ? Theme.ink : Theme.tone(tile.tone)
                Layout.preferredWidth: 0.8 * Theme.iconEdge
                Layout.preferredHeight: 0.8 * Theme.iconEdge
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                BodyText {
                    text: tile.text
                    color: tile.inkNow
                    font.bold: true
                    Layout.fillWidth: true
                }

                QuietText {
                    visible: text !== ""
                    text: tile.hint
                    color: tile.isOn ? Theme.inkOnAction : Theme.quietInk
                    Layout.fillWidth: true
                }
            }
        }
    }
}
