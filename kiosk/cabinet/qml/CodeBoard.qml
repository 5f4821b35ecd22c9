import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// A pickup code, or the number of a case, by keys.
GridLayout {
    id: board

    required property CabinetModel model
    property bool isWide: false
    readonly property bool isDigits: model.fieldKeys !== "mixed"

    columns: board.isWide && board.isDigits ? 2 : 1
    columnSpacing: Theme.margin
    rowSpacing: Theme.gap

    ColumnLayout {
        spacing: Theme.gap
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop

        TypedField {
            objectName: "code"
            visible: board.isDigits
            focus: board.visible && board.isDigits
            text: board.model.fieldText
            shown: board.model.fieldShown
            placeholder: board.model.fieldPlaceholder
            maximumLength: board.model.fieldLongest
            isCentred: true
            onTextEdited: text => board.model.type(text)
            onEntered: board.model.enter()
            Layout.fillWidth: true
        }

        StaffField {
            objectName: "field"
            visible: !board.isDigits
            focus: board.visible && !board.isDigits
            isChosen: true
            name: board.model.fieldPlaceholder
            text: board.model.fieldText
            maximumLength: board.model.fieldLongest
            onTextEdited: board.model.type(text)
            onAccepted: board.model.enter()
            Layout.fillWidth: true
        }

        Notice {
            objectName: board.visible ? "notice" : ""
            visible: board.model.noticeTitle !== ""
            tone: board.model.noticeTone
            title: board.model.noticeTitle
            text: board.model.notice
            Layout.fillWidth: true
        }
    }

    NumberPad {
        visible: board.isDigits
        hasX: false
        keyHeight: Math.min(Theme.keyHeight, (height + gap) / 5 - gap)
        text: board.model.fieldText
        maximumLength: board.model.fieldLongest
        canEnter: board.model.canEnter
        onTextEdited: text => board.model.type(text)
        onEntered: board.model.enter()
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.maximumWidth: 8 * Theme.targetEdge
        Layout.fillHeight: true
        Layout.minimumHeight: 0
        Layout.preferredHeight: 5 * (Theme.keyHeight + Theme.tiny) - Theme.tiny
        Layout.maximumHeight: 5 * (Theme.keyHeight + Theme.tiny) - Theme.tiny
        Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
    }

    StaffKeys {
        visible: !board.isDigits
        canEnter: board.model.canEnter
        isLarge: true
        onTyped: sign => board.model.type(board.model.fieldText + sign)
        onErased: board.model.type(board.model.fieldText.slice(0, -1))
        onEntered: board.model.enter()
        Layout.fillWidth: true
        Layout.fillHeight: true
    }

    Item {
        visible: !board.isWide && board.isDigits
        Layout.fillHeight: true
    }
}
