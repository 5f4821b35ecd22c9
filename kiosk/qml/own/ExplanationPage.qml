pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// Each call before one's own with its reason, the newest first, and the rule as it hangs on the wall.
Page {
    id: page

    required property ExplanationModel explanation
    required property OwnHands hands
    readonly property bool isWide: width > height

    name: "explanation"
    title: page.explanation.title
    hint: page.isWide && !Theme.isLow ? "" : page.explanation.own
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
        }
    ]

    GridLayout {
        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.gap

        PagedGrid {
            id: calls

            visible: page.explanation.calls.length > 0
            entries: page.explanation.calls
            leastHeight: (Theme.isLow ? 1.8 : 1.5) * Theme.targetEdge * Theme.textFactor
            mostHeight: leastHeight
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            delegate: CallRow {
                required property var modelData

                at: modelData.at
                number: modelData.number
                window: modelData.window
                why: modelData.why
                Layout.fillWidth: true
                Layout.preferredHeight: calls.cellHeight
            }
        }

        Notice {
            objectName: "nobody"
            visible: text !== ""
            tone: "good"
            text: page.explanation.nobody
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
        }

        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: page.isWide ? 1.5 : 1
            Layout.alignment: Qt.AlignTop

            BodyText {
                visible: text !== "" && page.isWide && !Theme.isLow
                text: page.explanation.own
                Layout.fillWidth: true
            }

            BodyText {
                objectName: "elsewhere"
                visible: text !== ""
                text: page.explanation.elsewhere
                color: Theme.quietInk
                Layout.fillWidth: true
            }

            QuietText {
                objectName: "rule"
                visible: text !== "" && !Theme.isLow && !(Theme.mode === "elderly" && calls.visible)
                font.pixelSize: calls.visible ? Theme.captionPx : Theme.bodyPx
                text: qsTr("叫号规则：%1").arg(page.explanation.rule)
                Layout.fillWidth: true
            }
        }
    }
}
