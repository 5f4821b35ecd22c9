pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// A dock at the edge of the clerk's screen, a full view, or a strip; where it stands is the application's business.
Window {
    id: root

    required property CounterFrameModel frame
    required property LogInModel coming
    required property DeskModel desk
    required property InHandModel ticket
    required property QueueModel queue
    required property SheetModel sheet
    required property ShiftModel shift
    required property CounterHands hands
    readonly property string page: frame.page
    readonly property real scale: frame.layout === "full" ? 0.5 : 0.46
    readonly property bool isComing: page === "login" || page === "take-over" || page === "connecting"
    readonly property bool isStrip: frame.layout === "strip" && !isComing
    readonly property bool isFull: frame.layout === "full" && !isComing
    readonly property bool isDock: !isStrip && !isFull && !isComing

    // A field that was left keeps the keys of letters and digits to itself, even when its page is gone.
    onPageChanged: if (page === "window")
        resting.forceActiveFocus()

    width: 352
    height: 900
    color: Theme.ground
    title: qsTr("窗口终端")

    Binding {
        target: Theme
        property: "unit"
        value: root.scale
    }

    Shortcut {
        sequence: "Escape"
        onActivated: root.hands.dismiss()
    }

    Instantiator {
        model: Object.keys(root.frame.keys)

        Shortcut {
            required property string modelData

            sequence: root.frame.keys[modelData]
            autoRepeat: false
            enabled: root.page === "window" || (!root.isComing && (modelData === "layout" || modelData === "fold"))
            onActivated: root.hands.press(modelData)
        }
    }

    Instantiator {
        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

        Shortcut {
            required property string modelData
            readonly property int place: Number(modelData) - 1

            sequence: modelData
            autoRepeat: false
            enabled: root.page === "window" && place < root.ticket.materials.length
            onActivated: root.hands.tick(place)
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            visible: root.frame.link === "down" && !root.isStrip
            color: Theme.tint("bad")
            Layout.fillWidth: true
            Layout.preferredHeight: away.implicitHeight

            Notice {
                id: away

                objectName: "away"
                tone: "bad"
                iconName: "offline"
                title: root.frame.linkTitle
                text: root.frame.linkText
                radius: 0
                anchors.left: parent.left
                anchors.right: parent.right
            }
        }

        Item {
            id: resting

            Layout.fillWidth: true
            Layout.fillHeight: true

            LogInPage {
                anchors.fill: parent
                visible: root.page === "login"
                coming: root.coming
                hands: root.hands
            }

            TakeOver {
                anchors.fill: parent
                visible: root.page === "take-over"
                coming: root.coming
                hands: root.hands
            }

            DockPage {
                anchors.fill: parent
                visible: root.isDock && root.page === "window"
                frame: root.frame
                desk: root.desk
                ticket: root.ticket
                queue: root.queue
                hands: root.hands
            }

            SheetPage {
                anchors.fill: parent
                visible: root.isDock && root.sheet.kind !== "" && root.sheet.kind !== "shift"
                frame: root.frame
                sheet: root.sheet
                hands: root.hands
            }

            ShiftPage {
                anchors.fill: parent
                visible: root.isDock && root.sheet.kind === "shift"
                sheet: root.sheet
                shift: root.shift
                hands: root.hands
            }

            FullPage {
                anchors.fill: parent
                visible: root.isFull
                frame: root.frame
                desk: root.desk
                ticket: root.ticket
                queue: root.queue
                sheet: root.sheet
                shift: root.shift
                hands: root.hands
            }

            StripPage {
                anchors.fill: parent
                visible: root.isStrip
                frame: root.frame
                desk: root.desk
                ticket: root.ticket
                queue: root.queue
                hands: root.hands
            }

            Pulse {
                anchors.centerIn: parent
                visible: root.page === "connecting"
            }
        }

        Notice {
            objectName: "notice"
            visible: root.frame.noticeCode !== "" && !root.isStrip
            tone: root.frame.noticeIsGood ? "good" : "warn"
            title: root.frame.noticeTitle || NoticeWords.title(root.frame.noticeCode, root.frame.noticeCallsMissing, root.frame.noticeAction, root.frame.noticeDetail)
            text: root.frame.noticeCode === "other" ? root.frame.noticeRemedy : NoticeWords.remedy(root.frame.noticeCode)
            radius: 0
            Layout.fillWidth: true
        }

        RowLayout {
            visible: !root.isStrip
            spacing: Theme.small
            Layout.fillWidth: true
            Layout.leftMargin: Theme.small
            Layout.rightMargin: Theme.small
            Layout.bottomMargin: Theme.tiny

            Icon {
                name: root.frame.link === "up" ? "done" : root.frame.link === "down" ? "offline" : "clock"
                color: root.frame.link === "up" ? Theme.good : root.frame.link === "down" ? Theme.bad : Theme.quietInk
                Layout.preferredWidth: Theme.bodyPx
                Layout.preferredHeight: Theme.bodyPx
            }

            QuietText {
                objectName: "link"
                text: Wording.link(root.frame.link)
                Layout.fillWidth: true
            }

            LayoutButton {
                objectName: "contrast"
                iconName: "contrast"
                text: root.frame.look === "contrast" ? qsTr("日间显示") : qsTr("高对比显示")
                onClicked: root.hands.press("contrast")
            }

            LanguageSwitch {
                current: root.frame.language
                focusPolicy: Qt.TabFocus
                Layout.preferredHeight: 0.56 * Theme.targetEdge
                onChosen: tag => root.hands.speak(tag)
            }
        }
    }
}
