import QtQuick
import QtQuick.Layouts

// A page: a title, a line below it, the content, and a row of ways on and out at the foot.
// Children fill the content area; `foot` takes buttons. `name` is the page's name in the flow.
// In reach mode the page is the lower half, and its title stands large above it.
Item {
    id: page

    property string name: ""
    property string title: ""
    property string hint: ""
    default property alias content: body.data
    property alias foot: footRow.data
    readonly property bool isHeadedHere: heading.visible && !Theme.isLow

    objectName: "page-" + name

    Accessible.role: Accessible.Pane
    Accessible.name: title

    ColumnLayout {
        id: heading

        visible: page.title !== ""
        x: Theme.margin
        y: Theme.isLow ? -(Theme.roomAbove + height) / 2 : Theme.wide
        width: page.width - 2 * Theme.margin
        spacing: Theme.isLow ? Theme.wide : Theme.small

        TitleText {
            objectName: "title"
            text: page.title
            font.pixelSize: Theme.isLow ? Theme.highTitlePx : Theme.titlePx
            horizontalAlignment: Theme.isLow ? Text.AlignHCenter : Text.AlignLeft
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "hint"
            visible: text !== ""
            text: page.hint
            color: Theme.quietInk
            font.pixelSize: Theme.isLow ? Theme.highLeadPx : Theme.bodyPx
            horizontalAlignment: Theme.isLow ? Text.AlignHCenter : Text.AlignLeft
            Layout.fillWidth: true
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: page.isHeadedHere ? heading.height + 2 * Theme.wide : Theme.isLow ? Theme.gap : Theme.wide
        anchors.bottomMargin: Theme.isLow ? Theme.gap : Theme.wide
        spacing: Theme.wide

        Item {
            id: body

            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        RowLayout {
            id: footRow

            visible: children.length > 0
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: false // a layout in a layout grows otherwise, even with nothing visible in it
        }
    }
}
