import QtQuick
import Paihao.Kit
import Paihao.Wall

// How numbers are called, a sentence at a time; and what to do who was missed.
Item {
    id: band

    required property WallModel model
    required property SecondLanguage second
    readonly property var missed: ({
        text: qsTr("过号后请到服务台，或在手机上点“我回来了”，即可继续等候。"),
        second: band.second.of("RuleBand", "过号后请到服务台，或在手机上点“我回来了”，即可继续等候。")
    })

    objectName: "rule"

    Sayings {
        name: "rule"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.small
        anchors.rightMargin: Theme.small
        anchors.top: parent.top
        told: band.model.absent.length > 0 ? [band.missed].concat(band.model.rule) : band.model.rule
        px: band.model.plan.besidePx * 0.75
        secondPx: band.model.plan.besidePx * 0.5
        secondColor: Theme.quietInk
    }
}
