pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// The model's choices as tiles, in pages.
PagedGrid {
    id: tiles

    required property GuideModel model

    entries: model.choices
    leastHeight: 1.25 * Theme.targetEdge
    mostHeight: 1.4 * Theme.targetEdge

    delegate: Tile {
        required property var modelData

        objectName: modelData.name
        text: modelData.text
        hint: modelData.hint
        iconName: modelData.icon
        tone: modelData.tone
        isOn: modelData.isOn
        Layout.fillWidth: true
        Layout.preferredHeight: tiles.cellHeight
        onClicked: tiles.model.press(modelData.name)
    }
}
