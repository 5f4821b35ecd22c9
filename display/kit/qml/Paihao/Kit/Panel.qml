import QtQuick

// A calm surface that holds things belonging together.
Rectangle {
    color: Theme.surface
    radius: Theme.radius
    border.width: Theme.hair
    border.color: Theme.line
}
