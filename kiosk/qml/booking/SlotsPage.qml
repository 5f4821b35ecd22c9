pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk
import "../pages"

Page {
    id: page

    required property SlotsModel slots
    required property BookingHands hands
    readonly property bool isWide: width > height

    name: "slots"
    title: page.slots.none === "" ? qsTr("您想什么时候来？") : qsTr("现在约不到时间")
    hint: page.slots.none === "" ? qsTr("按一个时间就约好：%1").arg(page.slots.business) : ""
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
        },
        Item {
            Layout.fillWidth: true
        },
        QuietButton {
            objectName: "leave"
            iconName: "home"
            text: qsTr("回到首页")
            onClicked: page.hands.leavePressed()
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Notice {
            objectName: "slots-notice"
            visible: text !== ""
            tone: "warn"
            text: page.slots.notice
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "message-text"
            visible: text !== ""
            text: page.slots.none
            font.pixelSize: Theme.leadPx
            Layout.fillWidth: true
        }

        PagedGrid {
            id: list

            entries: page.slots.slots
            columns: page.isWide || Theme.isLow ? 2 : 1
            leastHeight: 1.1 * Theme.targetEdge * Theme.textFactor
            Layout.fillWidth: true
            Layout.fillHeight: true

            delegate: FittingCard {
                required property var modelData

                objectName: "slot-" + modelData.number
                text: modelData.time
                waiting: modelData.date
                isLarge: false
                iconName: "clock"
                onClicked: page.hands.slotChosen(modelData.starts)
                Layout.fillWidth: true
                Layout.preferredHeight: list.cellHeight
            }
        }
    }
}
