pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property ChoiceModel choice
    required property Hands hands
    readonly property bool isWide: width > height

    name: "category"
    title: qsTr("请选择业务")
    hint: qsTr("不清楚选哪一个，请问导办台")
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
        }
    ]

    PagedGrid {
        id: grid

        anchors.fill: parent
        entries: page.choice.categories
        columns: page.isWide ? 2 : 1
        leastHeight: 1.8 * Theme.targetEdge

        delegate: FittingCard {
            required property var modelData

            objectName: "category-" + modelData.code
            text: modelData.name
            waiting: modelData.waiting
            iconName: modelData.icon
            isLarge: false
            onClicked: page.hands.categoryChosen(modelData.code)
            Layout.fillWidth: true
            Layout.preferredHeight: grid.cellHeight
        }
    }
}
