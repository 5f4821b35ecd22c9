import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// What came of it, the number as it is now where there is one, and the ways on.
Page {
    id: page

    required property AnswerModel answer
    required property OwnModel own
    required property OwnHands hands
    readonly property bool isWide: width > height

    name: page.answer.page
    title: Theme.isLow ? page.answer.title : ""
    foot: [
        QuietButton {
            objectName: "back"
            visible: page.answer.back !== ""
            iconName: "back"
            text: page.answer.back
            onClicked: page.hands.backPressed()
        },
        QuietButton {
            objectName: "leave"
            visible: page.answer.leave !== "" && !page.answer.isDone
            iconName: "home"
            text: page.answer.leave
            onClicked: page.hands.leavePressed()
        },
        Item {
            Layout.fillWidth: true
        },
        PrimaryButton {
            objectName: "again"
            visible: page.answer.again !== ""
            iconName: "repeat"
            text: page.answer.again
            onClicked: page.hands.againPressed()
        },
        PrimaryButton {
            objectName: "leave"
            visible: page.answer.leave !== "" && page.answer.isDone
            iconName: "check"
            text: page.answer.leave
            onClicked: page.hands.leavePressed()
        }
    ]

    GridLayout {
        anchors.centerIn: parent
        width: parent.width
        columns: page.isWide && page.answer.showsNumber ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.wide

        ColumnLayout {
            visible: !Theme.isLow || page.answer.text !== "" || page.answer.take !== "" || page.answer.cabinet !== ""
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.maximumWidth: page.width

            Rectangle {
                readonly property real edge: (page.answer.showsNumber ? 1.1 : 1.8) * Theme.largeIconEdge

                visible: !Theme.isLow
                color: Theme.tint(page.answer.tone)
                radius: edge / 2
                border.width: Theme.hair
                border.color: Theme.tone(page.answer.tone)
                Layout.alignment: Qt.AlignHCenter
                Layout.preferredWidth: edge
                Layout.preferredHeight: edge

                Icon {
                    anchors.centerIn: parent
                    width: parent.width * 0.55
                    height: width
                    name: page.answer.icon
                    color: Theme.tone(page.answer.tone)
                }
            }

            TitleText {
                objectName: "message-title"
                visible: !Theme.isLow
                text: page.answer.title
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }

            BodyText {
                objectName: "message-text"
                visible: text !== ""
                text: page.answer.text
                font.pixelSize: Theme.leadPx
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }

            PrimaryButton {
                objectName: "book-slot"
                visible: page.answer.book !== ""
                iconName: "clock"
                text: page.answer.book
                onClicked: page.hands.bookPressed()
                Layout.alignment: Qt.AlignHCenter
            }

            PrimaryButton {
                objectName: "cabinet"
                visible: page.answer.cabinet !== ""
                iconName: "locker"
                text: page.answer.cabinet
                onClicked: page.hands.cabinetPressed()
                Layout.alignment: Qt.AlignHCenter
            }

            QuietButton {
                objectName: "take"
                visible: page.answer.take !== ""
                iconName: "ticket"
                text: page.answer.take
                onClicked: page.hands.numberWanted()
                Layout.alignment: Qt.AlignHCenter
            }
        }

        OwnPanel {
            visible: page.answer.showsNumber
            own: page.own
            isShort: Theme.isLow
            largestPx: (Theme.isLow ? 0.35 : 0.72) * Theme.hugePx
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }
    }
}
