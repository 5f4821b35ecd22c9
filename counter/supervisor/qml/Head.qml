pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// The hall, its time, the four facts a glance wants, and who is on duty.
RowLayout {
    id: head

    required property Overview overview
    required property SupervisorFrameModel frame
    required property NowModel now
    required property SupervisorHands hands
    readonly property bool isWide: width > 3000 * Theme.unit

    spacing: Theme.small

    Text {
        objectName: "hall"
        text: head.frame.hallName
        color: Theme.ink
        font.family: Theme.family
        font.pixelSize: Theme.bodyPx
        font.bold: true
        fontSizeMode: Text.Fit
        minimumPixelSize: 0.6 * Theme.bodyPx
        wrapMode: Text.Wrap
        maximumLineCount: 2
        verticalAlignment: Text.AlignVCenter
        textFormat: Text.PlainText
        Layout.fillWidth: true
        Layout.minimumWidth: 4 * Theme.targetEdge
        Layout.preferredHeight: 0.7 * Theme.targetEdge
    }

    Text {
        objectName: "clock"
        text: head.frame.clock
        color: Theme.ink
        font.family: Theme.family
        font.pixelSize: Theme.leadPx
        font.bold: true
        font.features: ({ "tnum": 1 })
        textFormat: Text.PlainText
        Layout.rightMargin: Theme.gap
    }

    Repeater {
        model: head.now.tallies

        Rectangle {
            id: tally

            required property string code
            required property string icon
            required property string name
            required property string value
            required property string tone
            readonly property color ink: tone === "bad" ? Theme.inkOnBad : Theme.ink

            objectName: "tally-" + code
            color: tone === "bad" ? Theme.bad : Theme.surface
            radius: Theme.smallRadius
            border.width: Theme.hair
            border.color: tone === "bad" ? Theme.bad : Theme.line
            implicitWidth: row.implicitWidth + 2 * Theme.small
            implicitHeight: 0.7 * Theme.targetEdge
            Accessible.role: Accessible.StaticText
            Accessible.name: name + " " + value

            RowLayout {
                id: row

                anchors.centerIn: parent
                spacing: Theme.tiny

                Icon {
                    name: tally.icon
                    color: tally.tone === "good" ? Theme.good : tally.ink
                    Layout.preferredWidth: Theme.bodyPx
                    Layout.preferredHeight: Theme.bodyPx
                }

                QuietText {
                    text: tally.name
                    color: tally.ink
                    wrapMode: Text.NoWrap
                }

                BodyText {
                    objectName: "tally-" + tally.code + "-value"
                    text: tally.value
                    color: tally.ink
                    font.bold: true
                    font.features: ({ "tnum": 1 })
                    wrapMode: Text.NoWrap
                }
            }
        }
    }

    BodyText {
        objectName: "who"
        text: head.frame.who
        wrapMode: Text.NoWrap
        Layout.leftMargin: Theme.gap
    }

    Act {
        objectName: "mode"
        iconName: "contrast"
        focusPolicy: Qt.TabFocus
        Accessible.name: qsTr("对比度")
        implicitWidth: 0.9 * Theme.targetEdge
        implicitHeight: 0.7 * Theme.targetEdge
        onClicked: head.overview.dress(head.frame.mode === "day" ? "contrast" : "day")
    }

    Act {
        objectName: "language"
        text: head.frame.language === "en" ? "中文" : "English"
        focusPolicy: Qt.TabFocus
        implicitHeight: 0.7 * Theme.targetEdge
        onClicked: head.overview.speak(head.frame.language === "en" ? "zh-CN" : "en")
    }

    Act {
        objectName: "log-out"
        text: qsTr("退出")
        key: "F12"
        focusPolicy: Qt.TabFocus
        implicitHeight: 0.7 * Theme.targetEdge
        onClicked: head.hands.logOut()
    }
}
