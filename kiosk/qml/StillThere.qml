import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// Asks whether anybody is still there, over the page that was left alone.
Rectangle {
    id: question

    required property Hands hands

    color: Theme.ground
    opacity: 1

    MouseArea {
        anchors.fill: parent
        onClicked: question.hands.stillHerePressed()
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 9 * Theme.targetEdge)
        spacing: Theme.wide

        Icon {
            name: "clock"
            color: Theme.action
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.largeIconEdge * 1.3
            Layout.preferredHeight: Theme.largeIconEdge * 1.3
        }

        TitleText {
            text: qsTr("您还在吗？")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            text: qsTr("没有操作的话，很快会回到首页，您的信息会清除。")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        PrimaryButton {
            objectName: "still-here"
            text: qsTr("我还在")
            onClicked: question.hands.stillHerePressed()
            Layout.alignment: Qt.AlignHCenter
        }
    }
}
