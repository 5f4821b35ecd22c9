import QtQuick
import QtQuick.Layouts

// One thing known about a ticket: a quiet name, and what it is, in a row as wide as it is given.
RowLayout {
    id: fact

    property string name: ""
    property string text: ""

    spacing: Theme.gap

    Accessible.role: Accessible.StaticText
    Accessible.name: name + " " + text

    BodyText {
        text: fact.name
        color: Theme.quietInk
        Layout.alignment: Qt.AlignTop
    }

    BodyText {
        text: fact.text
        font.bold: true
        horizontalAlignment: Text.AlignRight
        Layout.fillWidth: true
    }
}
