import QtQuick
import QtQuick.Layouts

Rectangle {
    id: panel

    required property string title
    required property string subtitle
    default property alias content: inside.data

    border.color: Look.line
    color: Look.paper
    radius: 10

    ColumnLayout {
        id: inside

        anchors.fill: parent
        anchors.margins: 18
        spacing: Look.gap

        RowLayout {
            spacing: Look.gap

            Text {
                color: Look.ink
                font.bold: true
                font.pixelSize: Look.heading
                text: panel.title
            }
            Text {
                Layout.fillWidth: true
                color: Look.faded
                font.pixelSize: Look.text
                text: panel.subtitle
            }
        }
    }
}
