import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// Whose cabinet it is. Nothing here is pressed, so that it may stand out of reach.
Rectangle {
    id: head

    required property CabinetModel model

    color: Theme.surface
    implicitHeight: Math.max(0.8 * Theme.targetEdge, row.implicitHeight + 2 * Theme.small)

    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap

        BodyText {
            objectName: "hall-name"
            text: head.model.hallName
            font.bold: true
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "cabinet-name"
            text: head.model.cabinetName
            color: Theme.quietInk
            horizontalAlignment: Text.AlignRight
            Layout.maximumWidth: 0.4 * head.width
        }
    }
}
