pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Pad

// The question, with a face and a word for each level.
Item {
    id: page

    required property PadModel model
    required property bool isUpright

    Accessible.role: Accessible.Pane
    Accessible.name: title.text

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.small

        Notice {
            objectName: "not-taken"
            visible: page.model.isNotTaken
            tone: "warn"
            title: qsTr("没有收到，请再按一次")
            Layout.fillWidth: true
        }

        GridLayout {
            visible: !page.model.isNotTaken
            columns: page.isUpright ? 1 : 2
            columnSpacing: Theme.wide
            rowSpacing: Theme.tiny
            Layout.alignment: Qt.AlignHCenter

            TitleText {
                id: title

                objectName: "title"
                text: qsTr("请您评价本次服务")
                font.pixelSize: Theme.titlePx * 0.85
                Layout.alignment: page.isUpright ? Qt.AlignHCenter : Qt.AlignBaseline
                Layout.maximumWidth: page.width
            }

            BodyText {
                objectName: "asked-number"
                visible: page.model.askedNumber !== ""
                text: qsTr("您的号码 %1").arg(page.model.askedNumber)
                Layout.alignment: page.isUpright ? Qt.AlignHCenter : Qt.AlignBaseline
            }
        }

        GridLayout {
            columns: page.isUpright ? 1 : 5
            columnSpacing: Theme.small
            rowSpacing: Theme.small
            uniformCellWidths: true
            uniformCellHeights: true
            Layout.fillWidth: true
            Layout.fillHeight: true

            Repeater {
                model: Levels.all

                Face {
                    required property int modelData

                    objectName: "level-" + level
                    level: modelData
                    isWide: page.isUpright
                    isChosen: page.model.chosenLevel === level
                    enabled: page.model.chosenLevel === 0
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    onClicked: page.model.rate(level)
                }
            }
        }

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            TimeLeft {
                model: page.model
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }

            BodyText {
                objectName: "voluntary"
                visible: !page.isUpright
                text: qsTr("评价自愿")
                color: Theme.quietInk
                horizontalAlignment: Text.AlignHCenter
            }

            QuietButton {
                objectName: "skip"
                text: qsTr("不评价")
                enabled: page.model.chosenLevel === 0
                onClicked: page.model.skip()
                Layout.preferredWidth: Math.max(implicitWidth, 2.2 * Theme.targetEdge)
            }
        }
    }
}
