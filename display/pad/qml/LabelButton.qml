import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One thing that may be said beside a level: filled and ticked while it is.
T.AbstractButton {
    id: button

    property bool isOn: false
    readonly property color inkNow: isOn ? Theme.inkOnAction : Theme.ink

    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: isOn
    Accessible.onPressAction: button.click()
    Keys.onReturnPressed: button.click()
    Keys.onEnterPressed: button.click()

    background: Rectangle {
        color: button.isOn ? (button.down ? Theme.pressedAction : Theme.action) : (button.down ? Theme.pressedSurface : Theme.surface)
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: Theme.action

        FocusRing {
            visible: button.visualFocus
            radius: Theme.smallRadius
        }
    }

    contentItem: RowLayout {
        spacing: Theme.tiny

        Icon {
            name: button.isOn ? "check" : "add"
            color: button.inkNow
            weight: 2.2
            Layout.leftMargin: Theme.small
            Layout.preferredWidth: Theme.bodyPx
            Layout.preferredHeight: Theme.bodyPx
        }

        Text {
            text: button.text
            color: button.inkNow
            font.family: Theme.family
            font.pixelSize: Theme.bodyPx * 0.9
            minimumPixelSize: 0.7 * Theme.bodyPx
            fontSizeMode: Text.Fit
            font.bold: button.isOn
            lineHeight: 0.85
            wrapMode: Text.Wrap
            textFormat: Text.PlainText
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.rightMargin: Theme.tiny
        }
    }
}
