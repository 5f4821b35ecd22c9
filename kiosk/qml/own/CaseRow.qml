import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One finished case: what it is, and where it waits. Only one that a window hands out can be pressed.
T.AbstractButton {
    id: row

    property string hint: ""
    property string place: ""
    property string how: ""
    property bool isHere: true
    property real hintEdge: 2.4 * Theme.targetEdge // how wide the hint may be

    enabled: isHere
    implicitWidth: 6 * Theme.targetEdge
    implicitHeight: 1.3 * Theme.targetEdge
    focusPolicy: Qt.StrongFocus

    Accessible.role: isHere ? Accessible.Button : Accessible.StaticText
    Accessible.name: text
    Accessible.description: [place, how, hint].filter(part => part !== "").join(" ")
    Accessible.onPressAction: row.click()
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()

    background: Rectangle {
        color: row.down ? Theme.pressedSurface : row.isHere ? Theme.surface : Theme.tint("info")
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: row.isHere ? Theme.line : Theme.tone("info")

        FocusRing {
            visible: row.visualFocus
            radius: Theme.smallRadius
        }
    }

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
