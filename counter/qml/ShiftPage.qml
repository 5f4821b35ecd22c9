pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// What was done today. Counts only: nothing here is a target.
FocusScope {
    id: page

    required property SheetModel sheet
    required property ShiftModel shift
    required property CounterHands hands

    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    onVisibleChanged: if (visible)
        done.forceActiveFocus()

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.bottomMargin: Theme.small
        spacing: Theme.small

        Text {
            id: title

            objectName: "sheet-title"
            text: qsTr("今天的工作")
            color: Theme.ink
            font.family: Theme.family
            font.pixelSize: Theme.leadPx
            font.bold: true
            textFormat: Text.PlainText
            Layout.fillWidth: true
        }

        QuietText {
            objectName: "shift-span"
            visible: page.shift.isKnown && page.shift.since !== ""
            text: qsTr("%1 至 %2").arg(page.shift.since).arg(page.shift.until)
            Layout.fillWidth: true
        }

        Pulse {
            visible: page.sheet.isLooking
            Layout.alignment: Qt.AlignHCenter
        }

        BodyText {
            objectName: "sheet-empty"
            visible: page.sheet.trouble !== ""
            text: Sayings.nothing("shift", page.sheet.trouble)
            Layout.fillWidth: true
        }

        Repeater {
            model: page.shift.isKnown ? [
                { name: qsTr("窗口开放"), text: qsTr("%n 分钟", "", page.shift.openMin), word: "open" },
                { name: qsTr("叫号"), text: String(page.shift.calls), word: "calls" },
                { name: qsTr("办结"), text: String(page.shift.finished), word: "finished" },
                { name: qsTr("平均每件"), text: Sayings.meanTime(page.shift.meanServiceS), word: "mean" },
                { name: qsTr("过号"), text: String(page.shift.noShows), word: "no-shows" },
                { name: qsTr("挂起"), text: String(page.shift.held), word: "held" },
                { name: qsTr("转号"), text: String(page.shift.converted), word: "converted" }
            ] : []

            Fact {
                required property var modelData

                objectName: "shift-" + modelData.word
                name: modelData.name
                text: modelData.text
                Layout.fillWidth: true
            }
        }

        Rectangle {
            visible: page.shift.pauses.length > 0
            color: Theme.line
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.hair
        }

        Repeater {
            model: page.shift.pauses

            Fact {
                required property var modelData
                required property int index

                objectName: "shift-pause-" + (index + 1)
                name: qsTr("暂停：%1").arg(modelData.reason)
                text: qsTr("%n 分钟", "", modelData.minutes)
                Layout.fillWidth: true
            }
        }

        Item {
            Layout.fillHeight: true
        }

        ActionButton {
            id: done

            objectName: "confirm"
            text: qsTr("知道了")
            key: "Enter"
            iconName: "check"
            isNext: true
            Layout.fillWidth: true
            onClicked: page.hands.leaveSheet()
        }
    }
}
