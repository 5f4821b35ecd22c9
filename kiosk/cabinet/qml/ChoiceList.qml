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
        id: grid

        entries: list.visible ? list.model.choices : []
        columns: list.width > 11 * Theme.targetEdge && list.model.choices.length > 1 ? 2 : 1
        leastHeight: Math.max(1.7 * Theme.targetEdge, 3.6 * Theme.leadPx)
        mostHeight: (list.model.choices.length > 3 ? 2.2 : 2.8) * Theme.targetEdge
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
            Layout.preferredHeight: grid.cellHeight
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
