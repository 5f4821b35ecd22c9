import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One thing that may be said beside a level: filled and ticked while it is.
SurfaceButton {
    id: button

    property bool isOn: false
    readonly property color inkNow: isOn ? Theme.inkOnAction : Theme.ink

    fill: isOn ? Theme.action : Theme.surface
    pressedFill: isOn ? Theme.pressedAction : Theme.pressedSurface
    edge: Theme.action
    corner: Theme.smallRadius

    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: isOn

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
