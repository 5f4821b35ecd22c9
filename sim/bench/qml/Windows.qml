pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

Panel {
    id: panel

    required property var bench
    readonly property var keys: [
        {
            "key": "call",
            "text": "呼叫"
        },
        {
            "key": "recall",
            "text": "重呼"
        },
        {
            "key": "start",
            "text": "开始"
        },
        {
            "key": "wait",
            "text": "办结"
        },
        {
            "key": "function",
            "digits": "6",
            "text": "过号"
        }
    ]
    readonly property var levels: ["键 0", "键 1", "键 2", "键 3"]

    subtitle: "Window bus: callers and pad keys"
    title: "窗口"

    ListView {
        Layout.fillHeight: true
        Layout.fillWidth: true
        clip: true
        model: panel.bench.windows
        spacing: Look.gap

        delegate: ColumnLayout {
            id: box

            required property var modelData

            spacing: 6
            width: ListView.view.width

            RowLayout {
                Text {
                    Layout.fillWidth: true
                    color: Look.ink
                    font.bold: true
                    font.pixelSize: Look.text
                    text: box.modelData.window + " 号窗口"
                }
                Rectangle {
                    color: Look.ink
                    implicitHeight: 34
                    implicitWidth: 120
                    radius: 4

                    Text {
                        anchors.centerIn: parent
                        color: Look.segment
                        font.bold: true
                        font.letterSpacing: 4
                        font.pixelSize: Look.heading
                        objectName: "display-" + box.modelData.window
                        text: box.modelData.display.replace(/_/g, " ")
                    }
                }
            }
            RowLayout {
                spacing: 6

                Repeater {
                    model: panel.keys

                    Key {
                        required property var modelData

                        objectName: modelData.key + "-" + box.modelData.window
                        text: modelData.text

                        onClicked: panel.bench.pressCaller(box.modelData.window, modelData.key, modelData.digits ?? "")
                    }
                }
            }
            RowLayout {
                spacing: 6

                Text {
                    color: box.modelData.asked ? Look.accent : Look.faded
                    font.pixelSize: Look.text
                    text: box.modelData.asked ? "请评价 ▸" : "评价键盘"
                }
                Repeater {
                    model: panel.levels

                    Key {
                        required property int index
                        required property string modelData

                        lit: box.modelData.asked
                        objectName: "pad-" + box.modelData.window + "-" + index
                        text: modelData

                        onClicked: panel.bench.pressPad(box.modelData.window, index)
                    }
                }
            }
        }
    }
}
