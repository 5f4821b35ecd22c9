import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// One key of a keyboard on the screen. It is filled while it is pressed, and a touch does not take the focus.
T.AbstractButton {
    id: key

    property string iconName: ""
    property string spokenName: text
    property bool isMain: false

    readonly property color inkNow: down || isMain ? Theme.inkOnAction : Theme.ink

    implicitWidth: Theme.targetEdge
    implicitHeight: Theme.targetEdge
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45

    Accessible.role: Accessible.Button
    Accessible.name: spokenName
    Accessible.onPressAction: key.click()
    Keys.onReturnPressed: key.click()
    Keys.onEnterPressed: key.click()

    background: Rectangle {
        color: key.down ? Theme.pressedAction : key.isMain ? Theme.action : Theme.surface
        radius: Theme.smallRadius
        border.width: key.isMain ? 0 : Theme.hair
        border.color: key.down ? Theme.pressedAction : Theme.line

        FocusRing {
            visible: key.visualFocus
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
                visible: key.iconName !== "" && (key.text === "" || key.width > 1.2 * Theme.targetEdge)
                name: key.iconName
                color: key.inkNow
                Layout.preferredWidth: 1.2 * Theme.bodyPx
                Layout.preferredHeight: 1.2 * Theme.bodyPx
            }

            Text {
                visible: text !== ""
                text: key.text
                color: key.inkNow
                font.family: Theme.family
                font.pixelSize: key.text.length > 1 ? Theme.bodyPx : Theme.leadPx
                font.bold: true
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.captionPx
                maximumLineCount: 1
                horizontalAlignment: Text.AlignHCenter
                textFormat: Text.PlainText
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth + 1
            }
        }
    }
}
