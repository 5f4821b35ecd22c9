import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// A press at a desk. `tone`: empty (aside), `action` (the next thing), `bad` (what hurts).
T.AbstractButton {
    id: act

    property string iconName: ""
    property string key: ""
    property string tone: ""
    readonly property bool isFilled: tone !== ""
    readonly property color inkNow: tone === "bad" ? Theme.inkOnBad : isFilled ? Theme.inkOnAction : Theme.ink
    readonly property color ground: tone === "bad" ? Theme.bad : isFilled ? (down ? Theme.pressedAction : Theme.action)
                                                                         : (down ? Theme.pressedSurface : Theme.surface)

    implicitWidth: row.implicitWidth + 2 * Theme.gap
    implicitHeight: Math.max(0.74 * Theme.targetEdge, row.implicitHeight + Theme.small)
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.45

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: act.click()
    Keys.onReturnPressed: act.click()
    Keys.onEnterPressed: act.click()

    background: Rectangle {
        color: act.ground
        radius: Theme.smallRadius
        border.width: act.isFilled ? 0 : Theme.hair
        border.color: Theme.line

        FocusRing {
            visible: act.visualFocus
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
                visible: act.iconName !== ""
                name: act.iconName
                color: act.inkNow
                Layout.preferredWidth: 1.25 * label.font.pixelSize
                Layout.preferredHeight: 1.25 * label.font.pixelSize
            }

            Text {
                id: label

                visible: text !== ""
                text: act.text
                color: act.inkNow
                font.family: Theme.family
                font.pixelSize: Theme.bodyPx
                font.bold: act.isFilled
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                textFormat: Text.PlainText
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth + 1
            }

            KeyHint {
                visible: act.key !== ""
                key: act.key
            }
        }
    }
}
