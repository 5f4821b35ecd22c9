import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// How the visitor wants the screen, on every page, at its foot: a hand reaches it from a wheelchair.
Rectangle {
    id: bar

    required property CabinetModel model
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
            current: bar.model.language
            onChosen: tag => bar.model.chooseLanguage(tag)
        }

        Item {
            Layout.fillWidth: true
            Layout.minimumWidth: volume.visible ? volume.implicitWidth : 0

            ToggleButton {
                id: volume

                objectName: "volume"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: bar.model.volume >= 0
                iconName: bar.model.volume > 0 ? "sound" : "silent"
                text: bar.model.volume > 0 ? qsTr("音量 %1").arg(bar.model.volume) : qsTr("静音")
                onClicked: bar.model.turnVolume()
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
                isOn: bar.model.mode === "day"
                onClicked: bar.model.chooseMode("day")
                Layout.fillWidth: true
            }

            ToggleButton {
                objectName: "mode-elderly"
                text: qsTr("长辈版")
                iconName: "elderly"
                isOn: bar.model.mode === "elderly"
                onClicked: bar.model.chooseMode("elderly")
                Layout.fillWidth: true
            }

            ToggleButton {
                objectName: "mode-contrast"
                text: qsTr("高对比")
                iconName: "contrast"
                isOn: bar.model.mode === "contrast"
                onClicked: bar.model.chooseMode("contrast")
                Layout.fillWidth: true
            }

            ToggleButton {
                objectName: "reach"
                text: qsTr("轮椅低位")
                iconName: "reach"
                isOn: bar.model.isLow
                onClicked: bar.model.toggleReach()
                Layout.fillWidth: true
            }
        }
    }
}
