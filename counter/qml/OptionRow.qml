import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One of the things to choose from, with its digit.
T.AbstractButton {
    id: row

    property int place: 0
    property string title: ""
    property string ticketClass: ""
    property string detail: ""
    property bool isChosen: false
    property bool isElsewhere: false // it is shown for what is said of it
    readonly property color inkNow: isChosen ? Theme.inkOnAction : isElsewhere ? Theme.quietInk : Theme.ink

    objectName: "option-" + (place + 1)
    text: title
    implicitHeight: Math.max(0.68 * Theme.targetEdge, line.implicitHeight + Theme.small)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: title + " " + Classes.label(ticketClass) + " " + detail
    Accessible.checked: isChosen

    background: Rectangle {
        color: row.isChosen ? Theme.action : row.down ? Theme.pressedSurface : row.isElsewhere ? Theme.ground : Theme.surface
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: row.isChosen ? Theme.action : Theme.line
    }

    contentItem: Item {
        RowLayout {
            id: line

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.small
            anchors.rightMargin: Theme.small
            spacing: Theme.small

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                BodyText {
                    text: row.title
                    color: row.inkNow
                    font.bold: row.isChosen
                    Layout.fillWidth: true
                }

                QuietText {
                    visible: text !== ""
                    text: row.detail
                    color: row.inkNow
                    Layout.fillWidth: true
                }
            }

            ClassBadge {
                visible: row.ticketClass !== ""
                ticketClass: row.ticketClass
                textPx: Theme.captionPx
            }

            KeyHint {
                visible: row.place < 9 && !row.isElsewhere
                key: row.place + 1
            }
        }
    }
}
