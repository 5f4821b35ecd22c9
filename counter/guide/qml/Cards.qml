pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// The model's choices as large cards, in pages.
PagedGrid {
    id: cards

    required property GuideModel model

    entries: model.choices
    columns: width > 13 * Theme.targetEdge ? 2 : 1
    leastHeight: 2 * Theme.targetEdge
    mostHeight: 2.5 * Theme.targetEdge

    delegate: ChoiceCard {
        required property var modelData

        objectName: modelData.name
        text: modelData.isOn ? qsTr("%1（已选）").arg(modelData.text) : modelData.text
        hint: modelData.hint
        iconName: modelData.icon
        tone: modelData.tone
        letter: modelData.letter
        Layout.fillWidth: true
        Layout.preferredHeight: cards.cellHeight
        onClicked: cards.model.press(modelData.name)
    }
}
