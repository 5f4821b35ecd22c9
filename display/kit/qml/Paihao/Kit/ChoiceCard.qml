import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T

// A big choice: an icon on its colour, a word, and a line that says what it means. `tone` is a name that
// Theme.tone knows; `letter` stands beside the icon so that colour carries nothing alone.
T.AbstractButton {
    id: card

    property string iconName: ""
    property string tone: "action"
    property string letter: ""
    property string hint: ""

    implicitWidth: 6 * Theme.targetEdge
    implicitHeight: Math.max(2 * Theme.targetEdge, words.implicitHeight + 2 * Theme.gap)
    focusPolicy: Qt.StrongFocus
    opacity: enabled ? 1 : 0.5

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: hint
    Accessible.onPressAction: card.click()
    Keys.onReturnPressed: card.click()
    Keys.onEnterPressed: card.click()

    background: Rectangle {
        color: card.down ? Theme.pressedSurface : Theme.surface
        radius: Theme.radius
        border.width: card.visualFocus ? 3 * Theme.hair : Theme.hair
        border.color: card.visualFocus ? Theme.focus : Theme.line
    }

    contentItem: RowLayout {
        spacing: Theme.wide

        Rectangle {
            id: mark

            readonly property real edge: Math.min(Theme.largeIconEdge * 1.25, card.height - 2 * Theme.gap)

            color: Theme.tone(card.tone)
            radius: Theme.radius * 0.8
            Layout.leftMargin: Theme.wide * 0.8
            Layout.preferredWidth: edge
            Layout.preferredHeight: edge

            Icon {
                anchors.centerIn: parent
                anchors.verticalCenterOffset: card.letter === "" ? 0 : -parent.height * 0.1
                width: parent.width * (card.letter === "" ? 0.58 : 0.5)
                height: width
                name: card.iconName
                color: Theme.inkOn(card.tone)
            }

            Text {
                visible: card.letter !== ""
                anchors.horizontalCenter: parent.horizontalCenter
                anchors.bottom: parent.bottom
                anchors.bottomMargin: parent.height * 0.06
                text: card.letter
                color: Theme.inkOn(card.tone)
                font.family: Theme.family
                font.pixelSize: parent.height * 0.2
                font.bold: true
                textFormat: Text.PlainText
            }
        }

        ColumnLayout {
            id: words

            spacing: Theme.tiny
            Layout.fillWidth: true

            Text {
                text: card.text
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.titlePx
                font.bold: true
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Layout.fillWidth: true
            }

            Text {
                visible: text !== ""
                text: card.hint
                color: Theme.quietInk
                font.family: Theme.family
                font.pixelSize: Theme.bodyPx
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Layout.fillWidth: true
            }
        }

        Icon {
            name: "forward"
            color: Theme.quietInk
            Layout.rightMargin: Theme.wide
            Layout.preferredWidth: Theme.iconEdge * 0.75
            Layout.preferredHeight: Theme.iconEdge * 0.75
        }
    }
}
