pragma ComponentBehavior: Bound
import QtQuick

// Three dots that say "still at it".
Row {
    id: pulse

    property color color: Theme.action
    property int beat: 0

    spacing: Theme.gap

    Repeater {
        model: 3

        Rectangle {
            required property int index

            color: pulse.color
            opacity: pulse.beat === index ? 1 : 0.3
            width: Theme.gap
            height: width
            radius: width / 2
        }
    }

    Timer {
        interval: 400
        repeat: true
        running: pulse.visible
        onTriggered: pulse.beat = (pulse.beat + 1) % 3
    }
}
