import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One level to press: its face above its word.
T.AbstractButton {
    id: face

    required property int level
    property bool isChosen: false
    property bool isWide: false // its word beside it
    property int lines: Theme.language === "en" ? 2 : 1 // of the longest word of all faces, so that they are level
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

    contentItem: GridLayout {
        columns: face.isWide ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: 0

        Icon {
            name: Levels.face(face.level)
            color: face.mark
            weight: 1.4
            Layout.alignment: face.isWide ? Qt.AlignVCenter : Qt.AlignHCenter
            Layout.fillHeight: !face.isWide
            Layout.leftMargin: face.isWide ? Theme.wide : 0
            Layout.preferredWidth: face.isWide ? face.height * 0.72 : Math.min(face.width * 0.78, face.height * 0.6, face.height - face.lines * 1.3 * Theme.leadPx - Theme.small)
            Layout.preferredHeight: Layout.preferredWidth
            Layout.maximumHeight: Layout.preferredWidth
        }

        Text {
            text: face.text
            color: face.isChosen ? face.mark : Theme.ink
            font.family: Theme.family
            font.pixelSize: face.isWide ? Theme.leadPx : Theme.leadPx * 0.75
            font.bold: true
            wrapMode: Text.Wrap
            lineHeight: 0.9
            horizontalAlignment: face.isWide ? Text.AlignLeft : Text.AlignHCenter
            verticalAlignment: face.isWide ? Text.AlignVCenter : Text.AlignTop
            textFormat: Text.PlainText
            Layout.fillWidth: true
            Layout.fillHeight: face.isWide
            Layout.leftMargin: Theme.hair
            Layout.rightMargin: Theme.hair
            Layout.preferredHeight: face.isWide ? implicitHeight : 1.5 * face.lines * font.pixelSize
        }
    }
}
