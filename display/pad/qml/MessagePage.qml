import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One thing to be told, large.
Item {
    id: page

    property string iconName: ""
    property string tone: "action"
    property string title: ""
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
            Layout.preferredWidth: 1.8 * Theme.largeIconEdge
            Layout.preferredHeight: 1.8 * Theme.largeIconEdge
        }

        TitleText {
            objectName: "title"
            text: page.title
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
