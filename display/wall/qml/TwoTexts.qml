import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// The same in Chinese and, smaller, in English.
ColumnLayout {
    id: texts

    required property string first
    required property string second
    property color color: Theme.ink
    property color secondColor: color
    property real px: Theme.leadPx
    property real secondPx: px * 0.55
    property int alignment: Text.AlignLeft
    property string name: ""

    spacing: 0

    WallText {
        objectName: texts.name
        visible: text !== ""
        text: texts.first
        color: texts.color
        font.pixelSize: texts.px
        font.bold: true
        horizontalAlignment: texts.alignment
        Layout.fillWidth: true
    }

    WallText {
        objectName: texts.name === "" ? "" : texts.name + "-second"
        visible: text !== ""
        text: texts.second
        color: texts.secondColor
        font.pixelSize: texts.secondPx
        horizontalAlignment: texts.alignment
        Layout.fillWidth: true
    }
}
