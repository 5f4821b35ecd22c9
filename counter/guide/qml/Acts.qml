pragma ComponentBehavior: Bound
import QtQuick
import Paihao.Guide
import Paihao.Kit

// What may be done with the page as a whole; the first one is what is done next.
Flow {
    id: acts

    required property GuideModel model

    readonly property real whole: {
        let sum = -spacing;
        for (let at = 0; at < repeater.count; at++)
            sum += (repeater.itemAt(at)?.implicitWidth ?? 0) + spacing;
        return sum;
    }

    visible: model.acts.length > 0
    spacing: Theme.gap

    Repeater {
        id: repeater

        model: acts.model.acts

        Item {
            id: act

            required property int index
            required property var modelData
            readonly property bool isMain: index === 0 && acts.model.hasMain

            implicitWidth: isMain ? main.implicitWidth : other.implicitWidth
            implicitHeight: Theme.targetEdge

            PrimaryButton {
                id: main

                objectName: act.isMain ? act.modelData.name : ""
                visible: act.isMain
                anchors.fill: parent
                text: act.modelData.text
                iconName: act.modelData.icon
                onClicked: acts.model.press(act.modelData.name)
            }

            QuietButton {
                id: other

                objectName: act.isMain ? "" : act.modelData.name
                visible: !act.isMain
                anchors.fill: parent
                text: act.modelData.text
                iconName: act.modelData.icon
                onClicked: acts.model.press(act.modelData.name)
            }
        }
    }
}
