import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// Something that is so or not: filled and marked while it is.
T.AbstractButton {
    id: toggle

    property string iconName: ""
    property bool isOn: false
    readonly property color inkNow: isOn ? Theme.inkOnAction : Theme.ink

    implicitWidth: Math.max(Theme.targetEdge, row.implicitWidth + 2 * Theme.small)
    implicitHeight: Math.max(0.75 * Theme.targetEdge, row.implicitHeight + Theme.small)
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45

    Accessible.role: Accessible.Button
    Accessible.name: isOn ? qsTr("%1，已选").arg(text) : text
    Accessible.onPressAction: toggle.click()
    Keys.onReturnPressed: toggle.click()
    Keys.onEnterPressed: toggle.click()

    background: Rectangle {
        color: toggle.isOn ? (toggle.down ? Theme.pressedAction : Theme.action) : (toggle.down ? Theme.pressedSurface : Theme.surface)
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: toggle.isOn ? Theme.action : Theme.line

        FocusRing {
            visible: toggle.visualFocus
            radius: Theme.smallRadius
        }
    }

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
