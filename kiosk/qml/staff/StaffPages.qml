import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The page behind a staff card.
Item {
    id: pages

    required property string page
    required property StaffModel staff
    required property StaffHands hands

    Page {
        id: sheet

        readonly property bool isWide: width > height

        anchors.fill: parent
        visible: pages.page === name
        name: "staff"
        title: qsTr("设备与维护")
        hint: pages.staff.who
        foot: [
            QuietButton {
                objectName: "show-devices"
                visible: pages.staff.view !== "devices"
                iconName: "back"
                text: qsTr("返回设备")
                onClicked: pages.hands.acted("devices")
            },
            Item {
                Layout.fillWidth: true
            },
            PrimaryButton {
                objectName: "staff-leave"
                iconName: "check"
                text: qsTr("离开")
                onClicked: pages.hands.acted("staff-leave")
            }
        ]

        DevicesView {
            anchors.fill: parent
            visible: pages.staff.view === "devices"
            isWide: sheet.isWide
            staff: pages.staff
            hands: pages.hands
        }

        LogView {
            anchors.fill: parent
            visible: pages.staff.view === "log"
            staff: pages.staff
            hands: pages.hands
        }

        RestartView {
            anchors.fill: parent
            visible: pages.staff.view === "restart"
            hands: pages.hands
        }
    }

    Notice {
        objectName: "staff-refusal"
        anchors.top: parent.top
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.margins: Theme.gap
        width: Math.min(parent.width - 2 * Theme.margin, 10 * Theme.targetEdge)
        visible: text !== ""
        tone: "warn"
        iconName: "card"
        text: pages.staff.refusal
    }
}
