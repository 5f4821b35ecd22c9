pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// Many rows, in pages.
PagedGrid {
    id: pages

    required property GuideModel model

    entries: model.rows
    leastHeight: 1.1 * Theme.targetEdge
    mostHeight: 1.3 * Theme.targetEdge

    delegate: Panel {
        id: panel

        required property var modelData

        Layout.fillWidth: true
        Layout.preferredHeight: pages.cellHeight

        RowLayout {
            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.gap
            spacing: Theme.gap

            BodyText {
                text: panel.modelData.name
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }

            BodyText {
                text: panel.modelData.text
                font.bold: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1.2
            }
        }
    }
}
