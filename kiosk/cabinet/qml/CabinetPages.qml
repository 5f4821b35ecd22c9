import QtQuick
import Paihao.Cabinet
import Paihao.Kit

// All pages in their frame: whose cabinet it is above, how the visitor wants it below.
Item {
    id: pages

    required property CabinetModel model
    readonly property bool isWide: width > height

    Binding {
        target: Theme
        property: "roomAbove"
        when: pages.visible
        restoreMode: Binding.RestoreNone
        value: Theme.isLow ? board.y - head.height : 0
    }

    Item {
        anchors.fill: parent
        visible: !pages.model.isAsked

        Head {
            id: head

            anchors.left: parent.left
            anchors.right: parent.right
            model: pages.model
        }

        Board {
            id: board

            objectName: "pages"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: comfort.top
            height: comfort.y - (Theme.isLow ? pages.height * (1 - Theme.lowShare) : head.height)
            model: pages.model
        }

        ComfortBar {
            id: comfort

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            language: pages.model.language
            mode: pages.model.mode
            isReach: pages.model.isLow
            volume: pages.model.volume
            isWide: pages.isWide
            onLanguageChosen: tag => pages.model.chooseLanguage(tag)
            onModeChosen: mode => pages.model.chooseMode(mode)
            onReachToggled: pages.model.toggleReach()
            onVolumeTurned: pages.model.turnVolume()
        }
    }

    AskStill {
        objectName: "still-there"
        anchors.fill: parent
        visible: pages.model.isAsked
        model: pages.model
    }
}
