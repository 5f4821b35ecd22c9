pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Kit
import Paihao.Supervisor

// Ratings: the rate beside what makes it doubtful, the pad against the phone, and what low ones led to.
ColumnLayout {
    id: panel

    required property RatedModel model
    required property SupervisorHands hands

    spacing: Theme.small

    RowLayout {
        spacing: Theme.small
        Layout.fillWidth: true
        Layout.fillHeight: false

        Heading {
            text: qsTr("今天参评率")
        }

        TitleText {
            objectName: "rate"
            text: panel.model.isKnown ? panel.model.rate : "–"
            color: panel.model.alarm === "" ? Theme.ink : Theme.bad
            font.pixelSize: Theme.leadPx
            wrapMode: Text.NoWrap
        }

        QuietText {
            objectName: "counts"
            text: panel.model.counts
            Layout.fillWidth: true
        }
    }

    Rectangle {
        objectName: "rate-alarm"
        visible: panel.model.alarm !== ""
        color: Theme.tint("bad")
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: Theme.bad
        Layout.fillWidth: true
        Layout.preferredHeight: alarm.implicitHeight + 2 * Theme.small

        BodyText {
            id: alarm

            objectName: "rate-alarm-text"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.small
            text: panel.model.alarm
        }
    }

    RowLayout {
        visible: windows.count > 0
        spacing: Theme.small
        Layout.fillWidth: true
        Layout.fillHeight: false

        Cell { text: qsTr("窗口"); part: 0.2 }
        Cell { text: qsTr("参评"); part: 0.22 }
        Cell { text: qsTr("评价器满意"); part: 0.2 }
        Cell { text: qsTr("手机等满意"); part: 0.2 }
        Cell { text: qsTr("可疑"); part: 0.18 }
    }

    Scroll {
        id: windows

        objectName: "rates"
        model: panel.model.windows
        spacing: 0
        Layout.fillWidth: true
        Layout.preferredHeight: whole(0.34 * panel.height)
        Layout.fillHeight: false

        delegate: Rectangle {
            id: rate

            required property string name
            required property string share
            required property bool isLow
            required property string atWindow
            required property string elsewhere
            required property string flags
            required property string tone

            color: tone === "bad" ? Theme.tint("bad") : tone === "warn" ? Theme.tint("warn") : "transparent"
            width: ListView.view.width - Theme.small
            visible: (ListView.view as Scroll).holds(y, height)
            height: 1.6 * Theme.captionPx

            RowLayout {
                anchors.fill: parent
                spacing: Theme.small

                Cell { text: rate.name; part: 0.2; color: Theme.ink }
                Cell { text: rate.share; part: 0.22; color: rate.isLow ? Theme.bad : Theme.ink; font.bold: rate.isLow }
                Cell { text: rate.atWindow; part: 0.2; color: Theme.ink }
                Cell { text: rate.elsewhere; part: 0.2; color: Theme.ink }
                Cell { text: rate.flags; part: 0.18; color: Theme.bad; font.bold: true }
            }
        }
    }

    Heading {
        visible: flags.count > 0
        text: qsTr("可疑的评价（只标出，不改数字）")
    }

    Scroll {
        id: flags

        objectName: "flags"
        visible: count > 0
        model: panel.model.flags
        Layout.fillWidth: true
        Layout.preferredHeight: whole(0.22 * panel.height)
        Layout.fillHeight: false

        delegate: ColumnLayout {
            id: flag

            required property string title
            required property string evidence

            spacing: 0
            width: ListView.view.width - Theme.small
            visible: (ListView.view as Scroll).holds(y, height)

            BodyText {
                text: flag.title
                font.pixelSize: Theme.captionPx
                Layout.fillWidth: true
            }

            QuietText {
                visible: text !== ""
                text: flag.evidence
                Layout.fillWidth: true
            }
        }
    }

    Heading {
        text: qsTr("差评整改")
    }

    BodyText {
        objectName: "no-follow-ups"
        visible: followUps.count === 0
        text: qsTr("没有要整改的差评。")
    }

    Scroll {
        id: followUps

        objectName: "follow-ups"
        model: panel.model.followUps
        Layout.fillWidth: true
        Layout.fillHeight: true

        delegate: T.AbstractButton {
            id: low

            required property int followUpId
            required property string title
            required property string detail
            required property string stage
            required property string due
            required property string tone

            objectName: "follow-up-" + followUpId
            width: ListView.view.width - Theme.small
            visible: (ListView.view as Scroll).holds(y, height)
            height: column.implicitHeight + 2 * Theme.tiny
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.Button
            Accessible.name: title + " " + stage + " " + due
            Accessible.onPressAction: low.click()
            Keys.onReturnPressed: low.click()
            Keys.onEnterPressed: low.click()
            onClicked: panel.hands.chooseFollowUp(followUpId)

            background: Rectangle {
                color: low.tone === "bad" ? Theme.tint("bad") : low.down ? Theme.pressedSurface : Theme.surface
                radius: Theme.smallRadius
                border.width: Theme.hair
                border.color: low.tone === "bad" ? Theme.bad : Theme.line

                FocusRing {
                    visible: low.visualFocus
                    radius: Theme.smallRadius
                }
            }

            contentItem: Item {
                ColumnLayout {
                    id: column

                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.margins: Theme.small
                    spacing: 0

                    RowLayout {
                        spacing: Theme.small
                        Layout.fillWidth: true

                        BodyText {
                            text: low.title
                            font.bold: true
                            Layout.fillWidth: true
                        }

                        BodyText {
                            text: low.stage
                            wrapMode: Text.NoWrap
                        }
                    }

                    RowLayout {
                        spacing: Theme.small
                        Layout.fillWidth: true

                        QuietText {
                            text: low.detail
                            Layout.fillWidth: true
                        }

                        QuietText {
                            text: low.due
                            color: low.tone === "bad" ? Theme.bad : Theme.quietInk
                            font.bold: low.tone === "bad"
                            wrapMode: Text.NoWrap
                        }
                    }
                }
            }
        }
    }

    component Cell: Text {
        property real part: 0.2

        color: Theme.quietInk
        font.family: Theme.family
        font.pixelSize: Theme.captionPx
        font.features: ({ "tnum": 1 })
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 0.7 * Theme.captionPx
        maximumLineCount: 1
        textFormat: Text.PlainText
        Layout.preferredWidth: part * panel.width
        Layout.fillWidth: true
    }
}
