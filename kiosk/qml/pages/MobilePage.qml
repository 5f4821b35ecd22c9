import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// A mobile for messages about the number, by keys. The field has no name: a story reads no digit of it.
Page {
    id: page

    required property MobileModel mobile
    required property Hands hands
    readonly property bool isWide: width > height

    name: "mobile"
    title: qsTr("手机号（可不填）")
    hint: page.mobile.notice === "" ? qsTr("按“完成”即同意：只用来发这个号的短信，几天后删除。") : ""
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
        }
    ]

    GridLayout {
        anchors.fill: parent
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.margin
        rowSpacing: Theme.gap

        ColumnLayout {
            spacing: Theme.gap
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop

            TypedField {
                focus: page.visible
                text: page.mobile.typed
                shown: page.mobile.shown
                placeholder: qsTr("11 位手机号")
                maximumLength: 11
                isCentred: true
                onTextEdited: text => page.hands.textTyped(text)
                onEntered: page.hands.textEntered()
                Layout.fillWidth: true
            }

            Notice {
                objectName: "mobile-notice"
                visible: text !== ""
                tone: "warn"
                text: page.mobile.notice
                Layout.fillWidth: true
            }
        }

        NumberPad {
            text: page.mobile.typed
            maximumLength: 11
            hasX: false
            canEnter: true
            doneText: page.mobile.done
            onTextEdited: text => page.hands.textTyped(text)
            onEntered: page.hands.textEntered()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.maximumWidth: 8 * Theme.targetEdge
            Layout.alignment: page.isWide ? Qt.AlignTop : Qt.AlignHCenter
        }

        Item {
            visible: !page.isWide
            Layout.fillHeight: true
        }
    }
}
