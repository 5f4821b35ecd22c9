import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One thing to be told, large.
Item {
    id: page

    property string iconName: ""
    property string tone: "action"
    property string title: ""
    property string detail: ""
    readonly property real iconEdge: Math.min(1.8 * Theme.largeIconEdge, 0.28 * height)
    property string hint: ""

    Accessible.role: Accessible.Pane
    Accessible.name: title

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.gap

        Icon {
            name: page.iconName
            color: Theme.tone(page.tone)
            weight: 1.2
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: page.iconEdge
            Layout.preferredHeight: page.iconEdge
        }

        TitleText {
            objectName: "title"
            text: page.title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "asked-number"
            visible: text !== ""
            text: page.detail
            font.pixelSize: Theme.leadPx
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "hint"
            visible: text !== ""
            text: page.hint
            font.pixelSize: Theme.leadPx
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
