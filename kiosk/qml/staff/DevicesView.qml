pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The hall's server and all devices of the kiosk, as many rows as there is room for and large buttons to the
// rest; below them, where there is room, what may be done.
ColumnLayout {
    id: view

    required property StaffModel staff
    required property StaffHands hands
    property bool isWide: false

    readonly property real heightWithoutPager: height - (actions.visible ? actions.height + spacing : 0)
    readonly property bool isPaged: grid.implicitHeight > heightWithoutPager
    property real offset: 0

    function turnOver(): void {
        for (let at = 0; at < rows.count; at++) {
            if (!view.fits(rows.itemAt(at)) && rows.itemAt(at).y > view.offset) {
                view.offset = rows.itemAt(at).y;
                return;
            }
        }
    }

    function turnBack(): void {
        for (let at = 0; at < rows.count; at++) {
            if (view.offset - rows.itemAt(at).y <= room.height + grid.rowSpacing) {
                view.offset = rows.itemAt(at).y;
                return;
            }
        }
    }

    function fits(row: Item): bool {
        return row.y >= view.offset - 1 && row.y + row.height <= view.offset + room.height + 1;
    }

    spacing: Theme.gap

    onVisibleChanged: view.offset = 0
    onIsPagedChanged: view.offset = 0

    Item {
        id: room

        Layout.fillWidth: true
        Layout.fillHeight: true

        GridLayout {
            id: grid

            y: -view.offset
            width: parent.width
            columns: view.isWide ? 4 : 2
            columnSpacing: Theme.small
            rowSpacing: Theme.small
            uniformCellWidths: true

            Repeater {
                id: rows

                model: view.staff.devices

                DeviceRow {
                    id: row

                    required property var modelData

                    objectName: "device-" + modelData.name
                    opacity: view.fits(row) ? 1 : 0
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

    RowLayout {
        visible: view.isPaged
        uniformCellSizes: true
        spacing: Theme.gap
        Layout.fillWidth: true

        QuietButton {
            objectName: "page-up"
            enabled: view.offset > 0
            iconName: "back"
            text: qsTr("上一页")
            onClicked: view.turnBack()
            Layout.fillWidth: true
        }

        QuietButton {
            objectName: "page-down"
            enabled: view.offset + room.height + 1 < grid.implicitHeight
            iconName: "forward"
            text: qsTr("下一页")
            onClicked: view.turnOver()
            Layout.fillWidth: true
        }
    }

    StaffActions {
        id: actions

        visible: !view.isWide
        columns: 2
        uniformCellWidths: true
        staff: view.staff
        hands: view.hands
        Layout.fillWidth: true
    }
}
