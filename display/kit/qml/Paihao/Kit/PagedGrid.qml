import QtQuick
import QtQuick.Layouts

// As many entries as there is room for, and large buttons to the rest: nobody has to know how to swipe.
// `delegate` takes its entry as modelData and fills a cell of `cellHeight`, never less than `leastHeight`.
Item {
    id: paged

    property var entries: []
    property alias delegate: cells.delegate
    property int columns: 1
    property real leastHeight: 1.9 * Theme.targetEdge
    property real mostHeight: 1.6 * leastHeight
    property int current: 0

    readonly property real gap: Theme.small
    readonly property bool isPaged: entries.length > paged.rowsIn(height) * columns
    readonly property real room: height - (isPaged ? pager.implicitHeight + Theme.gap : 0)
    readonly property int rows: isPaged ? paged.rowsIn(room) : Math.ceil(entries.length / columns)
    readonly property int perPage: Math.max(1, rows * columns)
    readonly property int pages: Math.max(1, Math.ceil(entries.length / perPage))
    readonly property int shownPage: Math.min(current, pages - 1)
    readonly property real cellHeight: Math.max(Math.min(leastHeight, room), Math.min(mostHeight, (room + gap) / Math.max(1, rows) - gap))

    function rowsIn(height: real): int {
        return Math.max(1, Math.floor((height + gap) / (leastHeight + gap)));
    }

    onEntriesChanged: current = 0

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: paged.columns
        columnSpacing: Theme.gap
        rowSpacing: paged.gap
        uniformCellWidths: true

        Repeater {
            id: cells

            model: paged.entries.slice(paged.shownPage * paged.perPage, (paged.shownPage + 1) * paged.perPage)
        }
    }

    RowLayout {
        id: pager

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: paged.isPaged
        spacing: Theme.gap

        QuietButton {
            objectName: "page-up"
            enabled: paged.shownPage > 0
            text: qsTr("上一页")
            onClicked: paged.current = paged.shownPage - 1
            Layout.fillWidth: true
            Layout.maximumWidth: 2.6 * Theme.targetEdge
        }

        BodyText {
            text: (paged.shownPage + 1) + " / " + paged.pages
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        QuietButton {
            objectName: "page-down"
            enabled: paged.shownPage < paged.pages - 1
            text: qsTr("下一页")
            onClicked: paged.current = paged.shownPage + 1
            Layout.fillWidth: true
            Layout.maximumWidth: 2.6 * Theme.targetEdge
        }
    }
}
