import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Pad

// Which window this is, who serves there, and the languages. Upright the clerk has a line of his own.
GridLayout {
    id: header

    required property PadModel model
    required property bool isUpright

    columns: isUpright ? 2 : 3
    columnSpacing: Theme.gap
    rowSpacing: Theme.small

    Rectangle {
        color: Theme.action
        radius: Theme.smallRadius
        Layout.fillWidth: true
        Layout.preferredWidth: badge.implicitWidth + 2 * Theme.gap
        Layout.maximumWidth: badge.implicitWidth + 2 * Theme.gap
        Layout.preferredHeight: Theme.targetEdge * 0.75
        Layout.alignment: Qt.AlignVCenter

        TitleText {
            id: badge

            objectName: "window"
            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.gap
            text: qsTr("%1 号窗口").arg(header.model.windowNumber)
            color: Theme.inkOnAction
            font.pixelSize: Theme.titlePx * 0.85
            minimumPixelSize: Theme.bodyPx
            fontSizeMode: Text.HorizontalFit
            verticalAlignment: Text.AlignVCenter
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.NoWrap
        }
    }

    BodyText {
        objectName: "clerk"
        visible: !header.isUpright || header.model.clerkNumber !== "" // across it keeps the languages at the edge
        opacity: header.model.clerkNumber === "" ? 0 : 1
        text: header.isUpright ? qsTr("窗口人员：%1　工号 %2").arg(header.model.clerkName).arg(header.model.clerkNumber)
            : qsTr("%1\n工号 %2").arg(header.model.clerkName).arg(header.model.clerkNumber)
        font.pixelSize: Theme.bodyPx * 0.9
        lineHeight: 0.85
        Layout.row: header.isUpright ? 1 : 0
        Layout.column: header.isUpright ? 0 : 1
        Layout.columnSpan: header.isUpright ? 2 : 1
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignVCenter
    }

    LanguageChoice {
        current: header.model.language
        onChosen: tag => header.model.speak(tag)
        Layout.row: 0
        Layout.column: header.isUpright ? 1 : 2
        Layout.alignment: Qt.AlignVCenter | Qt.AlignRight
    }
}
