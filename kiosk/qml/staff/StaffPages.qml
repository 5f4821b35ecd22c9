import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The page behind a staff card, and over any page why a staff card was of no use.
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
        foot: [
            QuietButton {
                objectName: "show-devices"
                visible: pages.staff.view !== "devices"
                iconName: "back"
                text: qsTr("返回")
                onClicked: pages.hands.acted("devices")
            },
            StaffActions {
                visible: sheet.isWide && pages.staff.view === "devices"
                columns: 4
                staff: pages.staff
                hands: pages.hands
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

        ColumnLayout {
            anchors.fill: parent
            spacing: Theme.gap

            RowLayout {
                spacing: Theme.gap
                Layout.fillWidth: true

                BodyText {
                    objectName: "title"
                    text: qsTr("设备与维护")
                    font.pixelSize: Theme.leadPx
                    font.bold: true
                    Layout.fillWidth: true
                }

                QuietText {
                    objectName: "staff-who"
                    text: pages.staff.who + "\n" + pages.staff.itself
                    horizontalAlignment: Text.AlignRight
                }
            }

            BodyText {
                objectName: "staff-said"
                visible: text !== ""
                text: pages.staff.said
                color: Theme.tone(pages.staff.saidTone)
                font.bold: true
                Layout.fillWidth: true
            }

            DevicesView {
                visible: pages.staff.view === "devices"
                isWide: sheet.isWide
                staff: pages.staff
                hands: pages.hands
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            LogView {
                visible: pages.staff.view === "log"
                staff: pages.staff
                hands: pages.hands
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            RestartView {
                visible: pages.staff.view === "restart"
                hands: pages.hands
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}
