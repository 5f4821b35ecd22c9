import QtQuick
import QtQuick.Templates as T
import Paihao.Kit

// What a sheet wants typed.
T.TextField {
    id: field

    property string name: ""

    objectName: "sheet-field"
    color: Theme.ink
    font.family: Theme.family
    font.pixelSize: Theme.bodyPx
    leftPadding: Theme.small
    rightPadding: Theme.small
    verticalAlignment: TextInput.AlignVCenter
    selectByMouse: true
    selectionColor: Theme.action
    selectedTextColor: Theme.inkOnAction
    maximumLength: 200
    implicitHeight: 0.86 * Theme.targetEdge
    Accessible.name: name

    background: Rectangle {
        color: Theme.surface
        radius: Theme.smallRadius
        border.width: field.activeFocus ? 2 * Theme.hair : Theme.hair
        border.color: field.activeFocus ? Theme.action : Theme.quietInk
    }

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
