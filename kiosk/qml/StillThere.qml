import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// Asks whether anybody is still there, over the page that was left alone, and counts down to the end of the visit.
Rectangle {
    id: question

    required property FrameHands hands
    required property int clearsAfterS
    property int remaining: clearsAfterS

    color: Theme.ground

    onVisibleChanged: remaining = clearsAfterS

    Timer {
        interval: 1000
        repeat: true
        running: question.visible && question.remaining > 0
        onTriggered: question.remaining -= 1
    }

    MouseArea {
        anchors.fill: parent
        onClicked: question.hands.stillHerePressed()
    }

    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: Theme.isLow ? Math.min(parent.height / 4, (parent.height - height) / 2 - Theme.gap) : 0
        width: Math.min(parent.width - 2 * Theme.margin, 10 * Theme.targetEdge)
        spacing: Theme.wide

        Rectangle {
            color: "transparent"
            radius: width / 2
            border.width: Theme.focusEdge
            border.color: Theme.action
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: 2.2 * Theme.displayPx
            Layout.preferredHeight: 2.2 * Theme.displayPx

            NumberText {
                objectName: "countdown"
                anchors.centerIn: parent
                text: question.remaining
                font.pixelSize: Theme.displayPx
                color: Theme.ink
            }
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

        PrimaryButton {
            objectName: "still-here"
            text: qsTr("我还在")
            onClicked: question.hands.stillHerePressed()
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: 5 * Theme.targetEdge
            Layout.preferredHeight: 1.4 * Theme.targetEdge
        }
    }
}
