import QtQuick
import QtQuick.Layouts
import Paihao.Kit

// One queue: how long its first waits as a bar, its target as a mark across it.
Item {
    id: queue

    required property string name
    required property string waiting
    required property string waited
    required property string windows
    required property string tone
    required property double share
    required property double mark
    readonly property color fill: tone === "none" ? Theme.quietInk : Theme.tone(tone)

    implicitHeight: 1.5 * Theme.bodyPx
    height: implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: name + " " + waiting + " " + waited + " " + windows

    RowLayout {
        anchors.fill: parent
        spacing: Theme.small

        Line {
            text: queue.name
            font.bold: queue.tone === "bad"
            Layout.preferredWidth: 0.36 * queue.width
        }

        Line {
            text: queue.waiting
            horizontalAlignment: Text.AlignRight
            Layout.preferredWidth: 0.08 * queue.width
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.pressedSurface
                radius: height / 2
                width: parent.width
                height: 0.5 * Theme.bodyPx
            }

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                color: queue.fill
                radius: height / 2
                width: Math.max(height, parent.width * Math.min(1, queue.share))
                height: 0.5 * Theme.bodyPx
            }

            Rectangle {
                visible: queue.mark >= 0
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.ink
                x: parent.width * queue.mark - width / 2
                width: Math.max(2, 2 * Theme.hair)
                height: 0.95 * Theme.bodyPx
            }
        }

        Line {
            text: queue.waited
            color: queue.tone === "bad" ? Theme.bad : Theme.ink
            font.bold: queue.tone === "bad"
            horizontalAlignment: Text.AlignRight
            Layout.preferredWidth: 0.18 * queue.width
        }

        Line {
            text: queue.windows
            color: queue.tone === "bad" ? Theme.bad : Theme.quietInk
            horizontalAlignment: Text.AlignRight
            Layout.preferredWidth: 0.13 * queue.width
        }
    }

    component Line: Text {
        color: Theme.ink
        font.family: Theme.family
        font.pixelSize: Theme.captionPx
        font.features: ({ "tnum": 1 })
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: 0.7 * Theme.captionPx
        maximumLineCount: 1
        textFormat: Text.PlainText
    }
}
