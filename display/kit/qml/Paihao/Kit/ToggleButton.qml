import QtQuick
import QtQuick.Layouts

// Something that is so or not: filled and marked while it is.
SurfaceButton {
    id: toggle

    property string iconName: ""
    property bool isOn: false
    readonly property color inkNow: isOn ? Theme.inkOnAction : Theme.ink

    fill: isOn ? Theme.action : Theme.surface
    pressedFill: isOn ? Theme.pressedAction : Theme.pressedSurface
    edge: isOn ? Theme.action : Theme.line
    corner: Theme.smallRadius
    implicitWidth: Math.max(Theme.targetEdge, row.implicitWidth + 2 * Theme.small)
    implicitHeight: Math.max(0.75 * Theme.targetEdge, row.implicitHeight + Theme.small)
    opacity: enabled ? 1 : 0.45

    Accessible.name: isOn ? qsTr("%1，已选").arg(text) : text

    contentItem: Item {
        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.tiny

            Icon {
                visible: toggle.iconName !== ""
                name: toggle.iconName
                color: toggle.inkNow
                Layout.preferredWidth: 1.3 * label.font.pixelSize
                Layout.preferredHeight: 1.3 * label.font.pixelSize
            }

            Text {
                id: label

                text: toggle.text
                color: toggle.inkNow
                font.family: Theme.family
                font.pixelSize: Theme.captionPx
                font.bold: toggle.isOn
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth + 1
            }
        }
    }
}
