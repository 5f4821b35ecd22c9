import QtQuick
import QtQuick.Layouts

// How a visitor wants the screen, on every page, at its foot: a hand reaches it from a wheelchair. A `volume` of
// 0 is silence, of -1 that nothing speaks here.
Rectangle {
    id: bar

    property string language: ""
    property string mode: ""
    property bool isReach: false
    property int volume: -1
    property bool isWide: false

    signal languageChosen(tag: string)
    signal modeChosen(mode: string)
    signal reachToggled
    signal volumeTurned

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
            current: bar.language
            onChosen: tag => bar.languageChosen(tag)
        }

        Item {
            Layout.fillWidth: true
            Layout.minimumWidth: sound.visible ? sound.implicitWidth : 0

            ToggleButton {
                id: sound

                objectName: "volume"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: bar.volume >= 0
                iconName: bar.volume > 0 ? "sound" : "silent"
                text: bar.volume > 0 ? qsTr("音量 %1").arg(bar.volume) : qsTr("静音")
                onClicked: bar.volumeTurned()
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
                isOn: bar.mode === "day"
                onClicked: bar.modeChosen("day")
                Layout.fillWidth: true
            }

            ToggleButton {
                objectName: "mode-elderly"
                text: qsTr("长辈版")
                iconName: "elderly"
                isOn: bar.mode === "elderly"
                onClicked: bar.modeChosen("elderly")
                Layout.fillWidth: true
            }

            ToggleButton {
                objectName: "mode-contrast"
                text: qsTr("高对比")
                iconName: "contrast"
                isOn: bar.mode === "contrast"
                onClicked: bar.modeChosen("contrast")
                Layout.fillWidth: true
            }

            ToggleButton {
                objectName: "reach"
                text: qsTr("轮椅低位")
                iconName: "reach"
                isOn: bar.isReach
                onClicked: bar.reachToggled()
                Layout.fillWidth: true
            }
        }
    }
}
