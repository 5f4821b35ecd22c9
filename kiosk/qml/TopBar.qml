import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The hall's name and where in the visit one is. Nothing here is pressed, so that it may stand out of reach.
ColumnLayout {
    id: bar

    required property ShellModel shell
    required property string refusal
    property bool isWide: false
    readonly property list<string> steps: [qsTr("选业务"), qsTr("刷卡"), qsTr("确认"), qsTr("取号")]

    spacing: 0

    Rectangle {
        color: Theme.surface
        Layout.fillWidth: true
        Layout.preferredHeight: Math.max(Theme.targetEdge, row.implicitHeight + 2 * Theme.small)

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
            spacing: Theme.margin

            BodyText {
                objectName: "hall-name"
                text: bar.shell.hallName
                font.bold: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }

            StepBar {
                visible: bar.isWide && bar.shell.step >= 0
                steps: bar.steps
                current: bar.shell.step
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }

            TopNotice {
                shell: bar.shell
                refusal: bar.refusal
                isHere: bar.isWide
                isBrief: Theme.mode === "elderly"
                Layout.fillWidth: true
                Layout.preferredWidth: 2
            }
        }
    }

    StepBar {
        visible: !bar.isWide && bar.shell.step >= 0
        steps: bar.steps
        current: bar.shell.step
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.gap
    }

    TopNotice {
        shell: bar.shell
        refusal: bar.refusal
        isHere: !bar.isWide
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.gap
    }
}
