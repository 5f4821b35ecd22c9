import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Pad

// Who serves here, and whom.
Item {
    id: page

    required property PadModel model
    readonly property real iconEdge: Math.min(1.6 * Theme.largeIconEdge, 0.28 * height)
    readonly property bool hasTicket: model.ticketNumber !== ""

    Accessible.role: Accessible.Pane
    Accessible.name: lead.text

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -hall.height / 2
        spacing: page.hasTicket ? 0 : Theme.gap

        Icon {
            visible: !page.hasTicket
            name: "desk"
            color: Theme.action
            weight: 1.2
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: page.iconEdge
            Layout.preferredHeight: page.iconEdge
        }

        NumberText {
            objectName: "number"
            visible: page.hasTicket
            text: page.model.ticketNumber
            color: Theme.action
            font.pixelSize: Math.min(Theme.hugePx, 0.42 * page.height)
            Layout.fillWidth: true
        }

        TitleText {
            id: lead

            objectName: "lead"
            text: page.model.windowState === "called" ? qsTr("请这位办事人到本窗口")
                : page.model.windowState === "serving" ? qsTr("正在为这位办事人服务")
                : qsTr("欢迎您")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "lead-hint"
            visible: !page.hasTicket
            text: qsTr("叫到您的号时，请到本窗口办理。")
            font.pixelSize: Theme.leadPx
            color: Theme.quietInk
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }

    QuietText {
        id: hall

        objectName: "hall"
        anchors.bottom: parent.bottom
        width: parent.width
        text: page.model.hallName
        horizontalAlignment: Text.AlignHCenter
    }
}
