pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// One of several, and what else is to be known.
ColumnLayout {
    id: list

    required property CabinetModel model
    property bool isWide: false

    spacing: Theme.gap

    PagedGrid {
        entries: list.model.choices
        columns: list.isWide ? 2 : list.model.choices.length > 8 ? 2 : 1
        leastHeight: (list.model.choices.length > 8 ? 1.5 : 1.7) * Theme.targetEdge
        mostHeight: 2.2 * Theme.targetEdge
        Layout.fillWidth: true
        Layout.fillHeight: true

        delegate: ChoiceCard {
            required property var modelData

            objectName: modelData.name
            text: modelData.text
            hint: modelData.hint
            iconName: modelData.icon
            tone: modelData.tone
            onClicked: list.model.press(modelData.name)
            Layout.fillWidth: true
            Layout.preferredHeight: (parent as Item)?.parent?.cellHeight ?? implicitHeight
        }
    }

    Repeater {
        model: list.model.rows

        BodyText {
            required property string modelData

            text: modelData
            color: Theme.quietInk
            Layout.fillWidth: true
        }
    }
}
