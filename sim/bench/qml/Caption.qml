import QtQuick
import QtQuick.Layouts

Text {
    Layout.fillWidth: true
    color: Look.faded
    font.pixelSize: Look.text
    wrapMode: Text.Wrap
}
