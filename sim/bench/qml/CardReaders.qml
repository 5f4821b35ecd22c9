pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

Panel {
    id: panel

    required property var bench
    property string person: bench.people.length > 0 ? bench.people[0].key : ""

    subtitle: "Card reader: whose card, which card"
    title: "读卡器"

    Repeater {
        model: panel.bench.people

        Key {
            required property var modelData

            lit: panel.person === modelData.key
            objectName: "person-" + modelData.key
            text: modelData.name

            onClicked: panel.person = modelData.key
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: 1
        color: Look.line
    }
    Repeater {
        model: panel.bench.readers

        ColumnLayout {
            id: reader

            required property var modelData
            readonly property bool isContact: modelData.slot === "contact"

            spacing: 6

            Text {
                color: reader.modelData.present ? Look.accent : Look.faded
                font.pixelSize: Look.text
                text: (reader.isContact ? "社保卡插槽 Contact slot" : "身份证感应区 ID area") + (reader.modelData.present ? " · 有卡 card on it" : " · 无卡 empty")
            }
            RowLayout {
                spacing: 6

                Key {
                    enabled: !reader.modelData.present
                    objectName: "lay-" + reader.modelData.slot
                    text: reader.isContact ? "插社保卡" : "放身份证"

                    onClicked: panel.bench.lay(reader.modelData.slot, reader.isContact ? "ssc" : "id", panel.person)
                }
                Key {
                    enabled: !reader.modelData.present
                    objectName: "lay-unknown-" + reader.modelData.slot
                    text: "别的卡"

                    onClicked: panel.bench.lay(reader.modelData.slot, "unknown", panel.person)
                }
                Key {
                    enabled: reader.modelData.present
                    objectName: "lift-" + reader.modelData.slot
                    text: "拿走"

                    onClicked: panel.bench.lift(reader.modelData.slot)
                }
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
