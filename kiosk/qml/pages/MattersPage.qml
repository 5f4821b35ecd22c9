pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The matters that are most used, or those that a few letters find. The keys come when the field is touched.
Page {
    id: page

    required property MattersModel matters
    required property Hands hands
    readonly property bool isWide: width > height
    readonly property int columns: width > 13 * Theme.targetEdge && !isTyping ? 2 : 1
    property bool isTyping: false

    name: "matters"
    title: page.matters.title
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
        PrimaryButton {
            objectName: "no-matter"
            visible: page.matters.offersNoMatter
            iconName: "ticket"
            text: qsTr("直接取号，不选事项")
            onClicked: page.hands.noMatterPressed()
        }
    ]

    onVisibleChanged: isTyping = false

    GridLayout {
        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.gap

        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1

            GridLayout {
                columns: page.columns
                columnSpacing: Theme.gap
                rowSpacing: Theme.small
                Layout.fillHeight: false

                TypedField {
                    objectName: "search"
                    text: page.matters.typed
                    placeholder: qsTr("按名称、拼音或首字母查找，如 ZCDJ")
                    onTextEdited: text => page.hands.textTyped(text)
                    onEntered: page.isTyping = false
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1

                    TapHandler {
                        onTapped: page.isTyping = true
                    }
                }

                BodyText {
                    objectName: "matters-notice"
                    visible: text !== ""
                    text: page.matters.notice
                    color: Theme.quietInk
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                }
            }

            Pulse {
                visible: page.matters.isLooking
                Layout.alignment: Qt.AlignHCenter
            }

            PagedGrid {
                id: list

                entries: page.matters.lines
                columns: page.columns
                leastHeight: 1.3 * Theme.targetEdge * Theme.textFactor
                mostHeight: 1.6 * Theme.targetEdge * Theme.textFactor
                Layout.fillWidth: true
                Layout.fillHeight: true

                delegate: MatterRow {
                    required property var modelData

                    objectName: "matter-" + modelData.code
                    text: modelData.name
                    hint: modelData.hint
                    onClicked: page.hands.matterChosen(modelData.code)
                    Layout.fillWidth: true
                    Layout.preferredHeight: list.cellHeight
                }
            }
        }

        TouchKeyboard {
            visible: page.isTyping
            text: page.matters.typed
            canEnter: true
            onTextEdited: text => page.hands.textTyped(text)
            onEntered: page.isTyping = false
            Layout.fillWidth: true
            Layout.preferredWidth: page.isWide ? 1.2 : 1
            Layout.alignment: Qt.AlignBottom
        }
    }
}
