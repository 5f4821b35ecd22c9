pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The kiosk's own log, some lines at a time, the newest first.
ColumnLayout {
    id: view

    required property StaffModel staff
    required property StaffHands hands

    spacing: Theme.gap

    ColumnLayout {
        objectName: "log-lines"
        spacing: Theme.small
        Layout.fillWidth: true

        Repeater {
            model: view.staff.lines

            RowLayout {
                id: row

                required property var modelData
                required property int index

                spacing: Theme.gap
                Layout.fillWidth: true

                QuietText {
                    text: row.modelData.at
                    Layout.alignment: Qt.AlignTop
                }

                QuietText {
                    objectName: "log-" + row.index
                    text: row.modelData.text
                    color: row.modelData.tone === "info" ? Theme.ink : Theme.tone(row.modelData.tone)
                    wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                    Layout.fillWidth: true
                }
            }
        }

        BodyText {
            visible: view.staff.lines.length === 0
            text: qsTr("还没有日志")
            Layout.fillWidth: true
        }
    }

    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true

        QuietButton {
            objectName: "newer"
            enabled: view.staff.hasNewer
            iconName: "back"
            text: qsTr("较新")
            onClicked: view.hands.acted("newer")
            Layout.fillWidth: true
        }

        QuietButton {
            objectName: "older"
            enabled: view.staff.hasOlder
            iconName: "forward"
            text: qsTr("较早")
            onClicked: view.hands.acted("older")
            Layout.fillWidth: true
        }
    }

    Item {
        Layout.fillHeight: true
    }
}
