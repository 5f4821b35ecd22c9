import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// What you get, before it is taken.
Page {
    id: page

    required property ChoiceModel choice
    required property ForesightModel foresight
    required property MobileModel mobile
    required property Hands hands
    readonly property bool isWide: width > height
    readonly property bool isTight: isWide && width < 12 * Theme.targetEdge * Theme.textFactor // two columns of large letters
    readonly property bool isStacked: isWide && width < 14 * Theme.targetEdge * Theme.textFactor // no word beside the badge

    name: "confirm"
    title: qsTr("请核对，再选怎么取号")
    hint: ""
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
        },
        Item {
            Layout.fillWidth: true
        },
        QuietButton {
            objectName: "leave"
            visible: page.foresight.isWarned
            iconName: "home"
            text: qsTr("不取了，改天来")
            onClicked: page.hands.leavePressed()
        },
        QuietButton {
            objectName: "mobile"
            visible: page.isWide && text !== ""
            iconName: page.mobile.left ? "check" : "bell"
            text: page.mobile.offer
            onClicked: page.hands.mobilePressed()
        }
    ]

    GridLayout {
        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.small

        Panel {
            implicitHeight: facts.implicitHeight + 2 * Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: page.isWide
            Layout.preferredWidth: page.isTight ? 1.15 : 1

            ColumnLayout {
                id: facts

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: page.isTight ? Theme.gap : Theme.wide
                anchors.rightMargin: anchors.leftMargin
                spacing: page.isTight ? Theme.tiny : Theme.small

                GridLayout {
                    columns: page.isStacked ? 1 : 2
                    columnSpacing: Theme.gap
                    rowSpacing: Theme.tiny
                    Layout.fillWidth: true

                    ClassBadge {
                        ticketClass: page.foresight.ticketClass
                        textPx: Theme.leadPx
                    }

                    BodyText {
                        text: page.foresight.category
                        font.bold: true
                        font.pixelSize: Theme.leadPx
                        horizontalAlignment: page.isStacked ? Text.AlignLeft : Text.AlignRight
                        Layout.fillWidth: true
                    }
                }

                Fact {
                    objectName: "matter"
                    visible: text !== ""
                    name: qsTr("事项")
                    text: page.foresight.matter
                    Layout.fillWidth: true
                }

                Fact {
                    objectName: "who"
                    visible: !page.foresight.isWarned
                    name: qsTr("取号人")
                    text: page.foresight.who
                    Layout.fillWidth: true
                }

                Fact {
                    objectName: "ahead"
                    name: qsTr("排队")
                    text: page.foresight.ahead
                    Layout.fillWidth: true
                }

                Fact {
                    objectName: "wait"
                    visible: text !== ""
                    name: qsTr("等候")
                    text: page.foresight.wait
                    Layout.fillWidth: true
                }

                Fact {
                    objectName: "right"
                    visible: text !== ""
                    name: qsTr("优先")
                    text: page.foresight.right
                    Layout.fillWidth: true
                }
            }
        }

        ColumnLayout {
            spacing: Theme.small
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            Notice {
                objectName: "foresight-notice"
                visible: text !== ""
                tone: page.foresight.noticeTone
                title: page.foresight.noticeTitle
                text: page.foresight.notice
                Layout.fillWidth: true
            }

            Notice {
                visible: text !== "" && page.foresight.notice === ""
                tone: "warn"
                text: page.choice.paperNotice
                Layout.fillWidth: true
            }

            FittingCard {
                objectName: "accept-risk"
                visible: page.foresight.isWarned
                text: qsTr("知道了，仍要取号")
                means: qsTr("下班前没有叫到，号就作废")
                iconName: "check"
                onClicked: page.hands.riskAccepted()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 0.9 * Theme.targetEdge
                Layout.maximumHeight: 2 * Theme.targetEdge
            }

            FittingCard {
                objectName: "book-slot"
                visible: page.foresight.book !== ""
                text: page.foresight.book
                means: qsTr("另选一天，按预约排队")
                iconName: "clock"
                onClicked: page.hands.bookPressed()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 0.9 * Theme.targetEdge
                Layout.maximumHeight: 2 * Theme.targetEdge
            }

            FittingCard {
                objectName: "way-paper"
                visible: page.choice.offersPaper && !page.foresight.isWarned
                text: qsTr("打印纸质号")
                means: qsTr("拿着号票等叫号")
                iconName: "printer"
                onClicked: page.hands.paperChosen()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 0.9 * Theme.targetEdge
                Layout.maximumHeight: 2 * Theme.targetEdge
            }

            FittingCard {
                objectName: "way-phone"
                visible: !page.foresight.isWarned
                text: qsTr("手机扫码取号")
                means: qsTr("不用纸，手机上看叫号")
                iconName: "phone"
                onClicked: page.hands.phoneChosen()
                Layout.fillWidth: true
                Layout.fillHeight: true
                Layout.minimumHeight: 0.9 * Theme.targetEdge
                Layout.maximumHeight: 2 * Theme.targetEdge
            }

            QuietButton {
                objectName: "mobile"
                visible: !page.isWide && text !== ""
                iconName: page.mobile.left ? "check" : "bell"
                text: page.mobile.offer
                onClicked: page.hands.mobilePressed()
                Layout.fillWidth: true
            }

            Item {
                Layout.fillHeight: true
                Layout.preferredHeight: 0
            }
        }
    }
}
