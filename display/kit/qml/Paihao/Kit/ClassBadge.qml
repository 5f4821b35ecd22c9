import QtQuick
import QtQuick.Layouts

// A ticket's class by colour, icon and word. `ticketClass`: accept, consult, pickup.
Rectangle {
    id: badge

    required property string ticketClass
    property real textPx: Theme.bodyPx
    readonly property string text: Classes.label(ticketClass)

    color: Theme.tone(ticketClass)
    radius: height / 2
    implicitWidth: row.implicitWidth + 1.1 * textPx
    implicitHeight: 1.75 * textPx

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    RowLayout {
        id: row

        anchors.centerIn: parent
        spacing: 0.3 * badge.textPx

        Icon {
            name: badge.ticketClass
            color: Theme.inkOn(badge.ticketClass)
            weight: 2.1
            Layout.preferredWidth: badge.textPx * 1.15
            Layout.preferredHeight: badge.textPx * 1.15
        }

        Text {
            text: badge.text
            color: Theme.inkOn(badge.ticketClass)
            font.family: Theme.family
            font.pixelSize: badge.textPx
            font.bold: true
            textFormat: Text.PlainText
        }
    }
}
