import QtQuick
import QtQuick.Layouts

// A way out or aside: back, cancel, language.
SurfaceButton {
    id: button

    property string iconName: ""

    implicitWidth: Math.max(Theme.targetEdge, row.implicitWidth + 2 * Theme.gap)
    implicitHeight: Math.max(Theme.targetEdge * 0.86, row.implicitHeight + 2 * Theme.small)
    opacity: enabled ? 1 : 0.45

    contentItem: Item {
        RowLayout {
            id: row

            anchors.centerIn: parent
            width: Math.min(implicitWidth, parent.width)
            spacing: Theme.small

            Icon {
                visible: button.iconName !== ""
                name: button.iconName
                color: Theme.ink
                Layout.preferredWidth: label.font.pixelSize * 1.3
                Layout.preferredHeight: label.font.pixelSize * 1.3
            }

            Text {
                id: label

                visible: text !== ""
                text: button.text
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.bodyPx
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignHCenter
                textFormat: Text.PlainText
                Layout.fillWidth: true
                Layout.maximumWidth: implicitWidth + 1
            }
        }
    }
}
