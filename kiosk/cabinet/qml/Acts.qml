pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Cabinet
import Paihao.Kit

// What may be done at the foot of a page; the first one is filled where it is the thing to do next.
Item {
    id: acts

    required property CabinetModel model
    property bool isCentred: false

    implicitHeight: row.implicitHeight

    GridLayout {
        id: row

        readonly property real whole: repeated()

        function repeated(): real {
            let sum = 0;
            for (const child of row.children)
                sum += child.visible ? child.implicitWidth + columnSpacing : 0;
            return sum;
        }

        anchors.right: acts.isCentred ? undefined : parent.right
        anchors.horizontalCenter: acts.isCentred ? parent.horizontalCenter : undefined
        width: Math.min(parent.width, Math.max(whole, implicitWidth))
        columns: whole > acts.width ? 1 : Math.max(1, acts.model.acts.length)
        columnSpacing: Theme.gap
        rowSpacing: Theme.small

        Repeater {
            model: acts.model.acts

            Loader {
                id: loader

                required property int index
                required property var modelData

                sourceComponent: acts.model.hasMain && loader.index === 0 ? main : quiet
                Layout.fillWidth: true

                Component {
                    id: main

                    PrimaryButton {
                        objectName: loader.modelData.name
                        iconName: loader.modelData.icon
                        text: loader.modelData.text
                        onClicked: acts.model.press(loader.modelData.name)
                    }
                }

                Component {
                    id: quiet

                    QuietButton {
                        objectName: loader.modelData.name
                        iconName: loader.modelData.icon
                        text: loader.modelData.text
                        onClicked: acts.model.press(loader.modelData.name)
                    }
                }
            }
        }
    }
}
