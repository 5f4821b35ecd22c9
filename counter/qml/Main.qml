import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// A narrow dock at the right edge of the clerk's screen, above other windows.
Window {
    id: root

    required property CounterModel model
    readonly property string page: model.page
    readonly property real scale: 0.48

    width: 840 * scale
    height: Math.min(2000 * scale, Screen.desktopAvailableHeight)
    minimumWidth: 780 * scale
    minimumHeight: 1440 * scale
    x: Screen.virtualX + Screen.desktopAvailableWidth - width
    y: Screen.virtualY
    color: Theme.ground
    title: qsTr("窗口终端")
    flags: Qt.Window | Qt.WindowStaysOnTopHint

    Binding {
        target: Theme
        property: "unit"
        value: root.scale
    }

    Shortcut {
        sequence: "Escape"
        onActivated: root.model.dismissNotice()
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            visible: root.model.link === "down"
            color: Theme.tint("bad")
            Layout.fillWidth: true
            Layout.preferredHeight: away.implicitHeight

            Notice {
                id: away

                objectName: "away"
                tone: "bad"
                iconName: "offline"
                title: Wording.linkTitle(root.model.linkCode)
                text: Wording.linkTrouble(root.model.linkCode)
                radius: 0
                anchors.left: parent.left
                anchors.right: parent.right
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            LogInPage {
                anchors.fill: parent
                visible: root.page === "login"
                model: root.model
            }

            WindowPage {
                anchors.fill: parent
                visible: root.page === "window"
                model: root.model
            }

            Pulse {
                anchors.centerIn: parent
                visible: root.page === "connecting"
            }
        }

        Notice {
            objectName: "notice"
            visible: root.model.noticeCode !== ""
            tone: "warn"
            title: Wording.noticeTitle(root.model.noticeCode, root.model.noticeCallsMissing)
            text: root.model.noticeCode === "other" ? root.model.noticeRemedy : Wording.noticeRemedy(root.model.noticeCode)
            radius: 0
            Layout.fillWidth: true
        }

        RowLayout {
            spacing: Theme.small
            Layout.fillWidth: true
            Layout.margins: Theme.tiny
            Layout.leftMargin: Theme.gap
            Layout.rightMargin: Theme.gap

            Icon {
                name: root.model.link === "up" ? "done" : root.model.link === "down" ? "offline" : "clock"
                color: root.model.link === "up" ? Theme.good : root.model.link === "down" ? Theme.bad : Theme.quietInk
                Layout.preferredWidth: Theme.bodyPx
                Layout.preferredHeight: Theme.bodyPx
            }

            QuietText {
                objectName: "link"
                text: Wording.link(root.model.link)
                Layout.fillWidth: true
            }

            LanguageSwitch {
                current: root.model.language
                focusPolicy: Qt.TabFocus
                Layout.preferredHeight: 0.64 * Theme.targetEdge
                onChosen: tag => root.model.speak(tag)
            }
        }
    }
}
