import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// The number on the ticket, or that of a case, by keys on the screen.
Page {
    id: page

    required property OwnTypingModel typing
    required property OwnHands hands
    readonly property bool isWide: width > height
    // Ten keys in a row need all of a low page's width.
    readonly property bool isBeside: isWide && (!Theme.isLow || !page.typing.hasLetters || width > 3 * height)

    name: "own-typing"
    title: page.typing.title
    hint: page.typing.hint
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("返回")
            onClicked: page.hands.backPressed()
        }
    ]

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: page.isBeside ? 2 : 1
        columnSpacing: Theme.wide
        rowSpacing: Theme.gap

        GridLayout {
            columns: page.isBeside ? 1 : Theme.isLow ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop

            TypedField {
                objectName: "own-field"
                text: page.typing.typed
                placeholder: page.typing.placeholder
                maximumLength: page.typing.longest
                isCentred: true
                onTextEdited: text => page.hands.typed(text)
                onEntered: page.hands.entered()
                Layout.fillWidth: true
            }

            KeyRows {
                visible: page.typing.hasLetters
                rowCount: 1
                columns: 12
                keys: ["-", ".", "_"].map((sign, index) => ({
                            name: sign,
                            row: 0,
                            at: 4 * index,
                            span: 4
                        }))
                onPressed: sign => page.hands.typed((page.typing.typed + sign).slice(0, page.typing.longest))
                Layout.fillWidth: true
            }
        }

        NumberPad {
            visible: !page.typing.hasLetters
            text: page.typing.typed
            maximumLength: page.typing.longest
            hasX: false
            doneText: qsTr("查询")
            onTextEdited: text => page.hands.typed(text)
            onEntered: page.hands.entered()
            Layout.fillWidth: true
            Layout.preferredWidth: 1
        }

        TouchKeyboard {
            visible: page.typing.hasLetters
            text: page.typing.typed
            maximumLength: page.typing.longest
            doneText: qsTr("查询")
            onVisibleChanged: if (visible)
                hasDigits = true // a pickup code and the hall's own numbers of cases are digits
            onTextEdited: text => page.hands.typed(text)
            onEntered: page.hands.entered()
            Layout.fillWidth: true
            Layout.preferredWidth: page.isBeside ? 1.6 : 1
        }
    }
}
