pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Paihao.Counter
import Paihao.Kit

// What is still to be asked before a deed. Digits and arrows choose, Enter does it, Esc leaves it.
FocusScope {
    id: page

    required property CounterFrameModel frame
    required property SheetModel sheet
    required property CounterHands hands
    readonly property string kind: sheet.kind
    readonly property bool beginsInField: ["note", "result", "add-matter"].includes(kind)
    readonly property int chosenPlace: sheet.options.findIndex(each => each.is_chosen)
    readonly property int chipPlace: sheet.chips.findIndex(each => each.is_chosen)

    function begin(): void {
        if (!visible)
            return;
        if (beginsInField)
            field.forceActiveFocus();
        else
            list.forceActiveFocus();
    }

    function moveChoice(step: int): void {
        const last = sheet.options.length - 1;
        hands.choose(Math.max(0, Math.min(last, chosenPlace + step)));
    }

    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    onKindChanged: begin()
    onVisibleChanged: begin()
    onChosenPlaceChanged: {
        const row = rows.itemAt(chosenPlace);
        if (row)
            list.reveal(row.y, row.height);
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Up)
            page.moveChoice(-1);
        else if (event.key === Qt.Key_Down)
            page.moveChoice(1);
        else if (event.key === Qt.Key_Left && (field.text === "" || !field.activeFocus))
            page.hands.chooseChip(page.chipPlace - 1);
        else if (event.key === Qt.Key_Right && (field.text === "" || !field.activeFocus))
            page.hands.chooseChip(page.chipPlace + 1);
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            page.hands.confirm();
        else if (event.key >= Qt.Key_1 && event.key <= Qt.Key_9 && !field.activeFocus)
            page.hands.choose(event.key - Qt.Key_1);
        else
            return;
        event.accepted = true;
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        anchors.bottomMargin: Theme.small
        spacing: Theme.small

        RowLayout {
            spacing: Theme.small
            Layout.fillWidth: true

            Text {
                id: title

                objectName: "sheet-title"
                text: Sayings.sheetTitle(page.kind, page.sheet.number)
                color: Theme.ink
                font.family: Theme.family
                font.pixelSize: Theme.leadPx
                font.bold: true
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                Layout.fillWidth: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
        }

        QuietText {
            objectName: "sheet-hint"
            visible: text !== ""
            text: Sayings.sheetHint(page.kind, page.sheet.subject, Classes.label(page.sheet.subjectClass))
            Layout.fillWidth: true
        }

        Flow {
            visible: page.sheet.chips.length > 0
            spacing: Theme.tiny
            Layout.fillWidth: true

            Repeater {
                model: page.sheet.chips

                ToggleButton {
                    required property var modelData
                    required property int index

                    objectName: "chip-" + (index + 1)
                    text: modelData.title !== "" ? modelData.title : Sayings.chip(modelData.word, modelData.minutes)
                    isOn: modelData.is_chosen
                    focusPolicy: Qt.NoFocus
                    implicitHeight: 0.6 * Theme.targetEdge
                    onClicked: page.hands.chooseChip(index)
                }
            }
        }

        SheetField {
            id: field

            visible: page.sheet.fieldKind !== ""
            name: Sayings.fieldName(page.kind)
            text: page.sheet.text
            inputMethodHints: page.sheet.fieldKind === "window" ? Qt.ImhDigitsOnly : page.sheet.fieldKind === "case" ? Qt.ImhNoPredictiveText : Qt.ImhNone
            enabled: !page.sheet.isPending
            Layout.fillWidth: true
            onTextEdited: page.hands.type(text)
        }

        Scroller {
            id: list

            activeFocusOnTab: true
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: 0.7 * Theme.targetEdge

            Repeater {
                id: rows

                model: page.sheet.options

                OptionRow {
                    required property var modelData
                    required property int index

                    place: index
                    title: modelData.word === "" ? modelData.title : Sayings.option(modelData.word)
                    ticketClass: modelData.ticket_class
                    detail: modelData.count >= 0 ? Sayings.room(modelData.count) : modelData.detail
                    isChosen: modelData.is_chosen
                    opacity: list.sees(y, height)
                    Layout.fillWidth: true
                    onClicked: page.hands.choose(index)
                }
            }
        }

        Pulse {
            visible: page.sheet.isLooking
            scale: 0.6
            Layout.alignment: Qt.AlignHCenter
        }

        BodyText {
            objectName: "sheet-empty"
            visible: text !== "" && !page.sheet.isLooking && page.sheet.options.length === 0
            text: Sayings.nothing(page.kind, page.sheet.trouble)
            color: Theme.quietInk
            Layout.fillWidth: true
        }

        BodyText {
            objectName: "sheet-trouble"
            visible: text !== "" && page.sheet.options.length > 0 || page.sheet.records
            text: Sayings.trouble(page.sheet.trouble)
            color: Theme.warn
            Layout.fillWidth: true
        }

        Rectangle {
            objectName: "prospect"
            visible: page.sheet.onward !== ""
            color: Theme.infoTint
            radius: Theme.smallRadius
            border.width: Theme.hair
            border.color: Theme.line
            Layout.fillWidth: true
            Layout.preferredHeight: foreseen.implicitHeight + 2 * Theme.small

            ColumnLayout {
                id: foreseen

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                anchors.margins: Theme.small
                spacing: Theme.tiny

                BodyText {
                    objectName: "onward"
                    text: Sayings.onward(page.sheet.onward)
                    font.bold: true
                    Layout.fillWidth: true
                }

                BodyText {
                    objectName: "prospect-wait"
                    visible: page.sheet.hasProspect && page.sheet.onward !== "stays"
                    text: Sayings.prospect(page.sheet.ahead, page.sheet.waitFromMin, page.sheet.waitToMin)
                    Layout.fillWidth: true
                }

                BodyText {
                    objectName: "appointment-lost"
                    visible: !page.sheet.keepsAppointment
                    text: qsTr("预约的优先会失去。")
                    color: Theme.warn
                    Layout.fillWidth: true
                }
            }
        }

        ActionButton {
            objectName: "confirm"
            text: Sayings.confirm(page.kind, page.sheet.records)
            key: "Enter"
            iconName: "check"
            isNext: true
            isPending: page.sheet.isPending
            enabled: page.sheet.canConfirm && !page.sheet.isPending && page.frame.link === "up"
            Layout.fillWidth: true
            onClicked: page.hands.confirm()
        }

        ActionButton {
            objectName: "cancel"
            text: qsTr("不做了")
            key: "Esc"
            iconName: "back"
            enabled: !page.sheet.isPending
            Layout.fillWidth: true
            onClicked: page.hands.leaveSheet()
        }
    }
}
