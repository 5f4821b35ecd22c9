import QtQuick
import QtQuick.Layouts

// A page: a title, a line below it, the content, and a row of ways on and out at the foot.
// Children fill the content area; `foot` takes buttons. `name` is the page's name in the flow.
Item {
    id: page

    property string name: ""
    property string title: ""
    property string hint: ""
    default property alias content: body.data
    property alias foot: footRow.data

    objectName: "page-" + name

    Accessible.role: Accessible.Pane
    Accessible.name: title

    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.wide
        anchors.bottomMargin: Theme.wide
        spacing: Theme.wide

        ColumnLayout {
            visible: page.title !== ""
            spacing: Theme.small
            Layout.fillWidth: true

            TitleText {
                objectName: "title"
                text: page.title
                Layout.fillWidth: true
            }

            BodyText {
                objectName: "hint"
                visible: text !== ""
                text: page.hint
                color: Theme.quietInk
                Layout.fillWidth: true
            }
        }

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
        }
    }
}
