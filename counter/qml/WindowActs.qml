import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// What concerns the window and the clerk's day.
GridLayout {
    id: acts

    required property CounterFrameModel frame
    required property DeskModel desk
    required property CounterHands hands

    columns: 3
    uniformCellWidths: true
    columnSpacing: Theme.tiny
    rowSpacing: Theme.tiny

    Act {
        deed: acts.desk.pauseReason === "" ? "pause" : "resume"
        frame: acts.frame
        desk: acts.desk
        hands: acts.hands
        isSmall: true
        Layout.fillWidth: true
    }

    Act {
        deed: "cases"
        frame: acts.frame
        desk: acts.desk
        hands: acts.hands
        isSmall: true
        Layout.fillWidth: true
    }

    Act {
        deed: "result"
        frame: acts.frame
        desk: acts.desk
        hands: acts.hands
        isSmall: true
        Layout.fillWidth: true
    }

    Act {
        deed: acts.desk.windowState === "closed" ? "open" : "close"
        saysWhyNot: true
        frame: acts.frame
        desk: acts.desk
        hands: acts.hands
        isSmall: true
        Layout.fillWidth: true
    }

    Act {
        deed: "shift"
        frame: acts.frame
        desk: acts.desk
        hands: acts.hands
        isSmall: true
        Layout.fillWidth: true
    }

    Act {
        deed: "log-out"
        saysWhyNot: true
        frame: acts.frame
        desk: acts.desk
        hands: acts.hands
        isSmall: true
        Layout.fillWidth: true
    }

    Act {
        deed: "hand-back"
        visible: acts.desk.can["hand-back"] === true
        frame: acts.frame
        desk: acts.desk
        hands: acts.hands
        isSmall: true
        Layout.fillWidth: true
    }
}
