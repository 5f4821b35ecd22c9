pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// All business of the hall, a line a category; what the number is for now is marked.
Page {
    id: page

    required property ConversionModel conversion
    required property OwnHands hands
    readonly property bool isWide: width > height

    name: "convert"
    title: qsTr("改办哪项业务？")
    hint: page.conversion.current
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
        }
    ]

    PagedGrid {
        id: list

        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        entries: page.conversion.categories
        leastHeight: 1.8 * Theme.targetEdge * Theme.textFactor
        mostHeight: 1.1 * leastHeight

        delegate: UnitsRow {
            required property var modelData

            category: modelData.code
            name: modelData.name
            units: modelData.units
            onWanted: (ticketClass, category) => page.hands.unitWanted(ticketClass, category)
            Layout.fillWidth: true
            Layout.preferredHeight: list.cellHeight
        }
    }
}
