pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Pad

// What was not good: several, or none. The level that was pressed stays, whatever happens here.
Item {
    id: page

    required property PadModel model
    required property bool isUpright

    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    onVisibleChanged: {
        if (visible)
            send.forceActiveFocus(Qt.OtherFocusReason);
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.small

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            Icon {
                name: Levels.face(page.model.chosenLevel)
                color: Theme.tone(Levels.tone(page.model.chosenLevel))
                weight: 1.5
                Layout.preferredWidth: 1.1 * Theme.iconEdge
                Layout.preferredHeight: 1.1 * Theme.iconEdge
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                TitleText {
                    id: title

                    objectName: "title"
                    text: qsTr("哪里做得不好？")
                    font.pixelSize: Theme.titlePx * 0.75
                    Layout.fillWidth: true
                }

                BodyText {
                    objectName: "pressed"
                    text: qsTr("您选了“%1”。可以选几项，也可以不选。").arg(Levels.label(page.model.chosenLevel))
                    color: Theme.quietInk
                    lineHeight: 0.85
                    Layout.fillWidth: true
                }
            }
        }

        PagedGrid {
            id: offered

            objectName: "labels"
            entries: page.model.labels
            columns: page.isUpright ? 2 : 3
            leastHeight: 0.66 * Theme.targetEdge
            mostHeight: 1.3 * Theme.targetEdge
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.topMargin: Theme.tiny

            delegate: LabelButton {
                required property var modelData

                objectName: "label-" + modelData.code
                text: modelData.text
                isOn: page.model.chosenLabels.includes(modelData.code)
                onClicked: page.model.toggle(modelData.code)
                Layout.fillWidth: true
                Layout.preferredHeight: offered.cellHeight
            }
        }

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            TimeLeft {
                model: page.model
                sendsThen: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }

            PrimaryButton {
                id: send

                objectName: "send"
                text: qsTr("提交")
                onClicked: page.model.send()
                Layout.preferredHeight: 0.86 * Theme.targetEdge
            }
        }
    }
}
