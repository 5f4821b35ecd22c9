import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One material of the checklist, ticked by its digit, mouse or touch. Nothing of it leaves this computer.
T.AbstractButton {
    id: row

    property int place: 0
    property string title: ""
    property int originals: 0
    property int copies: 0
    property bool isTicked: false

    objectName: "material-" + (place + 1)
    text: title
    implicitHeight: Math.max(0.5 * Theme.targetEdge, line.implicitHeight + Theme.tiny)
    focusPolicy: Qt.TabFocus
    Accessible.role: Accessible.CheckBox
    Accessible.name: title
    Accessible.checked: isTicked

    background: Rectangle {
        color: row.down ? Theme.pressedSurface : "transparent"
        radius: Theme.smallRadius / 2
        border.width: row.visualFocus ? 2 * Theme.hair : 0
        border.color: Theme.focus
    }

    contentItem: Item {
        RowLayout {
            id: line

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.small

            Rectangle {
                color: row.isTicked ? Theme.good : Theme.surface
                radius: Theme.smallRadius / 3
                border.width: Theme.hair
                border.color: row.isTicked ? Theme.good : Theme.quietInk
                Layout.preferredWidth: Theme.bodyPx
                Layout.preferredHeight: Theme.bodyPx
                Layout.alignment: Qt.AlignTop

                Icon {
                    visible: row.isTicked
                    anchors.fill: parent
                    name: "check"
                    color: Theme.inkOnGood
                    weight: 2.6
                }
            }

            BodyText {
                text: row.title
                color: row.isTicked ? Theme.quietInk : Theme.ink
                font.pixelSize: Theme.bodyPx * 0.92
                Layout.fillWidth: true
            }

            QuietText {
                visible: text !== ""
                text: Sayings.pieces(row.originals, row.copies)
                wrapMode: Text.NoWrap
            }

            KeyHint {
                visible: row.place < 9
                key: row.place + 1
            }
        }
    }
}
