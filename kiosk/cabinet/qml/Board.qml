pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// One page: what it is about, its parts as its layout says, and what may be done at the foot.
Page {
    id: board

    required property CabinetModel model
    readonly property string layout: model.layout
    readonly property bool isWide: width > height
    readonly property bool isMessage: layout === "message"
    readonly property bool isHeadedBelow: isMessage && !Theme.isLow

    name: board.model.page
    title: board.isHeadedBelow ? "" : board.model.title
    hint: board.isHeadedBelow || board.layout === "door" ? "" : board.model.hint
    foot: [
        Foot {
            model: board.model
            isWide: board.isWide
            isCentred: board.isMessage
            Layout.fillWidth: true
        }
    ]

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Notice {
            objectName: visible ? "notice" : ""
            visible: board.model.noticeTitle !== "" && !board.isMessage && board.layout !== "code"
            tone: board.model.noticeTone
            title: board.model.noticeTitle
            text: board.model.notice
            Layout.fillWidth: true
        }

        HomeCards {
            visible: board.layout === "home"
            model: board.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        CodeBoard {
            visible: board.layout === "code"
            model: board.model
            isWide: board.isWide
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        CardBoard {
            visible: board.layout === "card"
            model: board.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        ChoiceList {
            visible: board.layout === "list"
            model: board.model
            isWide: board.isWide
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        SizeBoard {
            visible: board.layout === "sizes"
            model: board.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        DoorTiles {
            visible: board.layout === "doors"
            model: board.model
            isWide: board.isWide
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        DoorBoard {
            visible: board.layout === "door"
            model: board.model
            isWide: board.isWide
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        MessageBoard {
            visible: board.layout === "message"
            model: board.model
            Layout.fillWidth: true
            Layout.fillHeight: true
        }

        LogInBoard {
            visible: board.layout === "login"
            model: board.model
            isWide: board.isWide
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
    }
}
