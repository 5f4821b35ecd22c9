import QtQuick
import Paihao.Kit
import Paihao.Wall

// What the hall tells everybody now; one notice after the other where there are several.
Rectangle {
    id: band

    required property WallModel model
    readonly property var plan: model.plan
    readonly property var saying: runner.saying

    objectName: "notice"
    color: Theme.warnTint
    radius: Theme.radius
    border.width: Theme.hair * 2
    border.color: Theme.warn

    Accessible.role: Accessible.AlertMessage
    Accessible.name: saying?.text ?? ""

    Icon {
        id: bell

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        width: band.plan.calledPx
        height: band.plan.calledPx
        name: "info"
        color: Theme.warn
    }

    Sayings {
        id: runner

        name: "notice"
        anchors.left: bell.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        told: band.plan.sayingHeight > 0 ? band.model.notices : band.model.notices.concat(band.model.rule)
        px: band.plan.noticePx
        secondPx: band.plan.besidePx
        isBold: true
    }
}
