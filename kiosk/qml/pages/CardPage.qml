import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property ChoiceModel choice
    required property Hands hands
    readonly property bool isWide: width > height

    name: "card"
    title: qsTr("请放上您的卡")
    hint: qsTr("把卡平放在读卡处，先不要拿起")
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
            objectName: "without-card"
            visible: page.choice.needsNoCard
            iconName: "ticket"
            text: qsTr("没有带卡，不刷卡取号")
            onClicked: page.hands.withoutCardPressed()
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.wide

        Notice {
            objectName: "card-notice"
            visible: text !== ""
            tone: "warn"
            text: page.choice.cardNotice
            Layout.fillWidth: true
        }

        Item {
            id: space

            // What is left beside the other lines, shared by as many pictures as stand above each other.
            readonly property bool hasBoth: page.choice.readsIdCard && page.choice.readsSecurityCard
            readonly property int rows: hasBoth && !page.isWide ? 2 : 1
            readonly property real roomForOne: (height / rows - 3 * Theme.bodyPx) / 0.72
            readonly property real pictureEdge: Math.min(page.width / (page.isWide ? 3 : 1.7), roomForOne, 6 * Theme.targetEdge)

            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                id: grid

                anchors.centerIn: parent
                columns: page.isWide ? 3 : 1
                columnSpacing: Theme.margin
                rowSpacing: Theme.small

                CardPicture {
                    visible: page.choice.readsIdCard
                    text: qsTr("居民身份证")
                    edge: space.pictureEdge
                }

                BodyText {
                    visible: page.choice.readsIdCard && page.choice.readsSecurityCard
                    text: qsTr("或")
                    color: Theme.quietInk
                    Layout.alignment: Qt.AlignHCenter
                }

                CardPicture {
                    visible: page.choice.readsSecurityCard
                    text: qsTr("社会保障卡")
                    hasChip: true
                    edge: space.pictureEdge
                }
            }
        }

        QuietText {
            visible: !(page.isWide && page.choice.cardNotice !== "")
            text: qsTr("您的身份信息只用来排队，屏幕和号票上都不显示证件号码。")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
