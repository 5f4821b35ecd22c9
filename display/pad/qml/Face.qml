import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One level to press: its face above its word.
T.AbstractButton {
    id: face

    required property int level
    property bool isChosen: false
    readonly property string tone: Levels.tone(level)
    readonly property color mark: isChosen ? Theme.inkOn(tone) : Theme.tone(tone)

    text: Levels.label(level)
    focusPolicy: Qt.StrongFocus
    opacity: enabled || isChosen ? 1 : 0.4

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: face.click()
    Keys.onReturnPressed: face.click()
    Keys.onEnterPressed: face.click()

    background: Rectangle {
        color: face.isChosen ? Theme.tone(face.tone) : face.down ? Theme.tint(face.tone) : Theme.surface
        radius: Theme.radius
        border.width: face.visualFocus ? 3 * Theme.hair : 1.5 * Theme.hair
        border.color: face.visualFocus ? Theme.focus : Theme.tone(face.tone)
    }

    contentItem: ColumnLayout {
        spacing: Theme.gap

        Item {
            Layout.fillHeight: true
        }

        Icon {
            name: Levels.face(face.level)
            color: face.mark
            weight: 1.4
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.min(face.width * 0.84, face.height * 0.5)
            Layout.preferredHeight: Math.min(face.width * 0.84, face.height * 0.5)
        }

        Text {
            text: face.text
            color: face.isChosen ? face.mark : Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.leadPx
            font.bold: true
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            textFormat: Text.PlainText
            Layout.fillWidth: true
            Layout.leftMargin: Theme.tiny
            Layout.rightMargin: Theme.tiny
            Layout.preferredHeight: 3 * Theme.leadPx // two lines of this face
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
