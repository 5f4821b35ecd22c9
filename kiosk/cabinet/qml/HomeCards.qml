pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// The two ways in: collecting is the large one.
ColumnLayout {
    id: cards

    required property CabinetModel model
    readonly property bool isWide: width > 11 * Theme.targetEdge

    spacing: Theme.gap

    GridLayout {
        columns: cards.isWide ? 2 : 1
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        Layout.fillWidth: true
        Layout.fillHeight: true

        Repeater {
            model: cards.model.choices

            ChoiceCard {
                required property int index
                required property var modelData

                objectName: modelData.name
                text: modelData.text
                hint: modelData.hint
                iconName: modelData.icon
                tone: modelData.tone
                isUpright: !Theme.isLow && cards.height > (cards.isWide ? 5 : index === 0 ? 7 : 12) * Theme.targetEdge
                isLarge: index === 0
                onClicked: cards.model.press(modelData.name)
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.preferredWidth: index === 0 ? 1.6 : 1
                Layout.preferredHeight: index === 0 || cards.isWide ? 2 : 1
            }
        }
    }

    Repeater {
        model: cards.model.rows

        BodyText {
            required property string modelData

            text: modelData
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
