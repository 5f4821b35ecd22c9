pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property CasesModel cases
    required property OwnHands hands
    readonly property bool hasPlaces: page.cases.cases.some(each => each.place !== "")
    readonly property bool isWide: width > height && width > 12 * Theme.targetEdge * Theme.textFactor

    name: "cases"
    title: page.cases.title
    hint: page.cases.hint
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
            objectName: "cabinet"
            visible: page.cases.cabinet !== ""
            iconName: "locker"
            text: page.cases.cabinet
            onClicked: page.hands.cabinetPressed()
        },
        PrimaryButton {
            objectName: "leave"
            visible: page.cases.leave !== ""
            iconName: "check"
            text: page.cases.leave
            onClicked: page.hands.leavePressed()
        }
    ]

    PagedGrid {
        id: list

        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        entries: page.cases.cases
        leastHeight: (page.hasPlaces ? 2.1 : 1.8) * Theme.targetEdge * Theme.textFactor
        mostHeight: 1.3 * leastHeight

        delegate: CaseRow {
            required property var modelData

            objectName: "case-" + modelData.code
            text: modelData.name
            hintEdge: Math.min(3.2 * Theme.targetEdge, page.width / (page.isWide ? 6 : 3))
            hint: modelData.hint
            place: modelData.place
            how: modelData.how
            isHere: modelData.is_here
            onClicked: page.hands.caseChosen(modelData.code)
            Layout.fillWidth: true
            Layout.preferredHeight: list.cellHeight
        }
    }
}
