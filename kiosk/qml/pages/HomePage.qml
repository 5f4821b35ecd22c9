import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

Page {
    id: page

    required property ChoiceModel choice
    required property Hands hands
    readonly property bool isWide: width > height

    name: "home"
    title: qsTr("您好，请选择")
    hint: qsTr("点一下您要办的事")

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.wide

        Notice {
            objectName: "paper-notice"
            visible: text !== ""
            tone: "warn"
            text: page.choice.paperNotice
            Layout.fillWidth: true
        }

        GridLayout {
            columns: page.isWide ? 3 : 1
            columnSpacing: Theme.wide
            rowSpacing: Theme.wide
            uniformCellWidths: true
            uniformCellHeights: true
            Layout.fillWidth: true
            Layout.fillHeight: true

            ChoiceCard {
                objectName: "class-accept"
                text: qsTr("办理业务")
                hint: qsTr("材料带齐了，到窗口办")
                iconName: "accept"
                tone: "accept"
                letter: Classes.letter("accept")
                isUpright: page.isWide
                isLarge: true
                onClicked: page.hands.classChosen("accept")
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            ChoiceCard {
                objectName: "class-consult"
                text: qsTr("咨询")
                hint: qsTr("先问清楚怎么办")
                iconName: "consult"
                tone: "consult"
                letter: Classes.letter("consult")
                isUpright: page.isWide
                isLarge: true
                onClicked: page.hands.classChosen("consult")
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            ChoiceCard {
                objectName: "class-pickup"
                text: qsTr("取件")
                hint: qsTr("领取办好的证照")
                iconName: "pickup"
                tone: "pickup"
                letter: Classes.letter("pickup")
                isUpright: page.isWide
                isLarge: true
                onClicked: page.hands.classChosen("pickup")
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }

        QuietText {
            text: page.choice.hasAnonymous ? qsTr("请准备好身份证或社会保障卡。没有带卡，有些业务也能取号。") : qsTr("要用身份证或社会保障卡取号。没有带卡，请到导办台。")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
