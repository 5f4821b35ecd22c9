import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// A case that lies nowhere: on which shelf it waits from now on.
ColumnLayout {
    id: panel

    required property LockersModel model
    required property PickupHands pickup
    required property SupervisorHands hands
    required property bool isPending

    spacing: Theme.small

    Connections {
        target: panel.model

        function onLooseCaseChanged(): void {
            shelf.text = "";
        }
    }

    RowLayout {
        spacing: Theme.small
        Layout.fillWidth: true
        Layout.fillHeight: false

        Act {
            objectName: "back"
            iconName: "back"
            implicitWidth: 0.7 * Theme.targetEdge
            implicitHeight: 0.62 * Theme.targetEdge
            Accessible.name: qsTr("返回")
            onClicked: panel.hands.choosePanel("lockers")
        }

        TitleText {
            objectName: "loose-case"
            text: panel.model.looseCase
            font.pixelSize: Theme.bodyPx
            Layout.fillWidth: true
        }
    }

    Rectangle {
        color: Theme.infoTint
        radius: Theme.smallRadius
        Layout.fillWidth: true
        Layout.preferredHeight: says.implicitHeight + 2 * Theme.small

        BodyText {
            id: says

            objectName: "loose-says"
            text: qsTr("拿到手里了，才在这里写明放在哪里。从现在起它在窗口等人来取，不再算缺失。要重新存进柜子，请在取件柜上扫它的回执，不用写这里。")
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.small
        }
    }

    Field {
        id: shelf

        name: qsTr("放在哪个取件架（如 A-3；不写办事人的姓名）")
        fieldName: "shelf"
        maximumLength: 40
        Layout.fillWidth: true
        onAccepted: panel.pickup.putOnShelf(shelf.text)
    }

    Item {
        Layout.fillHeight: true
    }

    Act {
        objectName: "put-on-shelf"
        text: panel.isPending ? qsTr("正在做…") : qsTr("放在这个取件架")
        tone: "action"
        enabled: !panel.isPending
        Layout.fillWidth: true
        onClicked: panel.pickup.putOnShelf(shelf.text)
    }
}
