pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The hall's server and all devices of the kiosk; below them, where there is room, what may be done.
ColumnLayout {
    id: view

    required property StaffModel staff
    required property StaffHands hands
    property bool isWide: false

    spacing: Theme.gap

    Flickable {
        clip: true
        contentHeight: grid.implicitHeight
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        Layout.fillWidth: true
        Layout.fillHeight: true

        GridLayout {
            id: grid

            width: parent.width
            columns: view.isWide ? 4 : 2
            columnSpacing: Theme.small
            rowSpacing: Theme.small
            uniformCellWidths: true

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
    }

    StaffActions {
        visible: !view.isWide
        columns: 2
        uniformCellWidths: true
        staff: view.staff
        hands: view.hands
        Layout.fillWidth: true
    }
}
