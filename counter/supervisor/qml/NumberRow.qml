import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit

// One who waits: the number, for what and since when.
T.AbstractButton {
    id: row

    required property string number
    required property string what
    required property bool isChosen
    readonly property color inkNow: isChosen ? Theme.inkOnAction : Theme.ink

    implicitHeight: 0.6 * Theme.targetEdge
    height: implicitHeight
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.RadioButton
    Accessible.name: number + " " + what
    Accessible.checked: isChosen
    Accessible.onPressAction: row.click()
    Keys.onReturnPressed: row.click()
    Keys.onEnterPressed: row.click()

    background: Rectangle {
        color: row.isChosen ? Theme.action : row.down ? Theme.pressedSurface : Theme.surface
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: row.isChosen ? Theme.action : Theme.line

        FocusRing {
            visible: row.visualFocus
            radius: Theme.smallRadius
        }
    }

    contentItem: Item {
        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.small
            anchors.rightMargin: Theme.small
            spacing: Theme.gap

            BodyText {
                text: row.number
                color: row.inkNow
                font.bold: true
                font.features: ({ "tnum": 1 })
                wrapMode: Text.NoWrap
                Layout.minimumWidth: 3 * Theme.bodyPx
            }

            BodyText {
                text: row.what
                color: row.inkNow
                font.pixelSize: Theme.captionPx
                Layout.fillWidth: true
            }

            Icon {
                visible: row.isChosen
                name: "check"
                color: row.inkNow
                Layout.preferredWidth: Theme.bodyPx
                Layout.preferredHeight: Theme.bodyPx
            }
        }
    }
}
