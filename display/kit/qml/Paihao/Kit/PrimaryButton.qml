import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// The one thing to do next.
T.AbstractButton {
    id: button

    property string iconName: ""

    implicitWidth: Math.max(Theme.targetEdge * 3, row.implicitWidth + 2 * Theme.wide)
    implicitHeight: Math.max(Theme.targetEdge, row.implicitHeight + 2 * Theme.small)
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.click()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        color: button.down ? Theme.pressedAction : Theme.action
        radius: Theme.radius

        FocusRing {
            visible: button.visualFocus
        }
    }

    contentItem: Item {
        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.small

            Icon {
                visible: button.iconName !== ""
                name: button.iconName
                color: Theme.inkOnAction
                Layout.preferredWidth: label.font.pixelSize * 1.35
                Layout.preferredHeight: label.font.pixelSize * 1.35
            }

            Text {
                id: label

                text: button.text
                color: Theme.inkOnAction
                font.family: Theme.family
                font.pixelSize: Theme.leadPx
                font.bold: true
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                textFormat: Text.PlainText
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth + 1
            }
        }
    }
}
