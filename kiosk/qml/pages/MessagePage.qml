import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// What happened, and what the citizen can do now.
Page {
    id: page

    required property MessageModel message
    required property Hands hands
    property bool goesBack: false
    property bool goesHome: false
    property bool goesOnWithoutCard: false
    property bool takesNumber: false
    property bool opensCabinet: false
    property string keysText: ""

    foot: [
        QuietButton {
            objectName: "back"
            visible: page.goesBack
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        QuietButton {
            objectName: "leave"
            visible: page.goesHome
            iconName: "home"
            text: qsTr("回到首页")
            onClicked: page.hands.leavePressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        Item {
            Layout.fillWidth: true
        },
        PrimaryButton {
            objectName: "again"
            visible: page.message.canRetry
            iconName: "repeat"
            text: qsTr("再试一次")
            onClicked: page.hands.againPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        PrimaryButton {
            objectName: "book-slot"
            visible: page.message.book !== ""
            iconName: "clock"
            text: page.message.book
            onClicked: page.hands.bookPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        PrimaryButton {
            objectName: "take"
            visible: page.takesNumber
            iconName: "ticket"
            text: qsTr("现在取号")
            onClicked: page.hands.numberPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        PrimaryButton {
            objectName: "cabinet"
            visible: page.opensCabinet
            iconName: "locker"
            text: qsTr("用取件柜")
            onClicked: page.hands.purposeChosen("cabinet")
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
    ]

    ColumnLayout {
        anchors.centerIn: parent
        width: Math.min(parent.width, 12 * Theme.targetEdge)
        spacing: Theme.wide

        Rectangle {
            color: Theme.tint(page.message.tone)
            radius: width / 2
            border.width: Theme.hair
            border.color: Theme.tone(page.message.tone)
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: (Theme.isLow ? 1.3 : 1.8) * Theme.largeIconEdge
            Layout.preferredHeight: Layout.preferredWidth

            Icon {
                anchors.centerIn: parent
                width: parent.width * 0.55
                height: width
                name: page.message.icon
                color: Theme.tone(page.message.tone)
            }
        }

        TitleText {
            objectName: "message-title"
            text: page.message.title
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "message-text"
            text: page.message.text
            font.pixelSize: Theme.leadPx
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }

        QuietButton {
            objectName: "without-card"
            visible: page.goesOnWithoutCard
            iconName: "ticket"
            text: qsTr("不刷卡取号")
            onClicked: page.hands.withoutCardPressed()
            Layout.alignment: Qt.AlignHCenter
        }

        QuietButton {
            objectName: "type-instead"
            visible: page.keysText !== ""
            iconName: "keyboard"
            text: page.keysText
            onClicked: page.hands.keysPressed()
            Layout.alignment: Qt.AlignHCenter
        }
    }
}
