import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One level: a face and its words, beside each other or, upright, one above the other.
SurfaceButton {
    id: button

    property string iconName: ""
    property string tone: "action"
    property bool isUpright: false

    implicitWidth: 2 * Theme.targetEdge
    implicitHeight: Math.max(1.1 * Theme.targetEdge, grid.implicitHeight + 2 * Theme.small)

    contentItem: Item {
        GridLayout {
            id: grid

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: button.isUpright ? Theme.small : Theme.wide
            anchors.rightMargin: anchors.leftMargin
            columns: button.isUpright ? 1 : 2
            columnSpacing: Theme.wide
            rowSpacing: Theme.small

            Icon {
                readonly property real edge: (button.isUpright ? 1.1 : 0.8) * Theme.largeIconEdge

                name: button.iconName
                color: Theme.tone(button.tone)
                Layout.alignment: Qt.AlignCenter
                Layout.preferredWidth: edge
                Layout.preferredHeight: edge
            }

            BodyText {
                text: button.text
                font.pixelSize: Theme.leadPx
                font.bold: true
                horizontalAlignment: button.isUpright ? Text.AlignHCenter : Text.AlignLeft
                Layout.fillWidth: true
            }
        }
    }
}
