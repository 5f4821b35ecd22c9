pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Kiosk

// Five levels, the best first, each with its face and its words.
Page {
    id: page

    required property RatingModel rating
    required property OwnHands hands
    readonly property bool isWide: width > height
    readonly property var faces: [
        {
            level: 5,
            text: qsTr("非常满意"),
            icon: "smile",
            tone: "good"
        },
        {
            level: 4,
            text: qsTr("满意"),
            icon: "good-face",
            tone: "good"
        },
        {
            level: 3,
            text: qsTr("基本满意"),
            icon: "plain-face",
            tone: "action"
        },
        {
            level: 2,
            text: qsTr("不满意"),
            icon: "sad",
            tone: "warn"
        },
        {
            level: 1,
            text: qsTr("非常不满意"),
            icon: "angry",
            tone: "bad"
        }
    ]

    name: "rate"
    title: qsTr("您对这次服务满意吗？")
    hint: [qsTr("%1 号").arg(page.rating.number), page.rating.window, page.rating.service].filter(part => part !== "").join("  ")
    foot: [
        QuietButton {
            objectName: "back"
            iconName: "back"
            text: qsTr("不评价")
            onClicked: page.hands.backPressed()
        }
    ]

    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(parent.height, implicitHeight * (page.isWide ? 1.6 : 1.3))
        columns: page.isWide ? 5 : 1
        columnSpacing: Theme.small
        rowSpacing: Theme.small
        uniformCellWidths: true
        uniformCellHeights: true

        Repeater {
            model: page.faces

            FaceButton {
                required property var modelData

                objectName: "level-" + modelData.level
                text: modelData.text
                iconName: modelData.icon
                tone: modelData.tone
                isUpright: page.isWide
                onClicked: page.hands.levelChosen(modelData.level)
                Layout.fillWidth: true
                Layout.fillHeight: true
            }
        }
    }
}
