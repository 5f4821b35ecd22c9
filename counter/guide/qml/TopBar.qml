import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// The way back, whose desk it is, and the ways out.
Rectangle {
    id: bar

    required property GuideModel model
    readonly property bool isNarrow: width < 14 * Theme.targetEdge

    color: Theme.surface
    implicitHeight: Theme.targetEdge

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.small

        QuietButton {
            objectName: "back"
            visible: bar.model.canGoBack
            iconName: "back"
            text: qsTr("返回")
            Layout.preferredHeight: 0.8 * Theme.targetEdge
            onClicked: bar.model.press("back")
        }

        QuietButton {
            objectName: "home"
            visible: bar.model.canGoHome
            iconName: "home"
            text: qsTr("首页")
            Layout.preferredHeight: 0.8 * Theme.targetEdge
            onClicked: bar.model.press("home")
        }

        QuietText {
            objectName: "hall"
            visible: !(bar.isNarrow && bar.model.isSignedIn)
            text: bar.model.hallName
            maximumLineCount: 1
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 0.6 * Theme.captionPx
            Layout.fillWidth: true
        }

        Item {
            visible: bar.isNarrow && bar.model.isSignedIn
            Layout.fillWidth: true
        }

        Pulse {
            visible: bar.model.isWorking
            scale: 0.6
        }

        Icon {
            visible: bar.model.isSignedIn
            name: bar.model.link === "down" ? "offline" : "person"
            color: bar.model.link === "down" ? Theme.bad : Theme.quietInk
            Layout.preferredWidth: Theme.bodyPx
            Layout.preferredHeight: Theme.bodyPx
        }

        QuietText {
            objectName: "user"
            visible: bar.model.isSignedIn
            text: bar.model.user
        }

        QuietButton {
            objectName: "lock"
            visible: bar.model.isSignedIn
            text: qsTr("锁定")
            Layout.preferredHeight: 0.8 * Theme.targetEdge
            onClicked: bar.model.lock()
        }

        QuietButton {
            objectName: "log-out"
            visible: bar.model.page === "home" || bar.model.page === "locked" || bar.model.page === "away"
            iconName: "log-out"
            text: qsTr("退出")
            Layout.preferredHeight: 0.8 * Theme.targetEdge
            onClicked: bar.model.logOut()
        }

        LanguageSwitch {
            current: bar.model.language
            Layout.preferredHeight: 0.8 * Theme.targetEdge
            onChosen: tag => bar.model.speak(tag)
        }
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Theme.hair
        color: Theme.line
    }
}
