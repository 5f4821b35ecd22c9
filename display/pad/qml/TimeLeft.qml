import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Pad

// How long there is to choose: a bar that grows shorter, and the seconds. It neither flashes nor turns red.
ColumnLayout {
    id: left

    required property PadModel model
    property bool sendsThen: false // what is chosen by then

    spacing: Theme.tiny

    BodyText {
        objectName: "time-left"
        text: (left.sendsThen ? qsTr("还有 %1 秒，到时自动提交") : qsTr("还有 %1 秒")).arg(left.model.secondsLeft)
        color: Theme.quietInk
        Layout.fillWidth: true
    }

    Rectangle {
        color: Theme.line
        radius: height / 2
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.tiny

        Rectangle {
            height: parent.height
            width: parent.width * left.model.shareLeft
            radius: height / 2
            color: Theme.action
        }
    }
}
