pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// Which size of door, by what one sees.
Item {
    id: board

    required property CabinetModel model

    RowLayout {
        width: parent.width
        height: Math.min(parent.height, 7 * Theme.targetEdge)
        spacing: Theme.gap
        uniformCellSizes: true

        Repeater {
            model: board.visible ? board.model.choices : []

            SizeCard {
                required property int index
                required property var modelData

                objectName: modelData.name
                text: modelData.text
                hint: modelData.hint
                tall: [0.34, 0.6, 1][index] ?? 1
                onClicked: board.model.press(modelData.name)
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}
