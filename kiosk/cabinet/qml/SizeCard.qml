import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A size of door, drawn as high as it is beside the others.
SurfaceButton {
    id: card

    property real tall: 1 // in parts of the largest

    implicitWidth: 3 * Theme.targetEdge
    implicitHeight: 4 * Theme.targetEdge

    contentItem: ColumnLayout {
        spacing: Theme.small

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.gap

            Rectangle {
                anchors.bottom: parent.bottom
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(0.6 * parent.width, 2 * Theme.targetEdge)
                height: parent.height * card.tall
                color: Theme.tint("info")
                radius: Theme.smallRadius
                border.width: 2 * Theme.hair
                border.color: Theme.action

                Rectangle {
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.small
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.tiny
                    height: Math.min(Theme.gap * 1.5, 0.5 * parent.height)
                    radius: width / 2
                    color: Theme.action
                }
            }
        }

        TitleText {
            text: card.text
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            text: card.hint
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
            Layout.leftMargin: Theme.small
            Layout.rightMargin: Theme.small
            Layout.bottomMargin: Theme.gap
        }
    }
}
