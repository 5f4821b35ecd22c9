import QtQuick
import Paihao.Counter

// One of the things a clerk can press, by its name: word, icon, key and whether it can be pressed follow from it.
// `saysWhyNot`: it can be pressed whenever the hall is there, and then says what stands against it.
ActionButton {
    id: act

    required property string deed
    required property CounterFrameModel frame
    required property DeskModel desk
    required property CounterHands hands
    property bool saysWhyNot: false

    objectName: deed
    text: Wording.act(deed)
    iconName: Wording.actIcon(deed)
    key: frame.keys[Wording.keyName(deed)] ?? ""
    isNext: desk.nextAction === deed
    isPending: desk.pendingAction === deed
    enabled: saysWhyNot ? frame.link === "up" && desk.pendingAction === "" : desk.can[deed] === true
    onClicked: hands.press(deed)
}
