import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// An action with its icon, its word, its key, and a line below when there is more to say. A small one has no icon.
// `isNext` marks the press that comes next on a good day; `isPending` that its answer is awaited.
T.AbstractButton {
    id: button

    property string iconName: ""
    property string key: ""
    property string hint: ""
    property bool isNext: false
    property bool isPending: false
    property bool isSmall: false
    readonly property bool isLit: isNext && (enabled || isPending)
    readonly property color textColor: isLit ? Theme.inkOnAction : Theme.ink

    implicitWidth: row.implicitWidth + 2 * Theme.small
    implicitHeight: Math.max((isSmall ? 0.68 : 0.9) * Theme.targetEdge, row.implicitHeight + Theme.tiny)
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
            anchors.leftMargin: button.isSmall ? Theme.small : 1.5 * Theme.small
            anchors.rightMargin: button.isSmall ? 0.6 * Theme.small : 1.5 * Theme.small
            spacing: button.isSmall ? Theme.tiny : Theme.small
            opacity: button.enabled || button.isPending ? 1 : 0.5

            Icon {
                visible: !button.isSmall && button.iconName !== ""
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
                    font.pixelSize: button.isSmall ? 0.9 * Theme.bodyPx : Theme.bodyPx
                    font.bold: button.isNext
                    lineHeight: 0.9
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
                visible: button.key !== ""
                key: button.key
                opacity: button.isPending ? 0 : 1
            }
        }

        Pulse {
            visible: button.isPending
            color: button.textColor
            scale: button.isSmall ? 0.35 : 0.5
            transformOrigin: Item.Right
            anchors.right: row.right
            anchors.verticalCenter: row.verticalCenter
        }
    }
}
