import QtQuick

// Offers the other language, written in that language. `current` and `chosen` are language tags.
QuietButton {
    id: languageSwitch

    property string current: "zh-CN"

    signal chosen(tag: string)

    objectName: "language"
    iconName: "globe"
    text: current === "en" ? "中文" : "English"
    onClicked: chosen(current === "en" ? "zh-CN" : "en")
}
