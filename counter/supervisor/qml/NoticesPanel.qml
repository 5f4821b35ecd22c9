pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// What the hall tells everybody: what hangs now, and a new one.
ColumnLayout {
    id: panel

    required property HallModel model
    required property SupervisorHands hands
    required property bool isPending
    property int minutes: 30

    spacing: Theme.small

    Heading {
        text: qsTr("现在挂着的公告")
    }

    BodyText {
        objectName: "no-notices"
        visible: hanging.count === 0
        text: qsTr("没有公告。")
        color: Theme.quietInk
    }

    Scroll {
        id: hanging

        objectName: "hanging"
        visible: count > 0
        model: panel.model.hanging
        Layout.fillWidth: true
        Layout.preferredHeight: whole(0.35 * panel.height)
        Layout.fillHeight: false

        delegate: RowLayout {
            id: one

            required property int noticeId
            required property string text
            required property string until

            spacing: Theme.small
            width: ListView.view.width - Theme.small
            visible: (ListView.view as Scroll).holds(y, height)

            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true

                BodyText {
                    objectName: "hanging-" + one.noticeId
                    text: one.text
                    Layout.fillWidth: true
                }

                QuietText {
                    text: one.until
                }
            }

            Act {
                objectName: "end-notice-" + one.noticeId
                text: qsTr("撤下")
                enabled: !panel.isPending
                implicitHeight: 0.62 * Theme.targetEdge
                onClicked: panel.hands.endNotice(one.noticeId)
            }
        }
    }

    Heading {
        text: qsTr("新公告")
        Layout.topMargin: Theme.small
    }

    QuietText {
        text: qsTr("发出后大屏马上显示，到时间自己撤下。")
        Layout.fillWidth: true
    }

    Field {
        id: chinese

        name: qsTr("简体中文（必填）")
        fieldName: "notice-zh-CN"
        maximumLength: 120
        Layout.fillWidth: true
    }

    Field {
        id: traditional

        name: qsTr("繁体中文（可不填，不填就显示简体）")
        fieldName: "notice-zh-Hant"
        maximumLength: 120
        Layout.fillWidth: true
    }

    Field {
        id: english

        name: qsTr("英文（可不填，不填就显示简体）")
        fieldName: "notice-en"
        maximumLength: 240
        Layout.fillWidth: true
    }

    RowLayout {
        spacing: Theme.tiny
        Layout.fillWidth: true
        Layout.fillHeight: false

        QuietText {
            text: qsTr("挂多久")
            wrapMode: Text.NoWrap
        }

        Repeater {
            model: [10, 30, 60, 120, 0]

            Choice {
                required property int modelData

                objectName: "notice-minutes-" + modelData
                text: modelData === 0 ? qsTr("直到撤下") : qsTr("%1 分").arg(modelData)
                isOn: panel.minutes === modelData
                Layout.fillWidth: true
                onClicked: panel.minutes = modelData
            }
        }
    }

    Act {
        objectName: "post-notice"
        text: qsTr("发出公告")
        iconName: "sound"
        tone: "action"
        enabled: !panel.isPending
        Layout.fillWidth: true
        onClicked: panel.hands.postNotice(chinese.text, traditional.text, english.text, panel.minutes)
    }

    Connections {
        target: hanging

        function onCountChanged(): void {
            chinese.text = "";
            traditional.text = "";
            english.text = "";
        }
    }

    Item {
        Layout.fillHeight: true
    }
}
