pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// One matter: that it needs no queue, if so, before anything else; then what to bring.
Page {
    id: page

    required property MatterModel matter
    required property Hands hands
    readonly property bool isWide: width > height
    readonly property bool isElsewhere: page.matter.elsewhereTitle !== ""

    name: "matter"
    title: page.matter.name
    hint: page.matter.facts
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
        PrimaryButton {
            objectName: "take"
            visible: page.matter.takeText !== ""
            iconName: "ticket"
            text: page.matter.takeText
            onClicked: page.hands.numberPressed()
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
        }
    ]

    GridLayout {
        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.gap

        Panel {
            objectName: "elsewhere"
            visible: page.isElsewhere
            color: Theme.goodTint
            border.color: Theme.good
            implicitHeight: elsewhere.implicitHeight + 2 * Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: page.isWide
            Layout.preferredWidth: 1

            GridLayout {
                id: elsewhere

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.gap
                columns: page.isWide && Theme.isLow ? 1 : 2
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap

                ColumnLayout {
                    spacing: Theme.small
                    Layout.fillWidth: true

                    BodyText {
                        text: page.matter.elsewhereTitle
                        color: Theme.good
                        font.bold: true
                        font.pixelSize: Theme.leadPx
                        Layout.fillWidth: true
                    }

                    Repeater {
                        model: page.matter.elsewhere

                        BodyText {
                            required property string modelData

                            text: modelData
                            font.bold: true
                            Layout.fillWidth: true
                        }
                    }

                    BodyText {
                        visible: page.matter.web !== ""
                        text: page.matter.elsewhere.length > 0 ? qsTr("也可以用手机扫码，在网上办。") : qsTr("请用手机扫码，在网上办。")
                        Layout.fillWidth: true
                    }
                }

                QrImage {
                    objectName: "web"
                    visible: page.matter.web !== ""
                    text: page.matter.web
                    Layout.preferredWidth: 2.2 * Theme.targetEdge
                    Layout.preferredHeight: 2.2 * Theme.targetEdge
                }
            }
        }

        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            BodyText {
                visible: page.matter.link !== "" || page.matter.materials.length > 0 && !page.isElsewhere
                text: page.matter.link !== "" ? qsTr("请用手机扫码，把清单存到手机。") : qsTr("要带的材料")
                font.bold: true
                Layout.fillWidth: true
            }

            PagedGrid {
                id: list

                visible: page.matter.link === ""
                entries: page.matter.materials
                leastHeight: (page.isElsewhere && page.isWide && Theme.isLow ? 1.8 : 1.2) * Theme.targetEdge * Theme.textFactor
                mostHeight: leastHeight
                Layout.fillWidth: true
                Layout.fillHeight: true

                delegate: MaterialRow {
                    required property var modelData

                    text: modelData.name
                    amount: modelData.amount
                    Layout.fillWidth: true
                    Layout.preferredHeight: list.cellHeight
                }
            }

            QrPanel {
                visible: page.matter.link !== ""
                link: page.matter.link
                Layout.fillWidth: true
                Layout.fillHeight: true
            }

            RowLayout {
                spacing: Theme.gap
                uniformCellSizes: true
                Layout.fillWidth: true

                QuietButton {
                    objectName: "print-list"
                    visible: page.matter.canPrint
                    iconName: "printer"
                    text: qsTr("打印材料清单")
                    onClicked: page.hands.listPressed()
                    Layout.fillWidth: true
                }

                QuietButton {
                    objectName: "list-to-phone"
                    visible: page.matter.canGoToPhone
                    iconName: "phone"
                    text: qsTr("清单存到手机")
                    onClicked: page.hands.listOnPhonePressed()
                    Layout.fillWidth: true
                }
            }
        }
    }
}
