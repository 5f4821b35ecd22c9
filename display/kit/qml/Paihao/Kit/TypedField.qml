import QtQuick

// Shows what has been typed by the keys on the screen, and takes the keys of a plugged-in keyboard as well.
// `text` is what stands in it; `shown` may hide parts of it; the field tells what becomes of it.
FocusScope {
    id: field

    property string text: ""
    property string shown: text
    property string placeholder: ""
    property int maximumLength: 40
    property bool isCentred: false

    signal textEdited(text: string)
    signal entered

    implicitWidth: 6 * Theme.targetEdge
    implicitHeight: Math.max(Theme.targetEdge, line.implicitHeight + 2 * Theme.small)
    activeFocusOnTab: true

    Accessible.role: Accessible.EditableText
    Accessible.name: placeholder
    Accessible.description: shown

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Backspace)
            field.textEdited(field.text.slice(0, -1));
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            field.entered();
        else if (/^[A-Za-z0-9 一-鿿]$/.test(event.text) && field.text.length < field.maximumLength)
            field.textEdited(field.text + event.text.toUpperCase());
        else
            return;
        event.accepted = true;
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
        radius: Theme.smallRadius
        border.width: 2 * Theme.hair
        border.color: Theme.action
    }

    FocusRing {
        visible: field.activeFocus
        radius: Theme.smallRadius
    }

    Row {
        id: line

        readonly property real room: field.width - 2 * Theme.gap - caret.width

        anchors.verticalCenter: parent.verticalCenter
        x: field.isCentred ? (field.width - width) / 2 : Theme.gap
        spacing: 0

        Text {
            text: field.shown
            color: Theme.ink
            width: Math.min(implicitWidth, line.room)
            font.family: Theme.family
            font.pixelSize: Theme.leadPx
            font.bold: true
            font.letterSpacing: 0.02 * Theme.leadPx
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.captionPx
            maximumLineCount: 1
            textFormat: Text.PlainText
        }

        Rectangle {
            id: caret

            anchors.verticalCenter: parent.verticalCenter
            color: Theme.action
            width: 2 * Theme.hair
            height: 1.2 * Theme.leadPx
        }

        Text {
            visible: field.shown === ""
            leftPadding: Theme.small
            text: field.placeholder
            color: Theme.quietInk
            width: Math.min(implicitWidth, line.room)
            font.family: Theme.family
            font.pixelSize: Theme.bodyPx
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.captionPx
            maximumLineCount: 1
            textFormat: Text.PlainText
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
