import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// The end of the day, asked twice: what it does is read first, then the date is typed.
ColumnLayout {
    id: panel

    required property HallModel model
    required property SupervisorHands hands
    required property bool isPending
    property string reason: ""

    spacing: Theme.small

    onVisibleChanged: {
        panel.reason = "";
        date.text = "";
    }

    Heading {
        text: panel.model.isClosed ? qsTr("大厅今天已经关闭。") : qsTr("关闭大厅")
        objectName: "closing-title"
    }

    Rectangle {
        visible: !panel.model.isClosed
        color: Theme.tint("bad")
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: Theme.bad
        Layout.fillWidth: true
        Layout.preferredHeight: says.implicitHeight + 2 * Theme.small

        BodyText {
            id: says

            objectName: "closing"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.small
            text: panel.model.closing
        }
    }

    BodyText {
        visible: !panel.model.isClosed
        text: qsTr("第一步：为什么关？")
        font.bold: true
        Layout.topMargin: Theme.small
    }

    RowLayout {
        visible: !panel.model.isClosed
        spacing: Theme.small
        uniformCellSizes: true
        Layout.fillWidth: true
        Layout.fillHeight: false

        Choice {
            objectName: "closing-day-ended"
            text: qsTr("今天办完了")
            isOn: panel.reason === "day-ended"
            implicitHeight: 0.74 * Theme.targetEdge
            Layout.fillWidth: true
            onClicked: panel.reason = "day-ended"
        }

        Choice {
            objectName: "closing-hall-closed"
            text: qsTr("提前关闭")
            isOn: panel.reason === "hall-closed"
            implicitHeight: 0.74 * Theme.targetEdge
            Layout.fillWidth: true
            onClicked: panel.reason = "hall-closed"
        }
    }

    BodyText {
        visible: panel.reason !== "" && !panel.model.isClosed
        text: qsTr("第二步：输入今天的月日 %1，再按“关闭大厅”。").arg(panel.model.date)
        font.bold: true
        Layout.topMargin: Theme.small
        Layout.fillWidth: true
    }

    Field {
        id: date

        visible: panel.reason !== "" && !panel.model.isClosed
        name: qsTr("今天的月日，四位数字")
        fieldName: "closing-date"
        inputMethodHints: Qt.ImhDigitsOnly
        maximumLength: 4
        Layout.fillWidth: true
    }

    Act {
        objectName: "close-hall"
        visible: panel.reason !== "" && !panel.model.isClosed
        text: qsTr("关闭大厅")
        iconName: "warning"
        tone: "bad"
        enabled: !panel.isPending && date.text.length === 4
        Layout.fillWidth: true
        onClicked: {
            const typed = date.text;
            date.text = "";
            panel.hands.closeHall(panel.reason, typed);
        }
    }

    Item {
        Layout.fillHeight: true
    }
}
