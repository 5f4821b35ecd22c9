pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// How messages leave, what waits, and what did not get through, by its reason.
ColumnLayout {
    id: panel

    required property MessagesModel model
    required property PickupHands pickup
    required property bool isPending

    spacing: Theme.small

    BodyText {
        objectName: "messages-unknown"
        visible: !panel.model.isKnown
        text: qsTr("正在问大厅服务器…")
        color: Theme.quietInk
        Layout.fillWidth: true
    }

    Heading {
        visible: panel.model.isKnown
        text: qsTr("发送渠道")
    }

    BodyText {
        objectName: "no-carriers"
        visible: panel.model.isKnown && carriers.count === 0
        text: qsTr("没有发送渠道，信息不会发出。请管理员在 hall.toml 里配置。")
        color: Theme.quietInk
        Layout.fillWidth: true
    }

    Repeater {
        id: carriers

        model: panel.model.carriers

        Rectangle {
            id: carrier

            required property string name
            required property string condition
            required property string tone
            required property string line

            color: tone === "bad" ? Theme.badTint : Theme.surface
            radius: Theme.smallRadius
            border.width: Theme.hair
            border.color: tone === "bad" ? Theme.bad : Theme.line
            Layout.fillWidth: true
            Layout.preferredHeight: row.implicitHeight + 2 * Theme.tiny
            Accessible.role: Accessible.StaticText
            Accessible.name: name + " " + condition + " " + line

            RowLayout {
                id: row

                anchors.fill: parent
                anchors.leftMargin: Theme.small
                anchors.rightMargin: Theme.small
                spacing: Theme.small

                Icon {
                    name: carrier.tone === "bad" ? "offline" : carrier.tone === "good" ? "done" : "info"
                    color: carrier.tone === "none" ? Theme.quietInk : Theme.tone(carrier.tone)
                    Layout.preferredWidth: 1.3 * Theme.bodyPx
                    Layout.preferredHeight: 1.3 * Theme.bodyPx
                }

                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    RowLayout {
                        spacing: Theme.small
                        Layout.fillWidth: true

                        BodyText {
                            text: carrier.name
                            font.bold: true
                            Layout.fillWidth: true
                        }

                        BodyText {
                            text: carrier.condition
                            color: carrier.tone === "bad" ? Theme.bad : Theme.ink
                            wrapMode: Text.NoWrap
                        }
                    }

                    QuietText {
                        text: carrier.line
                        Layout.fillWidth: true
                    }
                }
            }
        }
    }

    Heading {
        visible: waiting.count > 0
        text: qsTr("等着发出")
        Layout.topMargin: Theme.tiny
    }

    Repeater {
        id: waiting

        model: panel.model.waiting

        RowLayout {
            id: kind

            required property string text
            required property string since

            spacing: Theme.small
            Layout.fillWidth: true
            Layout.fillHeight: false

            BodyText {
                text: kind.text
                Layout.fillWidth: true
            }

            QuietText {
                text: kind.since
                wrapMode: Text.NoWrap
            }
        }
    }

    QuietText {
        objectName: "messages-today"
        visible: panel.model.isKnown
        text: panel.model.today
        Layout.fillWidth: true
    }

    Heading {
        visible: letters.count > 0
        text: qsTr("没有送到的（死信）")
        Layout.topMargin: Theme.tiny
    }

    RowLayout {
        visible: panel.model.isKnown && letters.count === 0
        spacing: Theme.small
        Layout.fillHeight: false

        Icon {
            name: "done"
            color: Theme.good
            Layout.preferredWidth: 1.2 * Theme.bodyPx
            Layout.preferredHeight: 1.2 * Theme.bodyPx
        }

        BodyText {
            objectName: "no-letters"
            text: qsTr("没有死信。")
            Layout.fillWidth: true
        }
    }

    Scroll {
        id: letters

        objectName: "letters"
        visible: count > 0
        model: panel.model.letters
        Layout.fillWidth: true
        Layout.fillHeight: true

        delegate: Item {
            id: letter

            required property int messageId
            required property string reason
            required property string text
            required property string detail
            required property string ids
            required property bool isChosen
            readonly property bool isReason: messageId === 0

            width: ListView.view.width - Theme.small
            height: Math.max(lines.implicitHeight, again.visible ? again.implicitHeight : 0) + 2 * Theme.tiny
            visible: (ListView.view as Scroll).holds(y, height)
            Accessible.role: Accessible.StaticText
            Accessible.name: text + " " + detail

            Rectangle {
                color: letter.isChosen ? Theme.infoTint : letter.isReason ? Theme.warnTint : Theme.surface
                radius: Theme.smallRadius
                border.width: Theme.hair
                border.color: letter.isChosen ? Theme.action : letter.isReason ? Theme.warn : Theme.line
                anchors.fill: parent
                anchors.leftMargin: letter.isReason ? 0 : Theme.gap
            }

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.small + (letter.isReason ? 0 : Theme.gap)
                anchors.rightMargin: Theme.tiny
                spacing: Theme.small

                ColumnLayout {
                    id: lines

                    spacing: 0
                    Layout.fillWidth: true

                    BodyText {
                        text: letter.text
                        font.bold: letter.isReason
                        Layout.fillWidth: true
                    }

                    QuietText {
                        visible: text !== ""
                        text: letter.detail
                        Layout.fillWidth: true
                    }
                }

                Choice {
                    id: again

                    objectName: (letter.isReason ? "again-" + letter.reason : "again-" + letter.messageId)
                    visible: letter.ids !== ""
                    text: letter.isReason ? qsTr("全部重发") : qsTr("重发")
                    isOn: letter.isChosen
                    onClicked: panel.pickup.chooseLetters(letter.ids === panel.model.chosenIds ? "" : letter.ids)
                }
            }
        }
    }

    Item {
        visible: letters.count === 0
        Layout.fillHeight: true
    }

    Rectangle {
        visible: panel.model.says !== ""
        color: Theme.infoTint
        radius: Theme.smallRadius
        Layout.fillWidth: true
        Layout.preferredHeight: says.implicitHeight + 2 * Theme.small

        BodyText {
            id: says

            objectName: "messages-says"
            text: panel.model.says
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.small
        }
    }

    RowLayout {
        visible: panel.model.says !== ""
        spacing: Theme.small
        uniformCellSizes: true
        Layout.fillWidth: true
        Layout.fillHeight: false

        Act {
            objectName: "letters-cancel"
            text: qsTr("不做")
            key: "Esc"
            Layout.fillWidth: true
            onClicked: panel.pickup.chooseLetters("")
        }

        Act {
            objectName: "send-again"
            text: panel.isPending ? qsTr("正在做…") : panel.model.confirm
            tone: "action"
            enabled: !panel.isPending
            Layout.fillWidth: true
            onClicked: panel.pickup.sendAgain()
        }
    }
}
