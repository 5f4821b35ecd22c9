import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One matter in a list: what it is called, and beside it how long it takes or that it needs no queue.
SurfaceButton {
    id: row

    property real hintEdge: 2.4 * Theme.targetEdge // how wide the hint may be

    corner: Theme.smallRadius
    implicitWidth: 6 * Theme.targetEdge
    implicitHeight: 1.3 * Theme.targetEdge

    contentItem: Item {
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.gap
            anchors.topMargin: Theme.tiny
            anchors.bottomMargin: Theme.tiny
            spacing: Theme.gap

            BodyText {
                text: row.text
                font.bold: true
                fontSizeMode: Text.Fit
                minimumPixelSize: Theme.captionPx
                lineHeight: 1
                verticalAlignment: Text.AlignVCenter
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            QuietText {
                visible: text !== ""
                text: row.hint
                horizontalAlignment: Text.AlignRight
                Layout.maximumWidth: row.hintEdge
            }

            Icon {
                name: "forward"
                color: Theme.quietInk
                Layout.preferredWidth: Theme.iconEdge * 0.6
                Layout.preferredHeight: Theme.iconEdge * 0.6
            }
        }
    }
}
