import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// How the visitor wants the kiosk, on every page, at the foot of the screen: a hand reaches it from a wheelchair.
Rectangle {
    id: bar

    required property ShellModel shell
    required property FrameHands hands
    property bool isWide: false

    color: Theme.surface
    implicitHeight: grid.implicitHeight + 2 * Theme.tiny

    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("显示和语言")

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.line
    }

    GridLayout {
        id: grid

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        columns: bar.isWide ? 3 : 2
        columnSpacing: Theme.tiny
        rowSpacing: Theme.tiny

        LanguageChoice {
            current: bar.shell.language
            onChosen: tag => bar.hands.languageChosen(tag)
        }

        Item {
            Layout.fillWidth: true

            ToggleButton {
                objectName: "volume"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: bar.shell.canSpeak
                iconName: bar.shell.volume > 0 ? "sound" : "silent"
                text: bar.shell.volume > 0 ? qsTr("音量 %1").arg(bar.shell.volume) : qsTr("静音")
                onClicked: bar.hands.volumeChosen((bar.shell.volume + 1) % 4)
            }
        }

        RowLayout {
            spacing: Theme.tiny
            uniformCellSizes: !bar.isWide
            Layout.columnSpan: bar.isWide ? 1 : 2
            Layout.fillWidth: !bar.isWide

            ToggleButton {
                objectName: "mode-day"
                text: qsTr("标准")
                iconName: "screen"
                isOn: bar.shell.mode === "day"
                onClicked: bar.hands.modeChosen("day")
                Layout.fillWidth: true
            }

            ToggleButton {
                objectName: "mode-elderly"
                text: qsTr("长辈版")
                iconName: "elderly"
                isOn: bar.shell.mode === "elderly"
                onClicked: bar.hands.modeChosen("elderly")
                Layout.fillWidth: true
            }

            ToggleButton {
                objectName: "mode-contrast"
                text: qsTr("高对比")
                iconName: "contrast"
                isOn: bar.shell.mode === "contrast"
                onClicked: bar.hands.modeChosen("contrast")
                Layout.fillWidth: true
            }

            ToggleButton {
                objectName: "reach"
                text: qsTr("轮椅低位")
                iconName: "reach"
                isOn: bar.shell.isLow
                onClicked: bar.hands.reachChosen(!bar.shell.isLow)
                Layout.fillWidth: true
            }
        }
    }
}
