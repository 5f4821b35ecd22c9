pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property AppointmentsModel appointments
    required property Hands hands
    readonly property bool isWide: width > height

    name: "appointments"
    title: qsTr("今天有几个预约，先办哪一个？")
    hint: qsTr("其他的预约办完再来取号")
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
            objectName: "take"
            iconName: "ticket"
            text: qsTr("办别的事")
            onClicked: page.hands.numberPressed()
        }
    ]

    PagedGrid {
        id: list

        anchors.fill: parent
        entries: page.appointments.lines
        columns: page.isWide ? 2 : 1

        delegate: ChoiceCard {
            required property var modelData

            objectName: "appointment-" + modelData.reference
            text: modelData.time
            hint: modelData.name
            iconName: "clock"
            onClicked: page.hands.appointmentChosen(modelData.reference)
            Layout.fillWidth: true
            Layout.preferredHeight: list.cellHeight
        }
    }
}
