pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// What is known, a line each: as tall as its words need.
ColumnLayout {
    id: rows

    required property GuideModel model

    spacing: Theme.tiny

    Repeater {
        model: rows.model.rows

        RowLayout {
            id: row

            required property int index
            required property var modelData

            spacing: Theme.gap
            Layout.fillWidth: true

            QuietText {
                text: row.modelData.name
                Layout.alignment: Qt.AlignTop
                Layout.minimumWidth: 1.3 * Theme.targetEdge
                Layout.maximumWidth: rows.width * 0.42
                wrapMode: Text.Wrap
            }

            BodyText {
                objectName: "row-" + row.index
                text: row.modelData.text
                font.bold: true
                Layout.fillWidth: true
            }
        }
    }
}
