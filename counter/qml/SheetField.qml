import QtQuick
import Paihao.Kit

// What a sheet wants typed.
EntryField {
    id: field

    objectName: "sheet-field"
    font.pixelSize: Theme.bodyPx
    maximumLength: 200
    implicitHeight: 0.86 * Theme.targetEdge

    Text {
        visible: field.text === "" && field.preeditText === ""
        text: field.name
        color: Theme.quietInk
        font.family: Theme.family
        font.pixelSize: Theme.bodyPx * 0.9
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.captionPx
        maximumLineCount: 1
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        anchors.fill: parent
        anchors.leftMargin: Theme.small
        anchors.rightMargin: Theme.small
    }
}
