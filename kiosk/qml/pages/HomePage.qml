pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property ChoiceModel choice
    required property Hands hands
    readonly property bool isWide: width > height
    readonly property int tiles: choice.classes.length + (choice.hasCheckIn ? 1 : 0) + (choice.hasCabinet ? 1 : 0)
    readonly property int across: !isWide ? 1 : tiles > 4 && width > 3 * height ? 3 : 2

    name: "home"
    title: page.choice.greeting !== "" ? page.choice.greeting : qsTr("您好，请选择")
    hint: ""
    foot: [
        QuietButton {
            objectName: "leave"
            visible: page.choice.isKnown
            iconName: "cross"
            text: qsTr("不办了")
            onClicked: page.hands.leavePressed()
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Notice {
            objectName: "paper-notice"
            visible: text !== ""
            tone: "warn"
            text: page.choice.paperNotice
            Layout.fillWidth: true
        }

        GridLayout {
            columns: page.across
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true
            uniformCellHeights: true
            Layout.fillWidth: true
            Layout.fillHeight: true

            Repeater {
                model: page.choice.classes

                FittingCard {
                    required property var modelData

                    objectName: "class-" + modelData.code
                    text: modelData.name
                    means: modelData.means
                    waiting: modelData.waiting
                    iconName: modelData.code
                    tone: modelData.code
                    letter: Classes.letter(modelData.code)
                    onClicked: page.hands.classChosen(modelData.code)
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                }
            }

            FittingCard {
                objectName: "check-in"
                visible: page.choice.hasCheckIn
                text: qsTr("预约取号")
                means: qsTr("约好了今天来办的")
                iconName: "clock"
                onClicked: page.hands.purposeChosen("check-in")
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            FittingCard {
                objectName: "cabinet"
                visible: page.choice.hasCabinet
                text: qsTr("取件柜")
                means: qsTr("不用取号，随时存取")
                iconName: "locker"
                tone: "pickup"
                onClicked: page.hands.purposeChosen("cabinet")
                Layout.columnSpan: page.across - (page.tiles - 1) % page.across
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }

        RowLayout {
            spacing: Theme.gap
            uniformCellSizes: true
            Layout.fillWidth: true
            Layout.fillHeight: false

            WideButton {
                isFlat: page.isWide
                objectName: "own-number"
                text: qsTr("我的号")
                iconName: "ticket"
                onClicked: page.hands.purposeChosen("own")
                Layout.fillWidth: true
            }

            WideButton {
                isFlat: page.isWide
                objectName: "guidance"
                visible: page.choice.hasGuidance
                text: qsTr("办事指南")
                iconName: "info"
                onClicked: page.hands.purposeChosen("guide")
                Layout.fillWidth: true
            }

            WideButton {
                isFlat: page.isWide
                objectName: "rate"
                visible: page.choice.hasRating
                text: qsTr("评价")
                iconName: "star"
                onClicked: page.hands.purposeChosen("rate")
                Layout.fillWidth: true
            }
        }

        QuietText {
            visible: !page.choice.isKnown && page.choice.paperNotice === ""
            text: page.choice.hasAnonymous ? qsTr("请准备好身份证或社会保障卡。没有带卡，有些业务也能取号。") : qsTr("要用身份证或社会保障卡取号。没有带卡，请到导办台。")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
