import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// Who is it: a card, a code, or keys.
Page {
    id: page

    required property IdentityModel identity
    required property Hands hands
    readonly property bool isWide: width > height
    readonly property bool hasPictures: page.identity.readsIdCard || page.identity.readsSecurityCard

    name: "card"
    title: page.identity.title
    hint: page.identity.hint
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
            visible: page.identity.needsNoCard
            iconName: "ticket"
            text: qsTr("没带卡，不刷卡取号")
            onClicked: page.hands.withoutCardPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        },
        QuietButton {
            objectName: "type-instead"
            visible: page.identity.keysText !== "" && page.hasPictures
            iconName: "keyboard"
            text: page.identity.keysText
            onClicked: page.hands.keysPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Panel {
            objectName: "matter-facts"
            visible: page.identity.matter !== ""
            implicitHeight: matter.implicitHeight + 2 * Theme.small
            Layout.fillWidth: true

            RowLayout {
                id: matter

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.leftMargin: Theme.gap
                anchors.rightMargin: Theme.small
                spacing: Theme.gap

                ColumnLayout {
                    spacing: Theme.tiny
                    Layout.fillWidth: true

                    BodyText {
                        text: page.identity.matter
                        font.bold: true
                        Layout.fillWidth: true
                    }

                    QuietText {
                        text: page.identity.matterFacts
                        Layout.fillWidth: true
                    }
                }

                QuietButton {
                    objectName: "matter-details"
                    iconName: "info"
                    text: qsTr("要带什么")
                    onClicked: page.hands.detailsPressed()
                }
            }
        }

        Notice {
            objectName: "found-notice"
            visible: text !== ""
            tone: "good"
            text: page.identity.foundNotice
            Layout.fillWidth: true
        }

        Notice {
            objectName: "card-notice"
            visible: text !== ""
            tone: "warn"
            text: page.identity.cardNotice
            Layout.fillWidth: true
        }

        Item {
            id: space

            visible: page.hasPictures

            // What is left beside the other lines, shared by as many pictures as stand above each other.
            readonly property bool hasBoth: page.identity.readsIdCard && page.identity.readsSecurityCard
            readonly property real edgeBeside: Math.min((width - 3 * Theme.margin) / 2, edgeIn(height), 6 * Theme.targetEdge)
            readonly property real edgeAbove: Math.min(page.width / 1.7, edgeIn((height - 2 * Theme.bodyPx) / 2), 6 * Theme.targetEdge)
            readonly property bool isBeside: hasBoth && (page.isWide || edgeBeside > edgeAbove)
            readonly property real pictureEdge: isBeside ? edgeBeside : hasBoth ? edgeAbove : Math.min(page.width / 1.7, edgeIn(height), 6 * Theme.targetEdge)

            // How wide a picture may be that has this height together with its name below.
            function edgeIn(room: real): real {
                return (room - 3 * Theme.bodyPx) / 0.72;
            }

            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                id: grid

                anchors.centerIn: parent
                columns: space.isBeside ? 3 : 1
                columnSpacing: Theme.margin / 2
                rowSpacing: Theme.small

                CardPicture {
                    visible: page.identity.readsIdCard
                    text: qsTr("居民身份证")
                    edge: space.pictureEdge
                    textEdge: space.isBeside ? (space.width - 2 * Theme.margin) / 2 : space.width
                }

                BodyText {
                    visible: space.hasBoth
                    text: qsTr("或")
                    color: Theme.quietInk
                    Layout.alignment: Qt.AlignHCenter
                }

                CardPicture {
                    visible: page.identity.readsSecurityCard
                    text: qsTr("社会保障卡")
                    hasChip: true
                    edge: space.pictureEdge
                    textEdge: space.isBeside ? (space.width - 2 * Theme.margin) / 2 : space.width
                }
            }
        }

        ChoiceCard {
            objectName: "type-instead"
            visible: page.identity.keysText !== "" && !page.hasPictures
            iconName: "keyboard"
            text: page.identity.keysText
            onClicked: page.hands.keysPressed()
            Layout.fillWidth: true
        }

        Advice {
            objectName: "scan"
            visible: text !== ""
            iconName: "qr"
            text: page.identity.scanText
            Layout.fillWidth: true
        }

        Item {
            visible: !page.hasPictures
            Layout.fillHeight: true
        }

        QuietText {
            visible: !(page.isWide && page.identity.cardNotice !== "")
            text: qsTr("您的身份信息只用来排队，屏幕和号票上都不显示证件号码。")
            horizontalAlignment: Text.AlignHCenter
            Layout.fillWidth: true
        }
    }
}
