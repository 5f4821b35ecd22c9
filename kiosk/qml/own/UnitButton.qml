import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One class of a category: filled while it is the one.
T.AbstractButton {
    id: button

    property string kind: ""
    property bool isOn: false
    readonly property color inkNow: isOn ? Theme.inkOnAction : Theme.ink

    implicitWidth: Math.max(Theme.targetEdge, row.implicitWidth + 2 * Theme.small)
    implicitHeight: Math.max(0.86 * Theme.targetEdge, row.implicitHeight + 2 * Theme.small)
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: isOn ? qsTr("%1，已选").arg(text) : text
    Accessible.onPressAction: button.click()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        color: button.isOn ? Theme.action : button.down ? Theme.pressedSurface : Theme.surface
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: button.isOn ? Theme.action : Theme.line

        FocusRing {
            visible: button.visualFocus
            radius: Theme.smallRadius
        }
    }

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
