import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// A way to show something: what it is, drawn large, and how.
ColumnLayout {
    id: way

    property string iconName: ""
    property string text: ""

    spacing: Theme.gap

    Rectangle {
        color: Theme.surface
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.line
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredWidth: (Theme.isLow ? 1.8 : 2.6) * Theme.largeIconEdge
        Layout.preferredHeight: (Theme.isLow ? 1.3 : 1.9) * Theme.largeIconEdge

        Icon {
            anchors.centerIn: parent
            width: parent.height * 0.75
            height: width
            name: way.iconName
            color: Theme.action
        }
    }

    BodyText {
        text: way.text
        font.pixelSize: Theme.leadPx
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
    }
}
