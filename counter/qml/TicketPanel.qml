import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// The ticket in hand, or what there is to do without one.
Panel {
    id: panel

    required property CounterModel model
    readonly property bool isLow: height < 4.6 * Theme.targetEdge

    ColumnLayout {
        visible: panel.model.hasTicket
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.tiny

        RowLayout {
            spacing: Theme.small
            Layout.fillWidth: true

            ClassBadge {
                objectName: "ticket-class"
                ticketClass: panel.model.ticketClass
                textPx: Theme.bodyPx
            }

            BodyText {
                objectName: "category"
                text: panel.model.categoryName
                Layout.fillWidth: true
            }
        }

        NumberText {
            objectName: "number"
            text: panel.model.ticketNumber
            fontSizeMode: Text.Fit
            minimumPixelSize: Theme.titlePx
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            Layout.preferredHeight: Theme.displayPx
            Layout.minimumHeight: 1.45 * Theme.titlePx
        }

        GridLayout {
            visible: panel.model.holderName !== ""
            columns: panel.isLow ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: 0
            Layout.fillWidth: true

            Text {
                objectName: "holder"
                text: panel.model.holderName
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.leadPx
                font.bold: true
                wrapMode: Text.Wrap
                horizontalAlignment: panel.isLow ? Text.AlignLeft : Text.AlignHCenter
                textFormat: Text.PlainText
                Layout.fillWidth: true
            }

            BodyText {
                objectName: "holder-number"
                text: panel.model.holderNumber
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: !panel.isLow
            }
        }

        BodyText {
            objectName: "holder-unknown"
            visible: panel.model.holderName === ""
            text: qsTr("未刷卡取号")
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        Rectangle {
            color: Theme.line
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.hair
            Layout.topMargin: Theme.tiny
        }

        RowLayout {
            spacing: Theme.gap
            Layout.fillWidth: true

            BodyText {
                objectName: "calls"
                text: qsTr("已呼叫 %n 次", "", panel.model.calls)
                Layout.fillWidth: true
            }

            BodyText {
                objectName: "elapsed"
                text: panel.model.windowState === "serving" ? qsTr("办理 %1").arg(panel.model.elapsed)
                                                            : qsTr("叫号后 %1").arg(panel.model.elapsed)
                font.features: ({ "tnum": 1 })
                font.bold: true
            }
        }

        QuietText {
            objectName: "waited"
            visible: panel.height > 5.6 * Theme.targetEdge
            text: qsTr("取号后等了 %n 分钟", "", panel.model.waitedMin)
            Layout.fillWidth: true
        }
    }

    ColumnLayout {
        visible: !panel.model.hasTicket
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.small

        Icon {
            visible: panel.height > 4 * Theme.targetEdge
            name: Wording.windowStateIcon(panel.model.windowState)
            color: Theme.quietInk
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Theme.iconEdge
            Layout.preferredHeight: Theme.iconEdge
        }

        TitleText {
            objectName: "no-ticket"
            text: panel.model.windowState === "closed" ? qsTr("窗口未开")
                : panel.model.windowState === "paused" ? qsTr("窗口已暂停")
                : panel.model.waiting === 0 ? qsTr("暂时没有人等候")
                : qsTr("有 %n 人在等候", "", panel.model.waiting)
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "no-ticket-hint"
            text: panel.model.windowState === "closed" ? qsTr("按 F9 开窗，开始叫号。")
                : panel.model.windowState === "paused" ? panel.model.pauseReason
                : panel.model.waiting === 0 ? qsTr("有人取号后，这里会显示。")
                : qsTr("按 F2 叫下一位。")
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
