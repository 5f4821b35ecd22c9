import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// Somebody is logged in at this window: shall it end?
FocusScope {
    id: page

    required property LogInModel coming
    required property CounterHands hands
    readonly property bool isMoving: coming.question === "clerk-elsewhere"

    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    onVisibleChanged: if (visible)
        no.forceActiveFocus()

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.gap

        TitleText {
            id: title

            objectName: "take-over-title"
            text: page.isMoving ? qsTr("您在别的窗口登录着")
                : page.coming.takenBy === "" ? qsTr("%1 号窗口有人登录着").arg(page.coming.window)
                : qsTr("%1 在 %2 号窗口登录着").arg(page.coming.takenBy).arg(page.coming.window)
            font.pixelSize: Theme.titlePx * 0.8
            Layout.fillWidth: true
        }

        BodyText {
            text: page.isMoving ? qsTr("换到这里，那边的窗口就关上；那边手上有号时要先办完。")
                                : qsTr("接手后，那边的登录结束；手上的号不会丢，由您接着办。先问一声同事。")
            Layout.fillWidth: true
        }

        ActionButton {
            objectName: "take-over"
            text: page.isMoving ? qsTr("换到 %1 号窗口").arg(page.coming.window) : qsTr("接手这个窗口")
            iconName: "person"
            Layout.fillWidth: true
            onClicked: page.hands.takeOver()
        }

        ActionButton {
            id: no

            objectName: "no-take-over"
            text: qsTr("不换")
            key: "Esc"
            iconName: "back"
            isNext: true
            Layout.fillWidth: true
            onClicked: page.hands.dismiss()
        }
    }
}
