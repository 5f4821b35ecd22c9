import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// A door among many: its number, how it is, and a colour and sign where somebody should look.
T.AbstractButton {
    id: tile

    property string hint: ""
    property string tone: "action"
    property string iconName: ""
    readonly property bool isWarning: tone === "warn"

    implicitWidth: 3 * Theme.targetEdge
    implicitHeight: 1.4 * Theme.targetEdge
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: hint
    Accessible.onPressAction: tile.click()
    Keys.onReturnPressed: tile.click()
    Keys.onEnterPressed: tile.click()

    background: Rectangle {
        color: tile.down ? Theme.pressedSurface : tile.isWarning ? Theme.tint("warn") : Theme.surface
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: tile.isWarning ? Theme.warn : Theme.line

        FocusRing {
            visible: tile.visualFocus
            radius: Theme.smallRadius
        }
    }

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
