import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Pad

// The screen in front of the citizen at one window.
Window {
    id: root

    required property PadModel model
    readonly property string page: model.page
    readonly property bool isUpright: height > width

    width: 1280
    height: 800
    color: Theme.ground
    title: qsTr("评价器")

    // Read from 60 cm by eyes of 70 on 7 to 10 inches: larger than a kiosk's of as many pixels.
    Binding {
        target: Theme
        property: "unit"
        value: root.isUpright ? root.width / 740 : Math.min(root.width / 1.6, root.height) / 690
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.small

        Header {
            model: root.model
            isUpright: root.isUpright
            Layout.fillWidth: true
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            AskPage {
                anchors.fill: parent
                visible: root.page === "ask"
                model: root.model
                isUpright: root.isUpright
            }

            LabelsPage {
                anchors.fill: parent
                visible: root.page === "labels"
                model: root.model
                isUpright: root.isUpright
            }

            WelcomePage {
                anchors.fill: parent
                visible: root.page === "welcome"
                model: root.model
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "proof"
                iconName: "phone"
                title: qsTr("欢迎用手机评价")
                detail: root.model.askedNumber === "" ? "" : qsTr("您的号码 %1").arg(root.model.askedNumber)
                hint: qsTr("请扫号票上的二维码，或到取号机上评价。")
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "skipped"
                iconName: "done"
                title: qsTr("好的，不评价")
                hint: qsTr("想评价时，可以扫号票上的二维码。")
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "not-arrived"
                iconName: "offline"
                tone: "warn"
                title: qsTr("您的评价没有送到")
                hint: qsTr("请扫号票上的二维码再评价，或告诉大厅的工作人员。")
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "thanks"
                iconName: "done"
                tone: "good"
                title: qsTr("谢谢您的评价")
                hint: qsTr("请带好您的证件和材料。")
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
                hint: qsTr("您还可以扫号票上的二维码评价。")
            }

            MessagePage {
                anchors.fill: parent
                visible: root.page === "closed"
                iconName: "desk"
                title: root.model.windowState !== "paused" ? qsTr("本窗口未开放")
                    : root.model.pausedUntil === "" ? qsTr("本窗口暂停服务")
                    : qsTr("本窗口暂停服务至 %1").arg(root.model.pausedUntil)
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
