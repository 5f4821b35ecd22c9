pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

Panel {
    id: panel

    required property var further

    subtitle: "LED strips, seen from below"
    title: "窗口条屏"

    Repeater {
        model: panel.further.strips

        ColumnLayout {
            id: strip

            required property var modelData

            spacing: 4

            RowLayout {
                spacing: 6

                Caption {
                    Layout.preferredWidth: 1
                    elide: Text.ElideRight
                    text: strip.modelData.strip + " · " + strip.modelData.address + (strip.modelData.text ? " · " + strip.modelData.text.replace(/\n/g, " / ") : " · 黑屏 dark")
                    wrapMode: Text.NoWrap
                }
                Key {
                    Layout.fillWidth: false
                    Layout.preferredWidth: 130
                    implicitHeight: 34
                    lit: !strip.modelData.plugged_in
                    objectName: "plug-strip." + strip.modelData.strip + "-" + strip.modelData.address
                    text: strip.modelData.plugged_in ? "拔线" : "已拔 · 插上"

                    onClicked: panel.further.setLink("strip." + strip.modelData.strip, !strip.modelData.plugged_in)
                }
            }
            Image {
                Layout.fillWidth: true
                Layout.preferredHeight: 84
                fillMode: Image.PreserveAspectFit
                horizontalAlignment: Image.AlignLeft
                mipmap: true
                objectName: "strip-" + strip.modelData.strip + "-" + strip.modelData.address
                source: strip.modelData.url
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
