pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// What else is known of the number in hand: the note, rights, why it was its turn, what was done before.
Scroller {
    id: facts

    required property InHandModel ticket
    required property CounterHands hands
    property bool withMaterials: true
    property bool isLow: false

    Rectangle {
        objectName: "note-here"
        visible: facts.ticket.note !== ""
        opacity: facts.sees(y, height)
        color: Theme.warnTint
        radius: Theme.smallRadius
        border.width: Theme.hair
        border.color: Theme.warn
        Layout.fillWidth: true
        Layout.preferredHeight: noteText.implicitHeight + 2 * Theme.tiny

        BodyText {
            id: noteText

            objectName: "note-text"
            text: qsTr("上一窗口留言：%1").arg(facts.ticket.note)
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.small
        }
    }

    Repeater {
        model: facts.ticket.cases

        CaseInHand {
            required property var modelData
            required property int index

            objectName: "case-in-hand-" + (index + 1)
            code: modelData.code
            place: modelData.place
            isHere: modelData.is_here
            isLow: facts.isLow
            opacity: facts.sees(y, height)
            Layout.fillWidth: true
        }
    }

    Flow {
        visible: facts.ticket.priority !== "" || facts.ticket.project !== "" || facts.ticket.slot !== "" || facts.ticket.language !== "" || facts.ticket.holds > 0
        opacity: facts.sees(y, height)
        spacing: Theme.tiny
        Layout.fillWidth: true

        Tag {
            objectName: "priority"
            visible: facts.ticket.priority !== ""
            text: Sayings.priority(facts.ticket.priority)
            tone: "warn"
        }

        Tag {
            objectName: "project"
            visible: facts.ticket.project !== ""
            text: qsTr("绿色通道 %1").arg(facts.ticket.project)
            tone: "good"
        }

        Tag {
            objectName: "slot"
            visible: facts.ticket.slot !== ""
            text: qsTr("预约 %1").arg(facts.ticket.slot)
        }

        Tag {
            objectName: "ticket-language"
            visible: facts.ticket.language !== ""
            text: Sayings.language(facts.ticket.language)
        }

        Tag {
            objectName: "holds"
            visible: facts.ticket.holds > 0
            text: qsTr("挂起过 %n 次", "", facts.ticket.holds)
        }
    }

    QuietText {
        objectName: "reason"
        text: qsTr("%1；取号后等了 %n 分钟", "", facts.ticket.waitedMin).arg(Sayings.reason(facts.ticket.reason))
        opacity: facts.sees(y, height)
        Layout.fillWidth: true
    }

    Repeater {
        model: facts.ticket.sittings

        QuietText {
            required property var modelData
            required property int index

            objectName: "sitting-" + (index + 1)
            text: qsTr("%1 号窗口 %2 办过").arg(modelData.window).arg(modelData.at)
            opacity: facts.sees(y, height)
            Layout.fillWidth: true
        }
    }

    Repeater {
        model: facts.ticket.errands

        BodyText {
            required property var modelData
            required property int index

            objectName: "errand-" + (index + 1)
            text: Sayings.errand(modelData.title, modelData.items, modelData.is_done, modelData.is_here)
            color: modelData.is_here && !modelData.is_done ? Theme.ink : Theme.quietInk
            opacity: facts.sees(y, height)
            Layout.fillWidth: true
        }
    }

    MaterialsTitle {
        visible: facts.withMaterials && facts.ticket.materials.length > 0
        ticket: facts.ticket
        opacity: facts.sees(y, height)
        Layout.fillWidth: true
    }

    Repeater {
        model: facts.withMaterials ? facts.ticket.materials : []

        MaterialRow {
            required property var modelData
            required property int index

            place: index
            title: modelData.title
            originals: modelData.originals
            copies: modelData.copies
            isTicked: modelData.is_ticked
            opacity: facts.sees(y, height)
            Layout.fillWidth: true
            onClicked: facts.hands.tick(index)
        }
    }
}
