import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// Over a person's page that was left alone: it is covered at once, and forgotten soon.
Rectangle {
    id: question

    required property GuideModel model

    color: Theme.ground

    MouseArea {
        anchors.fill: parent
        onClicked: question.model.stillHere()
    }

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 10 * Theme.targetEdge)
        spacing: Theme.wide

        TitleText {
            objectName: "question"
            text: qsTr("还在帮这位办事人吗？")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            text: qsTr("没有操作的话，马上回到首页，此人的信息会清除。")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        PrimaryButton {
            objectName: "still-here"
            text: qsTr("还在")
            Layout.fillWidth: true
            onClicked: question.model.stillHere()
        }

        QuietButton {
            objectName: "leave-now"
            text: qsTr("办好了，清除")
            Layout.fillWidth: true
            onClicked: question.model.leaveNow()
        }
    }
}
