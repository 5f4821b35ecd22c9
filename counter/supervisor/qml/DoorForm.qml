pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// What is being prepared for a door: what it will do, what it needs, and the press that does it.
ColumnLayout {
    id: form

    required property ChosenDoorModel model
    required property PickupHands pickup
    required property bool isPending
    property int days: 3
    property string finding: ""
    readonly property bool isSaying: model.deed === "say"
    readonly property bool isGrave: model.isSecond || model.deed === "out-of-service"

    function begin(): void {
        form.days = 3;
        form.finding = "";
    }

    function confirm(): void {
        if (form.isSaying)
            form.pickup.say(form.finding);
        else
            form.pickup.confirmDeed(form.days);
    }

    spacing: Theme.small

    Connections {
        target: form.model

        function onDeedChanged(): void {
            form.begin();
        }

        function onKeyChanged(): void {
            form.begin();
        }
    }

    Rectangle {
        color: Theme.tint(form.isGrave ? "warn" : "info")
        radius: Theme.smallRadius
        border.width: form.model.isSecond ? 2 * Theme.hair : 0
        border.color: Theme.warn
        Layout.fillWidth: true
        Layout.preferredHeight: said.implicitHeight + 2 * Theme.small

        ColumnLayout {
            id: said

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.small
            spacing: Theme.tiny

            Heading {
                objectName: "door-deed-title"
                text: form.model.deedTitle
            }

            BodyText {
                objectName: "door-says"
                text: form.model.says
                Layout.fillWidth: true
            }
        }
    }

    RowLayout {
        visible: form.model.deed === "keep"
        spacing: Theme.tiny
        Layout.fillWidth: true
        Layout.fillHeight: false

        QuietText {
            text: qsTr("多保存")
            wrapMode: Text.NoWrap
        }

        Repeater {
            model: [1, 3, 7, 14]

            Choice {
                required property int modelData

                objectName: "days-" + modelData
                text: qsTr("%1 天").arg(modelData)
                isOn: form.days === modelData
                Layout.fillWidth: true
                onClicked: form.days = modelData
            }
        }
    }

    Repeater {
        model: form.isSaying ? form.model.findings : null

        Choice {
            required property string finding

            objectName: "finding-" + finding
            required text
            isOn: form.finding === finding
            implicitHeight: 0.74 * Theme.targetEdge
            Layout.fillWidth: true
            onClicked: form.finding = finding
        }
    }

    Item {
        Layout.fillHeight: true
    }

    RowLayout {
        spacing: Theme.small
        uniformCellSizes: true
        Layout.fillWidth: true
        Layout.fillHeight: false

        Act {
            objectName: "door-cancel"
            text: qsTr("不做")
            key: "Esc"
            Layout.fillWidth: true
            onClicked: form.pickup.chooseDeed("")
        }

        Act {
            objectName: "door-confirm"
            text: form.isPending ? qsTr("正在做…") : form.model.confirm
            tone: form.isGrave ? "bad" : "action"
            enabled: !form.isPending && (!form.isSaying || form.finding !== "")
            Layout.fillWidth: true
            onClicked: form.confirm()
        }
    }
}
