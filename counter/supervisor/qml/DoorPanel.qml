pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// One door: how it stands, what is inside, what may be done to it, and what is being prepared.
ColumnLayout {
    id: panel

    required property ChosenDoorModel model
    required property PickupHands pickup
    required property SupervisorHands hands
    required property bool isPending
    readonly property bool isTroubled: model.tone === "bad" || model.tone === "warn"

    spacing: Theme.small

    RowLayout {
        spacing: Theme.small
        Layout.fillWidth: true
        Layout.fillHeight: false

        TitleText {
            objectName: "chosen-door"
            text: panel.model.title
            font.pixelSize: Theme.leadPx
            Layout.fillWidth: true
        }

        DoorSign {
            sign: panel.model.sign
            color: panel.isTroubled ? Theme.tone(panel.model.tone) : Theme.ink
            Layout.preferredWidth: Theme.leadPx
            Layout.preferredHeight: Theme.leadPx
        }

        BodyText {
            objectName: "door-state"
            text: panel.model.state
            font.bold: true
            wrapMode: Text.NoWrap
        }

        Act {
            objectName: "back"
            iconName: "cross"
            implicitWidth: 0.7 * Theme.targetEdge
            implicitHeight: 0.62 * Theme.targetEdge
            Accessible.name: qsTr("关上")
            onClicked: panel.hands.choosePanel("lockers")
        }
    }

    QuietText {
        objectName: "door-cabinet"
        text: panel.model.cabinet
        Layout.fillWidth: true
    }

    Rectangle {
        visible: panel.model.remedy !== ""
        color: Theme.tint(panel.isTroubled ? panel.model.tone : "info")
        radius: Theme.smallRadius
        Layout.fillWidth: true
        Layout.preferredHeight: remedy.implicitHeight + 2 * Theme.small

        BodyText {
            id: remedy

            objectName: "door-remedy"
            text: panel.model.remedy
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.small
        }
    }

    Repeater {
        model: panel.model.facts

        RowLayout {
            id: fact

            required property string name
            required property string text

            spacing: Theme.small
            Layout.fillWidth: true
            Layout.fillHeight: false

            QuietText {
                text: fact.name
                topPadding: 0.5 * (Theme.bodyPx - Theme.captionPx)
                Layout.preferredWidth: 6 * Theme.captionPx
                Layout.alignment: Qt.AlignTop
            }

            BodyText {
                text: fact.text
                Layout.fillWidth: true
            }
        }
    }

    QuietText {
        objectName: "door-blocked"
        visible: text !== ""
        text: panel.model.blocked
        color: Theme.bad
        Layout.fillWidth: true
    }

    GridLayout {
        visible: panel.model.deed === ""
        columns: 2
        uniformCellWidths: true
        columnSpacing: Theme.small
        rowSpacing: Theme.small
        Layout.topMargin: Theme.small
        Layout.fillWidth: true
        Layout.fillHeight: false

        Repeater {
            model: panel.model.deeds

            Act {
                required property string deed

                objectName: "door-deed-" + deed
                required text
                required iconName
                Layout.fillWidth: true
                onClicked: panel.pickup.chooseDeed(deed)
            }
        }
    }

    DoorForm {
        visible: panel.model.deed !== ""
        model: panel.model
        pickup: panel.pickup
        isPending: panel.isPending
        Layout.fillWidth: true
        Layout.fillHeight: true
    }

    Item {
        visible: panel.model.deed === ""
        Layout.fillHeight: true
    }
}
