import QtQuick
import QtQuick.Layouts

// Which key of the keyboard does it: the key as a key cap, the deed beside it (may be empty).
RowLayout {
    id: hint

    property string key: ""
    property string text: ""

    spacing: Theme.tiny

    Rectangle {
        color: Theme.surface
        radius: Theme.smallRadius / 2
        border.width: Theme.hair
        border.color: Theme.quietInk
        implicitWidth: Math.max(implicitHeight, cap.implicitWidth + 1.0 * Theme.captionPx)
        implicitHeight: 1.5 * Theme.captionPx

        Text {
            id: cap

            anchors.centerIn: parent
            text: hint.key
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: 0.9 * Theme.captionPx
            textFormat: Text.PlainText
        }
    }

    QuietText {
        visible: text !== ""
        text: hint.text
        wrapMode: Text.NoWrap
    }
}
