import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One class of a category: filled while it is the one.
SurfaceButton {
    id: button

    property string kind: ""
    property bool isOn: false
    readonly property color inkNow: isOn ? Theme.inkOnAction : Theme.ink

    fill: isOn ? Theme.action : Theme.surface
    pressedFill: isOn ? Theme.action : Theme.pressedSurface
    edge: isOn ? Theme.action : Theme.line
    corner: Theme.smallRadius
    implicitWidth: Math.max(Theme.targetEdge, row.implicitWidth + 2 * Theme.small)
    implicitHeight: Math.max(0.86 * Theme.targetEdge, row.implicitHeight + 2 * Theme.small)

    Accessible.name: isOn ? qsTr("%1，已选").arg(text) : text

    contentItem: Item {
        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.small

            Icon {
                name: button.kind
                color: button.inkNow
                Layout.preferredWidth: 1.2 * Theme.bodyPx
                Layout.preferredHeight: 1.2 * Theme.bodyPx
            }

            BodyText {
                text: button.text
                color: button.inkNow
                font.bold: button.isOn
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth + 1
            }
        }
    }
}
