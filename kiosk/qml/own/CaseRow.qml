import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One finished case: what it is, and where it waits. Only one that a window hands out can be pressed.
SurfaceButton {
    id: row

    property string place: ""
    property string how: ""
    property bool isHere: true
    property real hintEdge: 2.4 * Theme.targetEdge // how wide the hint may be

    fill: isHere ? Theme.surface : Theme.tint("info")
    edge: isHere ? Theme.line : Theme.tone("info")
    corner: Theme.smallRadius
    enabled: isHere
    implicitWidth: 6 * Theme.targetEdge
    implicitHeight: 1.3 * Theme.targetEdge

    Accessible.role: isHere ? Accessible.Button : Accessible.StaticText
    Accessible.description: [place, how, hint].filter(part => part !== "").join(" ")

    contentItem: Item {
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.gap
            anchors.topMargin: Theme.tiny
            anchors.bottomMargin: Theme.tiny
            spacing: Theme.gap

            Icon {
                visible: row.place !== ""
                name: row.isHere ? "ticket" : "pin"
                color: row.isHere ? Theme.action : Theme.tone("info")
                Layout.preferredWidth: Theme.iconEdge
                Layout.preferredHeight: Theme.iconEdge
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Layout.fillHeight: true

                Item {
                    Layout.fillHeight: true
                    Layout.preferredHeight: 0
                }

                BodyText {
                    text: row.text
                    font.bold: true
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.captionPx
                    lineHeight: 1
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.maximumHeight: implicitHeight
                }

                BodyText {
                    visible: text !== ""
                    text: row.place
                    lineHeight: 1
                    Layout.fillWidth: true
                }

                QuietText {
                    visible: text !== ""
                    text: row.how
                    lineHeight: 1
                    Layout.fillWidth: true
                }

                Item {
                    Layout.fillHeight: true
                    Layout.preferredHeight: 0
                }
            }

            QuietText {
                visible: text !== ""
                text: row.hint
                horizontalAlignment: Text.AlignRight
                Layout.maximumWidth: row.hintEdge
            }

            Icon {
                visible: row.isHere
                name: "forward"
                color: Theme.quietInk
                Layout.preferredWidth: Theme.iconEdge * 0.6
                Layout.preferredHeight: Theme.iconEdge * 0.6
            }
        }
    }
}
