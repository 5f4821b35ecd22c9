import QtQuick
import Paihao.Kit

// One of several to choose, as low as a line of a list.
ToggleButton {
    implicitHeight: 0.58 * Theme.targetEdge
    leftPadding: Theme.small
    rightPadding: Theme.small
}
