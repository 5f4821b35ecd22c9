import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One paper to bring, and how many of it.
Rectangle {
    id: row

    property string text: ""
    property string amount: ""

    color: Theme.surface
    radius: Theme.smallRadius
    border.width: Theme.hair
    border.color: Theme.line
    implicitHeight: 1.2 * Theme.targetEdge

    Accessible.role: Accessible.StaticText
    Accessible.name: text + " " + amount

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        anchors.topMargin: Theme.tiny
        anchors.bottomMargin: Theme.tiny
        spacing: Theme.gap

        BodyText {
            text: row.text
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.captionPx
            lineHeight: 1
            verticalAlignment: Text.AlignVCenter
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        QuietText {
            text: row.amount
            horizontalAlignment: Text.AlignRight
            Layout.maximumWidth: 3 * Theme.targetEdge
        }
    }
}
