import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property ChoiceModel choice
    required property Hands hands

    name: "card"
    title: qsTr("请放上您的卡")
    hint: qsTr("把卡平放在读卡处，先不要拿起")
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
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

        RowLayout {
            spacing: Theme.margin
            Layout.alignment: Qt.AlignHCenter | Qt.AlignVCenter
            Layout.fillHeight: true

            CardPicture {
                visible: page.choice.readsIdCard
                text: qsTr("居民身份证")
                Layout.preferredWidth: 3.8 * Theme.targetEdge
            }

            BodyText {
                visible: page.choice.readsIdCard && page.choice.readsSecurityCard
                text: qsTr("或")
                color: Theme.quietInk
            }

            CardPicture {
                visible: page.choice.readsSecurityCard
                text: qsTr("社会保障卡")
                hasChip: true
                Layout.preferredWidth: 3.8 * Theme.targetEdge
            }
        }

        QuietText {
            text: qsTr("您的身份信息只用来排队，屏幕和号票上都不显示证件号码。")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
