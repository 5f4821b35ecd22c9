import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// Shall the kiosk really be started anew?
ColumnLayout {
    id: view

    required property StaffHands hands

    spacing: Theme.wide

    Notice {
        tone: "warn"
        title: qsTr("要重启取号机吗？")
        text: qsTr("几秒钟后恢复。已经取了、还没有拿到手的号会重新显示。")
        Layout.fillWidth: true
    }

    PrimaryButton {
        objectName: "confirm-restart"
        iconName: "repeat"
        text: qsTr("现在重启")
        onClicked: view.hands.acted("confirm-restart")
        Layout.alignment: Qt.AlignHCenter
    }

    Item {
        Layout.fillHeight: true
    }
}
