import QtQuick
import Paihao.Kit
import Paihao.Kiosk

// What is to be known on any page: a card lies on a reader and nobody stands there to whom it belongs, or a staff
// card was of no use (`refusal` says why).
Notice {
    id: notice

    required property ShellModel shell
    required property string refusal
    property bool isHere: true
    property bool isBrief: false
    readonly property bool isRefusal: refusal !== ""

    objectName: isRefusal ? "staff-refusal" : "left-card"
    visible: isHere && (isRefusal || shell.hasLeftCard)
    tone: "warn"
    iconName: "card"
    title: isRefusal ? "" : qsTr("请拿走您的卡")
    text: isRefusal ? refusal : isBrief ? "" : qsTr("读卡处还放着一张卡。不是您的，请交给导办台。")
}
