import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One thing to do while waiting.
RowLayout {
    id: advice

    property string iconName: ""
    property string text: ""

    spacing: Theme.gap

    Icon {
        name: advice.iconName
        color: Theme.action
        Layout.preferredWidth: Theme.iconEdge
        Layout.preferredHeight: Theme.iconEdge
    }

    BodyText {
        text: advice.text
        Layout.fillWidth: true
    }
}
