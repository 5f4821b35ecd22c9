pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// One low rating: what was done about it, and the next step.
ColumnLayout {
    id: panel

    required property AnsweringModel model
    required property SupervisorHands hands
    required property bool isPending
    property string result: ""

    spacing: Theme.small

    Connections {
        target: panel.model

        function onFollowUpIdChanged(): void {
            panel.result = "";
            note.text = "";
        }

        function onActChanged(): void {
            panel.result = "";
            note.text = "";
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
            onClicked: panel.hands.choosePanel("ratings")
        }

        TitleText {
            objectName: "follow-up"
            text: panel.model.title
            font.pixelSize: Theme.bodyPx
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "due"
            text: panel.model.due
            color: panel.model.tone === "bad" ? Theme.bad : Theme.ink
            font.bold: panel.model.tone === "bad"
            wrapMode: Text.NoWrap
        }
    }

    QuietText {
        text: panel.model.detail
        Layout.fillWidth: true
    }

    StepBar {
        steps: [qsTr("联系"), qsTr("核实"), qsTr("整改"), qsTr("答复"), qsTr("回访")]
        current: panel.model.current
        Layout.fillWidth: true
        Layout.fillHeight: false
    }

    Repeater {
        model: panel.model.steps

        ColumnLayout {
            id: step

            required property string text
            required property string note

            spacing: 0
            Layout.fillWidth: true
            Layout.fillHeight: false

            QuietText {
                text: step.text
                Layout.fillWidth: true
            }

            BodyText {
                visible: text !== ""
                text: step.note
                Layout.fillWidth: true
            }
        }
    }

    BodyText {
        objectName: "says"
        visible: text !== ""
        text: panel.model.says
        font.bold: true
        Layout.topMargin: Theme.small
        Layout.fillWidth: true
    }

    Flow {
        visible: panel.model.needsResult
        spacing: Theme.tiny
        Layout.fillWidth: true

        Result { code: "satisfied"; text: qsTr("满意") }
        Result { code: "not-satisfied"; text: qsTr("仍不满意") }
        Result { code: "not-reached"; text: qsTr("联系不上") }
    }

    Field {
        id: note

        visible: panel.model.act !== ""
        name: qsTr("记下什么（加密保存，到期销毁）")
        fieldName: "note"
        maximumLength: 400
        Layout.fillWidth: true
    }

    Item {
        Layout.fillHeight: true
    }

    RowLayout {
        visible: panel.model.act !== ""
        spacing: Theme.small
        Layout.fillWidth: true
        Layout.fillHeight: false

        Act {
            objectName: "redo"
            visible: panel.model.mayRedo
            text: qsTr("重办一次")
            enabled: !panel.isPending
            Layout.fillWidth: true
            onClicked: panel.hands.answerFor("redo", note.text, panel.result)
        }

        Act {
            objectName: "answer"
            text: panel.model.confirm
            tone: "action"
            enabled: !panel.isPending
            Layout.fillWidth: true
            onClicked: panel.hands.answerFor(panel.model.act, note.text, panel.result)
        }
    }

    component Result: Choice {
        required property string code

        objectName: "result-" + code
        isOn: panel.result === code
        onClicked: panel.result = code
    }
}
