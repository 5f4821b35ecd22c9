pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// One window: how it stands, what may be done to it, and what is being prepared.
ColumnLayout {
    id: panel

    required property ChosenModel model
    required property SupervisorHands hands
    required property bool isPending
    readonly property bool hasFacts: !["call", "profile"].includes(model.deed) // their lists want the room

    spacing: Theme.small

    RowLayout {
        spacing: Theme.small
        Layout.fillWidth: true
        Layout.fillHeight: false

        TitleText {
            objectName: "chosen"
            text: panel.model.title
            font.pixelSize: Theme.leadPx
            Layout.fillWidth: true
        }

        Icon {
            name: panel.model.icon
            color: panel.model.tone === "bad" ? Theme.bad : panel.model.tone === "warn" ? Theme.warn : Theme.ink
            Layout.preferredWidth: Theme.leadPx
            Layout.preferredHeight: Theme.leadPx
        }

        BodyText {
            objectName: "chosen-state"
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
            onClicked: panel.hands.choosePanel("now")
        }
    }

    Repeater {
        model: panel.model.facts

        RowLayout {
            id: fact

            required property string name
            required property string text

            visible: panel.hasFacts
            spacing: Theme.small
            Layout.fillWidth: true
            Layout.fillHeight: false

            QuietText {
                text: fact.name
                topPadding: 0.5 * (Theme.bodyPx - Theme.captionPx)
                Layout.preferredWidth: 8 * Theme.captionPx
                Layout.alignment: Qt.AlignTop
            }

            BodyText {
                text: fact.text
                Layout.fillWidth: true
            }
        }
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

                objectName: "deed-" + deed
                required text
                required iconName
                Layout.fillWidth: true
                onClicked: panel.hands.chooseDeed(deed)
            }
        }
    }

    DeedForm {
        visible: panel.model.deed !== ""
        model: panel.model
        hands: panel.hands
        isPending: panel.isPending
        Layout.fillWidth: true
        Layout.fillHeight: true
    }

    Item {
        visible: panel.model.deed === ""
        Layout.fillHeight: true
    }
}
