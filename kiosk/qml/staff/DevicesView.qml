pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// All devices of the kiosk, and what may be done about the printer.
Item {
    id: view

    required property StaffModel staff
    required property StaffHands hands
    property bool isWide: false

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.gap

        ColumnLayout {
            spacing: Theme.tiny
            Layout.fillWidth: true

            BodyText {
                objectName: "staff-link"
                text: view.staff.link
                color: Theme.tone(view.staff.linkTone)
                Layout.fillWidth: true
            }

            QuietText {
                objectName: "staff-itself"
                text: view.staff.itself
                Layout.fillWidth: true
            }
        }

        GridLayout {
            columns: view.isWide ? 3 : 2
            columnSpacing: Theme.small
            rowSpacing: Theme.small
            uniformCellWidths: true
            Layout.fillWidth: true

            Repeater {
                model: view.staff.devices

                DeviceRow {
                    required property var modelData

                    objectName: "device-" + modelData.name
                    title: modelData.title
                    iconName: modelData.icon
                    tone: modelData.tone
                    stateText: modelData.state
                    remedy: modelData.remedy
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }
        }

        Notice {
            visible: view.staff.said !== ""
            tone: view.staff.saidTone
            text: view.staff.said
            Layout.fillWidth: true

            Accessible.ignored: !visible
        }

        GridLayout {
            columns: view.isWide ? 4 : 2
            columnSpacing: Theme.small
            rowSpacing: Theme.small
            uniformCellWidths: true
            Layout.fillWidth: true

            QuietButton {
                objectName: "test-print"
                visible: view.staff.prints
                enabled: !view.staff.isBusy
                iconName: "printer"
                text: qsTr("测试打印")
                onClicked: view.hands.acted("test-print")
                Layout.fillWidth: true
            }

            QuietButton {
                objectName: "paper-changed"
                visible: view.staff.prints
                enabled: !view.staff.isBusy
                iconName: "repeat"
                text: qsTr("已换纸")
                onClicked: view.hands.acted("paper-changed")
                Layout.fillWidth: true
            }

            QuietButton {
                objectName: "show-log"
                iconName: "info"
                text: qsTr("看日志")
                onClicked: view.hands.acted("log")
                Layout.fillWidth: true
            }

            QuietButton {
                objectName: "restart"
                iconName: "warning"
                text: qsTr("重启取号机")
                onClicked: view.hands.acted("restart")
                Layout.fillWidth: true
            }
        }
    }
}
