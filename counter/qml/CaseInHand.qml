import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// What the person at the window may collect: where it is, then which case, and what about.
Rectangle {
    id: here

    required property string code
    required property var place
    required property bool isHere
    property bool isLow: false // then the code alone says which, beside the place

    color: Theme.tint(isHere ? "info" : "warn")
    radius: Theme.smallRadius
    border.width: Theme.hair
    border.color: Theme.tone(isHere ? "info" : "warn")
    implicitHeight: words.implicitHeight + 2 * Theme.tiny
    Accessible.role: Accessible.StaticText
    Accessible.name: where.text + " " + which.text

    GridLayout {
        id: words

        columns: here.isLow ? 2 : 1

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.small
        anchors.rightMargin: Theme.small
        rowSpacing: 0
        columnSpacing: Theme.small

        BodyText {
            id: where

            objectName: here.objectName + "-place"
            text: CaseWords.place(here.place)
            font.bold: true
            Layout.fillWidth: true
        }

        QuietText {
            id: which

            objectName: here.objectName + "-code"
            text: here.isLow ? here.code : here.code + " · " + here.place.business
            color: Theme.ink
            wrapMode: here.isLow ? Text.NoWrap : Text.Wrap
            Layout.fillWidth: !here.isLow
        }
    }
}
