import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk
import "../pages"

// Day and time large: nothing is printed, they are to be remembered or written down.
Page {
    id: page

    required property BookedModel booked
    required property BookingHands hands
    readonly property bool isWide: width > 1.6 * height

    name: "booked"
    title: qsTr("约好了，请记住时间")
    hint: page.booked.business
    foot: [
        Item {
            Layout.fillWidth: true
        },
        PrimaryButton {
            objectName: "leave"
            iconName: "check"
            text: qsTr("好了")
            onClicked: page.hands.leavePressed()
        }
    ]

    GridLayout {
        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.gap

        Panel {
            implicitHeight: facts.implicitHeight + 2 * Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: page.isWide
            Layout.preferredWidth: 1

            ColumnLayout {
                id: facts

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.gap
                anchors.rightMargin: Theme.gap
                spacing: Theme.small

                TitleText {
                    objectName: "date"
                    text: page.booked.when === "" ? page.booked.date : qsTr("%1，%2").arg(page.booked.when).arg(page.booked.date)
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }

                TitleText {
                    objectName: "time"
                    text: page.booked.time
                    font.pixelSize: Theme.displayPx
                    wrapMode: Text.NoWrap
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: Theme.leadPx
                    horizontalAlignment: Text.AlignHCenter
                    Layout.fillWidth: true
                }
            }
        }

        ColumnLayout {
            spacing: Theme.small
            Layout.fillWidth: true
            Layout.fillHeight: page.isWide
            Layout.preferredWidth: 1

            Notice {
                objectName: "take-card"
                visible: page.booked.hasCardToTake
                tone: "warn"
                iconName: "card"
                text: qsTr("请拿好您的卡，不要忘在读卡处。")
                Layout.fillWidth: true
            }

            Advice {
                iconName: "ticket"
                text: qsTr("到时带证件来这里取号，按预约排队")
                Layout.fillWidth: true
            }

            Advice {
                objectName: "bring"
                iconName: "info"
                text: page.booked.bring
                Layout.fillWidth: true
            }

            Item {
                visible: page.isWide
                Layout.fillHeight: true
            }
        }
    }
}
