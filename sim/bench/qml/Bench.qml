pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window

Window {
    id: root

    required property var bench

    color: Look.desk
    height: 860
    title: "Paihao 排号 · sim bench"
    visible: true
    width: 1360

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 20
        spacing: Look.gap

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Look.gap

            CardReaders {
                Layout.fillHeight: true
                Layout.preferredWidth: 360
                bench: root.bench
            }
            Repeater {
                model: root.bench.printers

                Printer {
                    required property var modelData

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    bench: root.bench
                    printer: modelData
                }
            }
            Windows {
                Layout.fillHeight: true
                Layout.preferredWidth: 380
                bench: root.bench
            }
        }
        Text {
            Layout.fillWidth: true
            color: Look.warning
            font.pixelSize: Look.text
            text: root.bench.refusal
            visible: text !== ""
            wrapMode: Text.Wrap
        }
    }
}
