pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// Devices of all front ends: those that want a hand, and how many are well.
ColumnLayout {
    id: panel

    required property DevicesModel model

    spacing: Theme.small

    Scroll {
        objectName: "devices"
        model: panel.model.ill
        visible: count > 0
        Layout.fillWidth: true
        Layout.preferredHeight: whole(panel.height - rest.height - Theme.gap)
        Layout.fillHeight: false

        delegate: Rectangle {
            id: device

            required property string name
            required property string icon
            required property string tone
            required property string condition
            required property string remedy

            color: Theme.tint(tone)
            radius: Theme.smallRadius
            border.width: Theme.hair
            border.color: Theme.tone(tone)
            width: ListView.view.width - Theme.small
            visible: (ListView.view as Scroll).holds(y, height)
            height: row.implicitHeight + 2 * Theme.small
            Accessible.role: Accessible.StaticText
            Accessible.name: name + " " + condition + " " + remedy

            RowLayout {
                id: row

                anchors.fill: parent
                anchors.margins: Theme.small
                spacing: Theme.small

                Icon {
                    name: device.icon
                    color: Theme.tone(device.tone)
                    Layout.preferredWidth: 1.4 * Theme.bodyPx
                    Layout.preferredHeight: 1.4 * Theme.bodyPx
                }

                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    RowLayout {
                        spacing: Theme.small
                        Layout.fillWidth: true

                        BodyText {
                            text: device.name
                            font.bold: true
                            Layout.fillWidth: true
                        }

                        BodyText {
                            text: device.condition
                            wrapMode: Text.NoWrap
                        }
                    }

                    QuietText {
                        visible: text !== ""
                        text: device.remedy
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }

    BodyText {
        id: rest

        objectName: "devices-rest"
        text: panel.model.rest
        color: Theme.quietInk
        Layout.fillWidth: true
    }

    Item {
        Layout.fillHeight: true
    }
}
