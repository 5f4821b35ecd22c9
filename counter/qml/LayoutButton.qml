import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// A way to another layout: an icon and its key.
T.AbstractButton {
    id: button

    property string iconName: ""
    property string key: ""

    implicitWidth: row.implicitWidth + 2 * Theme.tiny
    implicitHeight: 0.5 * Theme.targetEdge
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: key
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        color: button.down ? Theme.pressedSurface : "transparent"
        radius: Theme.smallRadius
        border.width: button.visualFocus ? 2 * Theme.hair : 0
        border.color: Theme.focus
    }

    contentItem: Item {
        RowLayout {
            id: row

            anchors.centerIn: parent
            spacing: Theme.tiny

            Icon {
                name: button.iconName
                Layout.preferredWidth: Theme.bodyPx
                Layout.preferredHeight: Theme.bodyPx
            }

            KeyHint {
                visible: key !== ""
                key: button.key
            }
        }
    }
}
