import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// Asks whether anybody is still there, over the page that was left alone, and counts down to its end.
Rectangle {
    id: question

    required property CabinetModel model
    property int remaining: model.clearsAfterS

    color: Theme.ground

    onVisibleChanged: {
        if (visible)
            remaining = model.clearsAfterS;
    }

    Timer {
        interval: 1000
        repeat: true
        running: question.visible && question.remaining > 0
        onTriggered: question.remaining -= 1
    }

    MouseArea {
        anchors.fill: parent
        onClicked: question.model.stillHere()
    }

    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.isLow ? Math.min(parent.height / 4, (parent.height - height) / 2 - Theme.gap) : 0
        width: Math.min(parent.width - 2 * Theme.margin, 10 * Theme.targetEdge)
        spacing: Theme.wide

        NumberText {
            objectName: "countdown"
            text: question.remaining
            font.pixelSize: Theme.displayPx
            Layout.fillWidth: true
        }

        TitleText {
            objectName: "question"
            text: qsTr("您还在吗？")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            text: qsTr("没有操作的话，%1 秒后回到首页，\n您的信息会清除。").arg(question.remaining)
            font.pixelSize: Theme.leadPx
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        RowLayout {
            spacing: Theme.gap
            Layout.alignment: Qt.AlignHCenter

            QuietButton {
                objectName: "leave-now"
                text: qsTr("不办了")
                onClicked: question.model.leaveNow()
                Layout.preferredHeight: 1.2 * Theme.targetEdge
            }

            PrimaryButton {
                objectName: "still-here"
                text: qsTr("我还在")
                onClicked: question.model.stillHere()
                Layout.preferredHeight: 1.2 * Theme.targetEdge
            }
        }
    }
}
