import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The identity number by keys. Whoever stands behind reads its last four digits at most.
Page {
    id: page

    required property IdentityModel identity
    required property Hands hands
    readonly property bool isWide: width > height

    name: "typing"
    title: qsTr("请输入身份证号")
    hint: page.identity.typingNotice === "" ? qsTr("最后一位可能是 X") : ""
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
            Layout.preferredWidth: Theme.isLow && Theme.mode === "elderly" ? 1.8 : 1
            Layout.alignment: Qt.AlignTop

            TypedField {
                objectName: "id-number"
                focus: page.visible
                text: page.identity.typed
                shown: page.identity.typedShown
                placeholder: qsTr("18 位身份证号")
                maximumLength: 18
                isCentred: true
                onTextEdited: text => page.hands.textTyped(text)
                onEntered: page.hands.textEntered()
                Layout.fillWidth: true
            }

            BodyText {
                text: page.identity.typingCount
                color: Theme.quietInk
                horizontalAlignment: Text.AlignHCenter
                Layout.fillWidth: true
            }

            Notice {
                objectName: "typing-notice"
                visible: text !== ""
                tone: "warn"
                text: page.identity.typingNotice
                Layout.fillWidth: true
            }
        }

        NumberPad {
            text: page.identity.typed
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
