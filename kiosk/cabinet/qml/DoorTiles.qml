pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// All doors of the cabinet, a page at a time.
PagedGrid {
    id: tiles

    required property CabinetModel model
    property bool isWide: false

    entries: tiles.visible ? tiles.model.choices : []
    columns: tiles.isWide ? 4 : 2
    leastHeight: Math.max(1.35 * Theme.targetEdge, 2.2 * (Theme.bodyPx + Theme.captionPx))
    mostHeight: 1.6 * Theme.targetEdge

    delegate: DoorTile {
        required property var modelData

        objectName: modelData.name
        text: modelData.text
        hint: modelData.hint
        iconName: modelData.icon
        tone: modelData.tone
        onClicked: tiles.model.press(modelData.name)
        Layout.fillWidth: true
        Layout.preferredHeight: tiles.cellHeight
    }
}
