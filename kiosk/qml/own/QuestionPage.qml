pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// Asked before a number is changed: what it is, what it would be, what stays, and yes or no.
Page {
    id: page

    required property QuestionModel question
    required property OwnModel own
    required property OwnHands hands
    readonly property bool isWide: width > height

    name: page.question.page
    title: page.question.title
    hint: page.question.text || (Theme.isLow ? page.question.promise : "")
    foot: [
        QuietButton {
            objectName: "back"
            visible: !page.question.isGrave
            iconName: "back"
            text: page.question.back
            onClicked: page.hands.backPressed()
        },
        PrimaryButton {
            objectName: "back"
            visible: page.question.isGrave
            iconName: "back"
            text: page.question.back
            onClicked: page.hands.backPressed()
        },
        Item {
            Layout.fillWidth: true
        },
        PrimaryButton {
            objectName: "confirm"
            visible: page.question.confirm !== "" && !page.question.isGrave
            iconName: "check"
            text: page.question.confirm
            onClicked: page.hands.confirmPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        QuietButton {
            objectName: "confirm"
            visible: page.question.confirm !== "" && page.question.isGrave
            iconName: "cross"
            text: page.question.confirm
            onClicked: page.hands.confirmPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
    ]

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.gap

        OwnPanel {
            visible: page.question.showsNumber
            own: page.own
            isShort: true
            largestPx: (Theme.isLow ? 0.3 : 0.6) * Theme.hugePx
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
        }

        ColumnLayout {
            visible: page.question.rows.length > 0
            spacing: Theme.small
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredWidth: 1.4
            Layout.alignment: Qt.AlignTop

            Repeater {
                model: page.question.rows

                ChangeRow {
                    required property var modelData

                    name: modelData.name
                    now: modelData.now
                    after: modelData.after
                    Layout.fillWidth: true
                }
            }
        }

        ColumnLayout {
            spacing: Theme.small
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop

            RowLayout {
                visible: page.question.classes.length > 0
                spacing: Theme.small
                Layout.fillWidth: true

                Repeater {
                    model: page.question.classes

                    UnitButton {
                        required property var modelData

                        objectName: "unit-" + modelData.code
                        text: modelData.name
                        kind: modelData.code
                        isOn: modelData.chosen
                        onClicked: page.hands.unitWanted(modelData.code, "")
                        Layout.fillWidth: true
                    }
                }
            }

            Notice {
                objectName: "promise"
                visible: text !== "" && text !== page.hint
                tone: "good"
                text: page.question.promise
                Layout.fillWidth: true
            }

            Notice {
                objectName: "warning"
                visible: text !== ""
                tone: "warn"
                text: page.question.warning
                Layout.fillWidth: true
            }
        }
    }
}
