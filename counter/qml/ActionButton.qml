import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// An action with its icon, its word, its key, and a line below when there is more to say.
// `isNext` marks the press that comes next on a good day; `isPending` that its answer is awaited.
T.AbstractButton {
    id: button

    property string iconName: ""
    property string key: ""
    property string hint: ""
    property bool isNext: false
    property bool isPending: false
    readonly property bool isLit: isNext && (enabled || isPending)
    readonly property color textColor: isLit ? Theme.inkOnAction : Theme.ink

    implicitWidth: row.implicitWidth + 2 * Theme.gap
    implicitHeight: Math.max(0.82 * Theme.targetEdge, row.implicitHeight + Theme.tiny)
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: hint === "" ? key : key + ", " + hint
    Accessible.onPressAction: button.click()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        color: button.isLit ? (button.down ? Theme.pressedAction : Theme.action)
                            : (button.down ? Theme.pressedSurface : Theme.surface)
        opacity: button.enabled || button.isPending ? 1 : 0.6
        radius: Theme.smallRadius
        border.width: button.visualFocus ? 3 * Theme.hair : Theme.hair
        border.color: button.visualFocus ? Theme.focus : Theme.line
    }

    contentItem: Item {
        RowLayout {
            id: row

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.small * 1.5
            anchors.rightMargin: Theme.small * 1.5
            spacing: Theme.small
            opacity: button.enabled || button.isPending ? 1 : 0.5

            Icon {
                name: button.iconName
                color: button.textColor
                Layout.preferredWidth: Theme.bodyPx * 1.2
                Layout.preferredHeight: Theme.bodyPx * 1.2
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                Text {
                    text: button.text
                    color: button.textColor
                    font.family: Theme.family
                    font.pixelSize: Theme.bodyPx
                    font.bold: button.isNext
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                    Layout.fillWidth: true
                }

                Text {
                    visible: text !== ""
                    text: button.hint
                    color: button.textColor
                    font.family: Theme.family
                    font.pixelSize: Theme.captionPx
                    wrapMode: Text.Wrap
                    textFormat: Text.PlainText
                    Layout.fillWidth: true
                }
            }

            KeyHint {
                key: button.key
                opacity: button.isPending ? 0 : 1
            }
        }

        Pulse {
            visible: button.isPending
            color: button.textColor
            scale: 0.5
            transformOrigin: Item.Right
            anchors.right: row.right
            anchors.verticalCenter: row.verticalCenter
        }
    }
}
