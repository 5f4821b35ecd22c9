import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// The kiosk is at work; nothing is to be pressed.
Page {
    id: page

    property string headline: ""
    property string text: ""
    property string iconName: ""

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.wide

        Icon {
            name: page.iconName
            color: Theme.action
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: 2 * Theme.largeIconEdge
            Layout.preferredHeight: 2 * Theme.largeIconEdge
        }

        TitleText {
            text: page.headline
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            text: page.text
            font.pixelSize: Theme.leadPx
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        Pulse {
            Layout.alignment: Qt.AlignHCenter
        }
    }
}
