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
    readonly property bool beginsInField: ["note", "result", "add-matter", "accept-case", "cases"].includes(kind)
    readonly property bool isCases: kind === "cases"
    readonly property bool isCase: kind === "case"
    readonly property bool marksSeveral: ["finish-part", "hand-over"].includes(kind)
    readonly property int chosenPlace: sheet.options.findIndex(each => each.is_chosen)
    readonly property int chipPlace: sheet.chips.findIndex(each => each.is_chosen)

    function begin(): void {
        if (!visible)
            return;
        if (beginsInField && field.visible)
            field.forceActiveFocus();
        else
            list.forceActiveFocus();
    }

    function chipText(chip: var): string {
        if (chip.title !== "")
            return chip.title;
        if (chip.days > 0)
            return CaseWords.days(chip.days);
        return CaseWords.way(chip.word) || CaseWords.shelf(chip.word) || Sayings.chip(chip.word, chip.minutes);
    }

    function optionTitle(option: var): string {
        return option.word === "" ? option.title : CaseWords.act(option.word) || Sayings.option(option.word);
    }

    function optionDetail(option: var): string {
        if (option.place)
            return CaseWords.row(option.place);
        return option.count >= 0 ? Sayings.room(option.count) : option.detail;
    }

    // Where several are marked, an arrow marks none: it shows more of them.
    function move(step: int): void {
        if (marksSeveral) {
            list.page(step);
            return;
        }
        const last = sheet.options.length - 1;
        hands.choose(Math.max(0, Math.min(last, chosenPlace + step)));
    }

    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    onKindChanged: begin()
    onVisibleChanged: begin()
    onChosenPlaceChanged: {
        if (isCase && visible)
            (field.visible ? field : list).forceActiveFocus();
        const row = rows.itemAt(chosenPlace);
        if (row)
            list.reveal(row.y, row.height);
    }
    Keys.onPressed: event => {
        if (event.key === Qt.Key_Up)
            page.move(-1);
        else if (event.key === Qt.Key_Down)
            page.move(1);
        else if (event.key === Qt.Key_PageUp)
            list.page(-1);
        else if (event.key === Qt.Key_PageDown)
            list.page(1);
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
                    text: page.chipText(modelData)
                    isOn: modelData.is_chosen
                    focusPolicy: Qt.NoFocus
                    implicitHeight: 0.6 * Theme.targetEdge
                    onClicked: page.hands.chooseChip(index)
                }
            }
        }

        Repeater {
            model: page.sheet.facts

            Fact {
                required property var modelData

                objectName: "case-" + modelData.word
                name: CaseWords.factName(modelData.word)
                text: CaseWords.fact(modelData)
                Layout.fillWidth: true
            }
        }

        SheetField {
            id: field

            visible: page.sheet.fieldKind !== ""
            name: page.isCase ? CaseWords.fieldName(page.sheet.fieldKind) : Sayings.fieldName(page.kind)
            text: page.sheet.text
            inputMethodHints: ["window", "phone"].includes(page.sheet.fieldKind) ? Qt.ImhDigitsOnly : ["case", "code", "post"].includes(page.sheet.fieldKind) ? Qt.ImhNoPredictiveText : Qt.ImhNone
            validator: page.sheet.fieldKind === "phone" ? digits : null
            enabled: !page.sheet.isPending
            Layout.fillWidth: true
            onTextEdited: page.hands.type(text)
            onVisibleChanged: if (visible && page.visible && (page.beginsInField || page.isCase))
                forceActiveFocus()

            RegularExpressionValidator {
                id: digits

                regularExpression: /[0-9 ]{0,18}/
            }
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
                    title: page.optionTitle(modelData)
                    ticketClass: modelData.ticket_class
                    detail: page.optionDetail(modelData)
                    isChosen: modelData.is_chosen
                    isElsewhere: modelData.is_elsewhere
                    opacity: list.sees(y, height)
                    Layout.fillWidth: true
                    onClicked: {
                        page.hands.choose(index);
                        if (page.isCases)
                            page.hands.confirm();
                    }
                }
            }

            Repeater {
                model: page.sheet.moves

                MoveRow {
                    required property var modelData
                    required property int index

                    objectName: "move-" + (index + 1)
                    at: modelData.at
                    what: CaseWords.move(modelData)
                    opacity: list.sees(y, height)
                    Layout.fillWidth: true
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
            text: page.isCase ? CaseWords.act(page.sheet.chosenWord) || qsTr("选一项") : Sayings.confirm(page.kind, page.sheet.records)
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
            text: page.isCase ? qsTr("回到办件") : page.isCases ? qsTr("关闭") : qsTr("不做了")
            key: "Esc"
            iconName: "back"
            enabled: !page.sheet.isPending
            Layout.fillWidth: true
            onClicked: page.hands.leaveSheet()
        }
    }
}
