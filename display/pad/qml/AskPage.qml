pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Pad

// The question, with a face and a word for each level.
Item {
    id: page

    required property PadModel model

    Accessible.role: Accessible.Pane
    Accessible.name: title.text

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        TitleText {
            id: title

            objectName: "title"
            text: qsTr("请您评价本次服务")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "asked-number"
            visible: page.model.askedNumber !== ""
            text: qsTr("您的号码 %1").arg(page.model.askedNumber)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.small

            Repeater {
                model: Levels.all

                Face {
                    required property int modelData

                    objectName: "level-" + level
                    level: modelData
                    isChosen: page.model.chosenLevel === level
                    enabled: page.model.chosenLevel === 0
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.preferredWidth: 1
                    onClicked: page.model.rate(level)
                }
            }
        }

        Notice {
            objectName: "not-taken"
            visible: page.model.isNotTaken
            tone: "warn"
            title: qsTr("没有收到，请再按一次")
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "voluntary"
            visible: !page.model.isNotTaken
            text: qsTr("评价自愿。不想评价，直接离开即可。")
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
