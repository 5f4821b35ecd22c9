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
            objectName: board.isDigits ? "code" : "field"
            focus: board.visible
            text: board.model.fieldText
            shown: board.model.fieldShown
            placeholder: board.model.fieldPlaceholder
            maximumLength: board.model.fieldLongest
            isCentred: true
            onTextEdited: text => board.model.type(text)
            onEntered: board.model.enter()
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
        text: board.model.fieldText
        maximumLength: board.model.fieldLongest
        canEnter: board.model.canEnter
        onTextEdited: text => board.model.type(text)
        onEntered: board.model.enter()
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.maximumWidth: 8 * Theme.targetEdge
        Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
    }

    TouchKeyboard {
        visible: !board.isDigits
        text: board.model.fieldText
        maximumLength: board.model.fieldLongest
        canEnter: board.model.canEnter
        onTextEdited: text => board.model.type(text)
        onEntered: board.model.enter()
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
    }

    Item {
        visible: !(board.isWide && board.isDigits)
        Layout.fillHeight: true
    }
}
