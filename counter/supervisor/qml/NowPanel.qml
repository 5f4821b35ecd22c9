pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// What wants a look, the queues against their targets, and how the day goes.
ColumnLayout {
    id: panel

    required property NowModel model
    required property SupervisorHands hands
    required property PickupHands pickup

    spacing: Theme.small

    Heading {
        text: qsTr("要看的")
        visible: alarms.count > 0
    }

    Scroll {
        id: alarms

        objectName: "alarms"
        visible: count > 0
        model: panel.model.alarms
        Layout.fillWidth: true
        Layout.preferredHeight: whole(0.36 * panel.height)
        Layout.fillHeight: false

        delegate: AlarmRow {
            width: ListView.view.width - Theme.small
            visible: (ListView.view as Scroll).holds(y, height)
            onAcknowledged: panel.hands.acknowledge(kind, subject, sinceMs)
            onFollowed: {
                if (window > 0)
                    panel.hands.chooseWindow(window);
                else if (door > 0)
                    panel.pickup.chooseDoor(cabinet, door);
                else if (loose !== "")
                    panel.pickup.chooseLoose(loose);
                else if (leadsTo !== "")
                    panel.hands.choosePanel(leadsTo);
            }
        }
    }

    RowLayout {
        visible: alarms.count === 0
        spacing: Theme.small
        Layout.fillHeight: false

        Icon {
            name: "done"
            color: Theme.good
            Layout.preferredWidth: 1.2 * Theme.bodyPx
            Layout.preferredHeight: 1.2 * Theme.bodyPx
        }

        BodyText {
            objectName: "all-well"
            text: qsTr("没有要看的事情。")
            Layout.fillWidth: true
        }
    }

    Heading {
        objectName: "queues-title"
        text: qsTr("第一位等了多久，和目标比")
        Layout.topMargin: Theme.tiny
    }

    Scroll {
        objectName: "queues"
        model: panel.model.queues
        spacing: 0
        Layout.fillWidth: true
        Layout.preferredHeight: whole(0.34 * panel.height)
        Layout.fillHeight: false

        delegate: QueueRow {
            width: ListView.view.width - Theme.small
            visible: (ListView.view as Scroll).holds(y, height)
        }
    }

    QuietText {
        objectName: "rest"
        visible: text !== ""
        text: panel.model.rest
        Layout.fillWidth: true
    }

    Heading {
        text: qsTr("今天")
        Layout.topMargin: Theme.tiny
    }

    FlowPicture {
        model: panel.model
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: 1.6 * Theme.targetEdge
    }

    GridLayout {
        columns: 3
        uniformCellWidths: true
        columnSpacing: Theme.small
        rowSpacing: 0
        Layout.fillWidth: true
        Layout.fillHeight: false

        Repeater {
            model: panel.model.figures

            RowLayout {
                id: figure

                required property string name
                required property string value

                spacing: Theme.tiny
                Layout.fillWidth: true
                Accessible.role: Accessible.StaticText
                Accessible.name: name + " " + value

                QuietText {
                    text: figure.name
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 0.7 * Theme.captionPx
                    maximumLineCount: 1
                    Layout.fillWidth: true
                }

                QuietText {
                    text: figure.value
                    color: Theme.ink
                    font.bold: true
                    wrapMode: Text.NoWrap
                }
            }
        }
    }
}
