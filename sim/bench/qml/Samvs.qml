pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

Panel {
    id: panel

    required property var further
    readonly property var cards: ({
            "permit": " 居住证",
            "permanent-2017": " 永居 2017",
            "permanent-2023": " 永居 2023"
        })
    property string person: further.holders.length > 0 ? further.holders[0].key : ""

    subtitle: "Readers with a security module: also permits"
    title: "身份证阅读器"

    GridLayout {
        columnSpacing: 6
        columns: 2
        rowSpacing: 6

        Repeater {
            model: panel.further.holders

            Key {
                required property var modelData

                Layout.preferredWidth: 1
                lit: panel.person === modelData.key
                objectName: "holder-" + modelData.key
                text: modelData.name + (modelData.card === undefined ? "" : panel.cards[modelData.card])

                onClicked: panel.person = modelData.key
            }
        }
    }
    Repeater {
        model: panel.further.samvs

        ColumnLayout {
            id: reader

            required property var modelData

            spacing: 6

            Caption {
                color: reader.modelData.present ? Look.accent : Look.faded
                text: (reader.modelData.reader === "serial" ? "串口 Serial" : "网络 TCP") + (reader.modelData.present ? " · 有卡 card on it" : " · 无卡 empty")
            }
            RowLayout {
                spacing: 6

                Key {
                    objectName: "samv-lay-" + reader.modelData.reader
                    text: "放证件"

                    onClicked: panel.further.laySamv(reader.modelData.reader, panel.person)
                }
                Key {
                    enabled: reader.modelData.present
                    objectName: "samv-lift-" + reader.modelData.reader
                    text: "拿走"

                    onClicked: panel.further.liftSamv(reader.modelData.reader)
                }
                Key {
                    objectName: "samv-pull-" + reader.modelData.reader
                    text: "读到一半拿走"

                    onClicked: panel.further.pullSamvMidRead(reader.modelData.reader)
                }
                Key {
                    lit: !reader.modelData.plugged_in
                    objectName: "samv-plug-" + reader.modelData.reader
                    text: reader.modelData.plugged_in ? "拔线" : "已拔 · 插上"

                    onClicked: panel.further.setLink("samv." + reader.modelData.reader, !reader.modelData.plugged_in)
                }
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: 1
        color: Look.line
    }
    Caption {
        text: "员工卡 Staff card: put on the ID area of the hall page, lifted there"
    }
    RowLayout {
        spacing: 6

        Repeater {
            model: ["04A1B2C3", "04A1B2C3D4E5F6"]

            Key {
                required property string modelData

                objectName: "staff-" + modelData
                text: "员工卡 " + modelData

                onClicked: panel.further.layStaffCard(modelData)
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
