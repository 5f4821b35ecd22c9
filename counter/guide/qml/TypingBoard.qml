import QtQuick
import QtQuick.Layouts
import Paihao.Guide
import Paihao.Kit

// A field, and the keys to fill it in where there are some.
ColumnLayout {
    id: board

    required property GuideModel model
    readonly property string keys: model.fieldKeys

    spacing: Theme.gap

    onVisibleChanged: if (visible)
        field.forceActiveFocus()

    Connections {
        target: board.model

        function onPageChanged(): void { // keys that were switched on one page do not stay so on the next
            keyboard.hasDigits = board.keys === "mixed";
        }
    }

    RowLayout {
        spacing: Theme.gap
        Layout.fillWidth: true

        Entry {
            id: field

            objectName: "field"
            name: board.model.fieldPlaceholder
            held: board.model.fieldText
            font.capitalization: board.model.fieldIsPlain ? Font.MixedCase : Font.AllUppercase
            inputMethodHints: board.model.fieldIsPlain ? Qt.ImhNone : Qt.ImhNoPredictiveText | Qt.ImhLatinOnly
            Layout.fillWidth: true
            onChanged: text => board.model.type(text)
            onAccepted: board.model.enter()
        }

        PrimaryButton {
            objectName: "enter"
            visible: board.model.fieldDone !== ""
            enabled: board.model.canEnter
            text: board.model.fieldDone
            onClicked: board.model.enter()
        }
    }

    NumberPad {
        visible: board.keys === "digits" || board.keys === "id-number"
        hasX: board.keys === "id-number"
        text: board.model.fieldText
        canEnter: board.model.canEnter
        doneText: board.model.fieldDone
        keyHeight: 0.9 * Theme.keyHeight
        Layout.fillWidth: true
        Layout.maximumWidth: 8 * Theme.targetEdge
        Layout.alignment: Qt.AlignHCenter
        onTextEdited: text => board.model.type(text)
        onEntered: board.model.enter()
    }

    TouchKeyboard {
        id: keyboard

        visible: board.keys === "letters" || board.keys === "mixed"
        text: board.model.fieldText
        canEnter: board.model.canEnter
        doneText: board.model.fieldDone !== "" ? board.model.fieldDone : qsTr("完成")
        Layout.fillWidth: true
        onTextEdited: text => board.model.type(text)
        onEntered: board.model.enter()
    }
}
