pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts

// Where one is in a few steps: `steps` are their names, `current` counts from 0.
RowLayout {
    id: bar

    property list<string> steps: []
    property int current: 0

    spacing: Theme.small

    Accessible.role: Accessible.ProgressBar
    Accessible.name: steps[current] ?? ""

    Repeater {
        model: bar.steps

        ColumnLayout {
            id: step

            required property int index
            required property string modelData
            readonly property bool isReached: index <= bar.current

            spacing: Theme.tiny
            Layout.fillWidth: true
            Layout.preferredWidth: 1

            Rectangle {
                color: step.isReached ? Theme.action : Theme.line
                radius: height / 2
                Layout.fillWidth: true
                Layout.preferredHeight: 10 * Theme.unit
            }

            Text {
                text: step.modelData
                color: step.index === bar.current ? Theme.ink : Theme.quietInk
                font.family: Theme.family
                font.pixelSize: Theme.captionPx
                font.bold: step.index === bar.current
                textFormat: Text.PlainText
                Layout.fillWidth: true
            }
        }
    }
}
