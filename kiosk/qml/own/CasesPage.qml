pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk
import "../pages"

Page {
    id: page

    required property CasesModel cases
    required property OwnHands hands
    readonly property bool isWide: width > height && width > 12 * Theme.targetEdge * Theme.textFactor

    name: "cases"
    title: qsTr("您有几件可以领")
    hint: page.cases.hint
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
        entries: page.cases.cases
        leastHeight: 1.8 * Theme.targetEdge * Theme.textFactor
        mostHeight: 1.3 * leastHeight

        delegate: MatterRow {
            required property var modelData

            objectName: "case-" + modelData.code
            text: modelData.name
            hintEdge: Math.min(3.2 * Theme.targetEdge, page.width / (page.isWide ? 6 : 3))
            hint: [modelData.category, modelData.ready].filter(part => part !== "").join("  ")
            onClicked: page.hands.caseChosen(modelData.code)
            Layout.fillWidth: true
            Layout.preferredHeight: list.cellHeight
        }
    }
}
