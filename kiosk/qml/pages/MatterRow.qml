import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One matter in a list: what it is called, and beside it how long it takes or that it needs no queue.
T.AbstractButton {
    id: row

    property string hint: ""
    property real hintEdge: 2.4 * Theme.targetEdge // how wide the hint may be

    implicitWidth: 6 * Theme.targetEdge
    implicitHeight: 1.3 * Theme.targetEdge
    focusPolicy: Qt.StrongFocus

    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.description: hint
    Accessible.onPressAction: row.click()
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()

    background: Rectangle {
        color: row.down ? Theme.pressedSurface : Theme.surface
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: Theme.line

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
