import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Pad

// The screen in front of the citizen at one window.
Window {
    id: root

    required property PadModel model
    readonly property string page: model.page

    width: 1280
    height: 800
    color: Theme.ground
    title: qsTr("评价器")

    Binding {
        target: Theme
        property: "unit"
        value: Math.min(root.width / 1.6, root.height) / 1080
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.wide
        spacing: Theme.gap

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            Rectangle {
                color: Theme.action
                radius: Theme.smallRadius
                Layout.preferredWidth: badge.implicitWidth + 2 * Theme.gap
                Layout.preferredHeight: badge.implicitHeight + Theme.small

                TitleText {
                    id: badge

                    objectName: "window"
                    anchors.centerIn: parent
                    text: qsTr("%1 号窗口").arg(root.model.windowNumber)
                    color: Theme.inkOnAction
                    wrapMode: Text.NoWrap
                }
            }

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                BodyText {
                    objectName: "clerk"
                    visible: root.model.clerkNumber !== ""
                    text: qsTr("窗口人员：%1　工号 %2").arg(root.model.clerkName).arg(root.model.clerkNumber)
                    Layout.fillWidth: true
                }

                QuietText {
                    objectName: "hall"
                    visible: text !== ""
                    text: root.model.hallName
                    Layout.fillWidth: true
                }
            }

            LanguageSwitch {
                current: root.model.language
                onChosen: tag => root.model.speak(tag)
            }
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            AskPage {
                anchors.fill: parent
                visible: root.page === "ask"
                model: root.model
            }

            WelcomePage {
                anchors.fill: parent
                visible: root.page === "welcome"
                model: root.model
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "thanks"
                iconName: "done"
                tone: "good"
                title: qsTr("谢谢您的评价")
                hint: qsTr("请带好您的证件和材料，祝您顺利。")
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "already-rated"
                iconName: "done"
                tone: "good"
                title: qsTr("这次服务已经评价过了")
                hint: qsTr("第一次的评价有效，谢谢您。")
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "too-late"
                iconName: "clock"
                title: qsTr("评价时间已过")
                hint: qsTr("如有意见，请告诉大厅的工作人员。")
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "closed"
                iconName: "desk"
                title: qsTr("本窗口暂停服务")
                hint: qsTr("请留意大屏，按叫号到其他窗口办理。")
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "connecting"
                iconName: "clock"
                title: qsTr("正在准备")
                hint: qsTr("请稍候。")
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "away"
                iconName: "offline"
                tone: "warn"
                title: qsTr("评价器暂时不能用")
                hint: root.model.linkCode === "unauthenticated" ? qsTr("本机未登记。请工作人员联系管理员。")
                    : root.model.linkCode === "hall-is-another" ? qsTr("服务器不是本机登记的那一台。请工作人员联系管理员。")
                    : qsTr("不影响您办理业务，恢复后自动继续。")
            }
        }
    }
}
