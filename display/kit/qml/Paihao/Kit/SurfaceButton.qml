import QtQuick
import QtQuick.Templates as T

// What is pressed, on a surface of its own: by hand, by keys, by a screen reader. What stands on it is added.
T.AbstractButton {
    id: button

    property string hint: ""
    property color fill: Theme.surface
    property color pressedFill: Theme.pressedSurface
    property color edge: Theme.line
    property real corner: Theme.radius

    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: hint
    Accessible.onPressAction: button.click()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        color: button.down ? button.pressedFill : button.fill
        radius: button.corner
        border.width: Theme.hair
        border.color: button.edge

        FocusRing {
            visible: button.visualFocus
            radius: button.corner
        }
    }
}
