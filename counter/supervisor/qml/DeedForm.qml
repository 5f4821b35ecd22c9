pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Kit
import Paihao.Supervisor

// What is being prepared for a window: what it will do, what it needs, and the press that does it.
ColumnLayout {
    id: form

    required property ChosenModel model
    required property SupervisorHands hands
    required property bool isPending
    property string code: ""
    property int minutes: 0
    readonly property bool wantsReason: ["pause", "emergency", "call", "out-of-order", "profile"].includes(model.deed)
    readonly property bool isGrave: ["emergency", "close", "out-of-order"].includes(model.deed)

    function confirm(): void {
        form.hands.confirmDeed(form.code !== "" ? form.code : reason.text, form.minutes);
    }

    spacing: Theme.small

    Connections {
        target: form.model

        function onDeedChanged(): void {
            form.code = "";
            form.minutes = 0;
            reason.text = "";
        }

        function onWindowChanged(): void {
            form.code = "";
            form.minutes = 0;
            reason.text = "";
        }
    }

    Rectangle {
        color: Theme.tint(form.isGrave || form.model.deed === "call" ? "warn" : "info")
        radius: Theme.smallRadius
        Layout.fillWidth: true
        Layout.preferredHeight: said.implicitHeight + 2 * Theme.small

        ColumnLayout {
            id: said

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: Theme.small
            spacing: Theme.tiny

            Heading {
                objectName: "deed-title"
                text: form.model.deedTitle
            }

            BodyText {
                objectName: "says"
                text: form.model.says
                Layout.fillWidth: true
            }
        }
    }

    // Whom to call
    Heading {
        visible: form.model.deed === "call"
        text: form.model.isAsking ? qsTr("正在问大厅谁在等…") : qsTr("叫哪个号（按规则的顺序）")
    }

    Scroll {
        id: numbers

        objectName: "numbers"
        visible: form.model.deed === "call"
        model: form.model.numbers
        Layout.fillWidth: true
        Layout.fillHeight: true

        delegate: NumberRow {
            required property int ticketId

            objectName: "number-" + number
            width: ListView.view.width - Theme.small
            visible: (ListView.view as Scroll).holds(y, height)
            onClicked: form.hands.chooseNumber(ticketId)
        }
    }

    BodyText {
        objectName: "nobody"
        visible: form.model.deed === "call" && !form.model.isAsking && numbers.count === 0
        text: qsTr("没有这个窗口能叫的号。")
    }

    // What it shall serve
    RowLayout {
        visible: form.model.deed === "profile"
        spacing: Theme.small
        Layout.fillWidth: true
        Layout.fillHeight: false

        Act {
            objectName: "preset-all"
            text: qsTr("全部业务")
            implicitHeight: 0.62 * Theme.targetEdge
            onClicked: form.hands.choosePreset("all")
        }

        Act {
            objectName: "preset-own"
            text: qsTr("和现在一样")
            implicitHeight: 0.62 * Theme.targetEdge
            onClicked: form.hands.choosePreset("own")
        }

        Item {
            Layout.fillWidth: true
        }
    }

    GridView {
        id: units

        objectName: "units"
        visible: form.model.deed === "profile"
        model: form.model.units
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: Math.floor((width - Theme.small) / (width > 3 * 14 * Theme.captionPx ? 3 : 2))
        cellHeight: 0.9 * Theme.targetEdge
        Layout.fillWidth: true
        Layout.fillHeight: true

        Rectangle {
            visible: units.contentHeight > units.height + 1
            parent: units
            color: Theme.quietInk
            opacity: 0.55
            radius: width / 2
            x: units.width - width
            y: units.height * units.visibleArea.yPosition
            width: 3 * Theme.hair
            height: units.height * units.visibleArea.heightRatio
        }

        delegate: Item {
            id: cell

            required property string unit
            required property string text
            required property bool isOn

            width: units.cellWidth
            visible: y >= units.contentY - 1 && y + height <= units.contentY + units.height + 1
            height: units.cellHeight

            Choice {
                objectName: "unit-" + cell.unit
                anchors.fill: parent
                anchors.margins: Theme.tiny / 2
                text: cell.text
                iconName: cell.isOn ? "check" : ""
                isOn: cell.isOn
                onClicked: form.hands.toggleUnit(cell.unit)
            }
        }
    }

    // Why, and for how long
    Flow {
        visible: form.wantsReason
        spacing: Theme.tiny
        Layout.fillWidth: true

        Repeater {
            model: form.model.reasons

            Choice {
                required property string code
                required property string words

                objectName: "reason-" + code
                text: words
                isOn: form.code === code
                onClicked: {
                    form.code = form.code === code ? "" : code;
                    reason.text = "";
                }
            }
        }
    }

    Field {
        id: reason

        visible: form.wantsReason
        name: form.model.deed === "profile" ? qsTr("原因（可不填；记入日志账）") : qsTr("原因（记入日志账；不写办事人的姓名）")
        fieldName: "reason"
        maximumLength: 60
        Layout.fillWidth: true
        onTextChanged: if (text !== "")
            form.code = ""
        onAccepted: form.confirm()
    }

    RowLayout {
        visible: form.model.deed === "pause"
        spacing: Theme.tiny
        Layout.fillWidth: true
        Layout.fillHeight: false

        QuietText {
            text: qsTr("多久")
            wrapMode: Text.NoWrap
        }

        Repeater {
            model: [0, 5, 10, 15, 30, 60]

            Choice {
                required property int modelData

                objectName: "minutes-" + modelData
                text: modelData === 0 ? qsTr("不定") : qsTr("%1 分").arg(modelData)
                isOn: form.minutes === modelData
                Layout.fillWidth: true
                onClicked: form.minutes = modelData
            }
        }
    }

    Item {
        visible: form.model.deed !== "call" && form.model.deed !== "profile"
        Layout.fillHeight: true
    }

    RowLayout {
        spacing: Theme.small
        uniformCellSizes: true
        Layout.fillWidth: true
        Layout.fillHeight: false

        Act {
            objectName: "cancel"
            text: qsTr("不做")
            key: "Esc"
            Layout.fillWidth: true
            onClicked: form.hands.chooseDeed("")
        }

        Act {
            objectName: "confirm"
            text: form.isPending ? qsTr("正在做…") : form.model.confirm
            tone: form.isGrave ? "bad" : "action"
            enabled: !form.isPending
            Layout.fillWidth: true
            onClicked: form.confirm()
        }
    }
}
