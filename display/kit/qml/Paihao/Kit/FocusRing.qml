import QtQuick

// Where the keypad is: a ring around a control, with a line of the ground's colour inside, so that it is seen on every surface.
Item {
    id: ring

    property real radius: Theme.radius
    readonly property real outside: 3 * Theme.unit

    anchors.fill: parent

    Rectangle {
        anchors.fill: parent
        anchors.margins: -ring.outside
        color: "transparent"
        radius: ring.radius + ring.outside
        border.width: Theme.focusEdge
        border.color: Theme.focus
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.focusEdge - ring.outside
        color: "transparent"
        radius: ring.radius
        border.width: 2 * Theme.unit
        border.color: Theme.ground
    }
}
