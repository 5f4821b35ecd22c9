import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// What staff may have the kiosk do.
GridLayout {
    id: actions

    required property StaffModel staff
    required property StaffHands hands

    columnSpacing: Theme.small
    rowSpacing: Theme.small

    QuietButton {
        objectName: "test-print"
        visible: actions.staff.prints
        enabled: !actions.staff.isBusy
        iconName: "printer"
        text: qsTr("测试打印")
        onClicked: actions.hands.acted("test-print")
        Layout.fillWidth: true
    }

    QuietButton {
        objectName: "paper-changed"
        visible: actions.staff.prints
        enabled: !actions.staff.isBusy
        iconName: "repeat"
        text: qsTr("已换纸")
        onClicked: actions.hands.acted("paper-changed")
        Layout.fillWidth: true
    }

    QuietButton {
        objectName: "show-log"
        iconName: "info"
        text: qsTr("看日志")
        onClicked: actions.hands.acted("log")
        Layout.fillWidth: true
    }

    QuietButton {
        objectName: "restart"
        iconName: "warning"
        text: qsTr("重启")
        onClicked: actions.hands.acted("restart")
        Layout.fillWidth: true
    }
}
