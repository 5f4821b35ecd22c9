pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// How many wait for each category. While the hall is not heard nobody knows, and the wall says so by a dash.
GridLayout {
    id: strip

    required property WallModel model
    required property SecondLanguage second
    readonly property bool isKnown: model.page === "calls"
    readonly property int categories: model.waiting.length
    readonly property int perRow: Math.ceil(categories / Math.max(1, Math.ceil(categories / 4)))

    columns: Math.max(1, perRow)
    columnSpacing: Theme.gap
    rowSpacing: Theme.small
    uniformCellWidths: true

    Repeater {
        model: strip.model.waiting

        Panel {
            id: cell

            required property var modelData
            readonly property bool isOpen: modelData.windowsOpen > 0
            readonly property bool isEmpty: !isOpen && modelData.waiting === 0
            readonly property string label: isOpen ? qsTr("等候") : qsTr("暂无窗口")

            objectName: "waiting-" + modelData.code
            implicitHeight: row.implicitHeight + 2 * Theme.small
            Layout.fillWidth: true

            RowLayout {
                id: row

                anchors.fill: parent
                anchors.leftMargin: Theme.gap
                anchors.rightMargin: Theme.small
                spacing: Theme.small

                TwoTexts {
                    name: "category-" + cell.modelData.code
                    first: cell.modelData.name
                    second: cell.modelData.secondName
                    secondColor: Theme.quietInk
                    px: Theme.leadPx * 0.95
                    secondPx: Theme.captionPx * 0.75
                    Layout.fillWidth: true
                }

                TwoTexts {
                    name: "waiting-label-" + cell.modelData.code
                    first: cell.label
                    second: strip.second.of("WaitingStrip", cell.label)
                    color: Theme.quietInk
                    px: Theme.captionPx
                    secondPx: Theme.captionPx * 0.8
                    alignment: Text.AlignRight
                }

                WallText {
                    objectName: "waiting-count-" + cell.modelData.code
                    visible: !cell.isEmpty || !strip.isKnown
                    text: strip.isKnown ? cell.modelData.waiting : "–"
                    font.pixelSize: Theme.titlePx * 1.1
                    font.bold: true
                    horizontalAlignment: Text.AlignRight
                }
            }
        }
    }
}
