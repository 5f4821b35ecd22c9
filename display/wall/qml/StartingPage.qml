import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Wall

// Before the hall was first heard.
Item {
    id: starting

    required property WallModel model
    required property SecondLanguage second

    objectName: "page-starting"

    ColumnLayout {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: Theme.wide

        TwoTexts {
            name: "starting"
            first: starting.model.lostCode === "" ? qsTr("正在准备叫号屏") : qsTr("叫号屏暂时连不上大厅")
            second: starting.model.lostCode === "" ? starting.second.of("StartingPage", "正在准备叫号屏") : starting.second.of("StartingPage", "叫号屏暂时连不上大厅")
            secondColor: Theme.quietInk
            px: Theme.displayPx
            alignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        TwoTexts {
            visible: starting.model.lostCode !== ""
            name: "starting-advice"
            first: qsTr("您的号码仍然有效。请看手机，或到服务台询问")
            second: starting.second.of("StartingPage", "您的号码仍然有效。请看手机，或到服务台询问")
            color: Theme.quietInk
            px: Theme.titlePx
            alignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        Pulse {
            Layout.alignment: Qt.AlignHCenter
        }
    }

    WallText {
        objectName: "lost-code-starting"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gap
        text: starting.model.lostCode
        color: Theme.quietInk
        font.pixelSize: Theme.captionPx * 0.7
    }
}
