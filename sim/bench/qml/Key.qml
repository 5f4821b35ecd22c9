import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

Button {
    id: key

    property bool lit: false

    Layout.fillWidth: true
    implicitHeight: Look.keyHeight
    implicitWidth: 84

    background: Rectangle {
        border.color: key.lit ? Look.accent : Look.line
        color: !key.enabled ? Look.desk : key.lit ? Look.accent : key.down ? Look.line : "white"
        radius: 6
    }
    contentItem: Text {
        color: !key.enabled ? Look.faded : key.lit ? "white" : Look.ink
        elide: Text.ElideRight
        font.pixelSize: Look.text
        horizontalAlignment: Text.AlignHCenter
        text: key.text
        verticalAlignment: Text.AlignVCenter
    }
}
