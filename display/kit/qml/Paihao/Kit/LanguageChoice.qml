pragma ComponentBehavior: Bound
import QtQuick

// Each language by its own name, the present one marked. `current` and `chosen` are language tags.
Row {
    id: choice

    property string current: "zh-CN"

    signal chosen(tag: string)

    spacing: Theme.tiny

    Repeater {
        model: [
            {
                tag: "zh-CN",
                name: "简体"
            },
            {
                tag: "zh-Hant",
                name: "繁體"
            },
            {
                tag: "en",
                name: "English"
            }
        ]

        ToggleButton {
            required property var modelData

            objectName: "language-" + modelData.tag
            text: modelData.name
            isOn: modelData.tag === choice.current
            onClicked: choice.chosen(modelData.tag)
        }
    }
}
