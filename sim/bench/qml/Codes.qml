pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

Panel {
    id: panel

    required property var further
    readonly property var names: ({
            "serial": {
                "link": "scanner.serial",
                "text": "串口扫码枪"
            },
            "input": {
                "link": "scanner.input",
                "text": "键盘扫码枪"
            },
            "keypad": {
                "link": "keypad",
                "text": "评价按键盒"
            }
        })

    subtitle: "Scanners, rating keypad, loudspeaker"
    title: "扫码、按键、声音"

    Caption {
        text: "二维码的内容 What the code says"
    }
    TextField {
        id: code

        Layout.fillWidth: true
        font.pixelSize: Look.text
        implicitHeight: Look.keyHeight
        objectName: "code"
        text: "PH-20260301-A023"
    }
    RowLayout {
        spacing: 6

        Key {
            objectName: "scan-serial"
            text: "串口扫码枪 Serial"

            onClicked: panel.further.scan("serial", code.text)
        }
        Key {
            objectName: "scan-input"
            text: "键盘扫码枪 Keyboard"

            onClicked: panel.further.scan("input", code.text)
        }
    }
    Repeater {
        model: panel.further.inputs

        RowLayout {
            id: device

            required property var modelData
            readonly property bool isIn: modelData.plugged_in
            readonly property string link: panel.names[modelData.name].link
            readonly property string use: modelData.name === "serial" ? "" : modelData.grabbed ? " · 有程序独占 grabbed" : modelData.readers > 0 ? " · 有程序在读 read" : " · 没有程序在读 unread"

            spacing: 6

            Caption {
                text: panel.names[device.modelData.name].text + (device.isIn ? device.use : " · 已拔 unplugged")
            }
            Key {
                Layout.fillWidth: false
                Layout.preferredWidth: 130
                lit: !device.isIn
                objectName: "plug-" + device.link
                text: device.isIn ? "拔线" : "已拔 · 插上"

                onClicked: panel.further.setLink(device.link, !device.isIn)
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: 1
        color: Look.line
    }
    Caption {
        text: "评价按键盒 Rating keypad"
    }
    RowLayout {
        spacing: 6

        Repeater {
            model: [
                {
                    "key": "KP5",
                    "text": "非常满意 5"
                },
                {
                    "key": "KP4",
                    "text": "满意 4"
                },
                {
                    "key": "KP3",
                    "text": "基本满意 3"
                },
                {
                    "key": "KP2",
                    "text": "不满意 2"
                },
                {
                    "key": "KP1",
                    "text": "非常不满意 1"
                }
            ]

            Key {
                required property var modelData

                Layout.preferredWidth: 1
                objectName: "keypad-" + modelData.key
                text: modelData.text

                onClicked: panel.further.pressKeypad(modelData.key)
            }
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: 1
        color: Look.line
    }
    Caption {
        objectName: "heard"
        text: "扬声器 Loudspeaker" + (panel.further.heard ? " · " + panel.further.heard : "")
    }
    RowLayout {
        spacing: 6

        Key {
            objectName: "sound-listen"
            text: "听到了什么"

            onClicked: panel.further.listen()
        }
        Key {
            objectName: "sound-forget"
            text: "从现在听起"

            onClicked: panel.further.forgetSound()
        }
        Key {
            objectName: "sound-freeze"
            text: lit ? "卡住了 · 恢复" : "卡住声音系统"

            onClicked: {
                lit = !lit;
                panel.further.freezeSound(lit);
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
