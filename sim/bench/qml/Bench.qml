pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Window

Window {
    id: root

    required property var bench
    property int page: 0
    readonly property var pages: bench.further.isThere ? ["大厅 Hall", "打印机 Printers", "证件与扫码 Cards, codes", "条屏与柜 Strips, lockers"] : []

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
            spacing: Look.gap
            visible: root.pages.length > 0

            Repeater {
                model: root.pages

                Key {
                    required property int index
                    required property string modelData

                    lit: root.page === index
                    objectName: "page-" + index
                    text: modelData

                    onClicked: root.page = index
                }
            }
        }
        StackLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            currentIndex: root.page

            RowLayout {
                spacing: Look.gap

                CardReaders {
                    Layout.fillHeight: true
                    Layout.preferredWidth: 360
                    bench: root.bench
                }
                Repeater {
                    model: root.bench.further.isThere ? root.bench.printers.slice(0, 1) : root.bench.printers

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
            RowLayout {
                spacing: Look.gap

                Repeater {
                    model: root.bench.further.isThere ? root.bench.printers.slice(1) : []

                    Printer {
                        required property var modelData

                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        Layout.preferredWidth: 1
                        bench: root.bench
                        printer: modelData
                    }
                }
            }
            RowLayout {
                spacing: Look.gap

                Samvs {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    further: root.bench.further
                }
                Codes {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    further: root.bench.further
                }
            }
            RowLayout {
                spacing: Look.gap

                Strips {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    further: root.bench.further
                }
                Lockers {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    further: root.bench.further
                }
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
