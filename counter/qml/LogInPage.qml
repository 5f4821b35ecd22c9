pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Paihao.Counter
import Paihao.Kit

// Who serves, and at which window.
FocusScope {
    id: page

    required property LogInModel coming
    required property CounterHands hands

    Accessible.role: Accessible.Pane
    Accessible.name: title.text
    Component.onCompleted: if (visible)
        fields.begin()
    onVisibleChanged: if (visible)
        fields.begin()

    Connections {
        target: page.coming

        function onCardClerkChanged(): void {
            if (page.coming.cardClerk !== "") {
                fields.clerk = page.coming.cardClerk;
                fields.begin();
            }
        }
    }

    ColumnLayout {
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.margins: Theme.gap
        width: Math.min(parent.width - 2 * Theme.gap, 10 * Theme.targetEdge)
        spacing: Theme.gap

        TitleText {
            id: title

            objectName: "title"
            text: qsTr("窗口人员登录")
            Layout.topMargin: Theme.wide
            Layout.fillWidth: true
        }

        LogInFields {
            id: fields

            enabled: !page.coming.isLoggingIn
            Layout.fillWidth: true
            onSubmitted: (clerk, password) => page.hands.logIn(clerk, password)
        }

        ColumnLayout {
            spacing: Theme.tiny
            Layout.fillWidth: true

            BodyText {
                text: qsTr("窗口")
            }

            Flow {
                spacing: Theme.small
                Layout.fillWidth: true

                Repeater {
                    model: page.coming.windows

                    T.AbstractButton {
                        id: choice

                        required property int modelData
                        readonly property bool isChosen: page.coming.window === modelData

                        objectName: "window-" + modelData
                        text: qsTr("%1 号").arg(modelData)
                        focusPolicy: Qt.StrongFocus
                        implicitWidth: Math.max(Theme.targetEdge * 1.4, label.implicitWidth + 2 * Theme.gap)
                        implicitHeight: Theme.targetEdge * 0.86
                        Accessible.role: Accessible.RadioButton
                        Accessible.name: text
                        Accessible.checked: isChosen
                        onClicked: page.hands.chooseWindow(modelData)

                        background: Rectangle {
                            color: choice.isChosen ? Theme.action : Theme.surface
                            radius: Theme.smallRadius
                            border.width: choice.visualFocus ? 3 * Theme.hair : Theme.hair
                            border.color: choice.visualFocus ? Theme.focus : Theme.quietInk
                        }

                        contentItem: Text {
                            id: label

                            text: choice.text
                            color: choice.isChosen ? Theme.inkOnAction : Theme.ink
                            font.family: Theme.family
                            font.pixelSize: Theme.bodyPx
                            font.bold: choice.isChosen
                            horizontalAlignment: Text.AlignHCenter
                            verticalAlignment: Text.AlignVCenter
                            textFormat: Text.PlainText
                        }
                    }
                }
            }
        }

        ActionButton {
            objectName: "log-in"
            text: page.coming.isLoggingIn ? qsTr("正在登录") : qsTr("登录")
            key: "Enter"
            iconName: "person"
            isNext: true
            isPending: page.coming.isLoggingIn
            enabled: !page.coming.isLoggingIn
            Layout.fillWidth: true
            onClicked: fields.submit()
        }

        RowLayout {
            visible: page.coming.hasReader
            spacing: Theme.small
            Layout.fillWidth: true

            Icon {
                name: "card"
                color: Theme.quietInk
                Layout.preferredWidth: Theme.leadPx
                Layout.preferredHeight: Theme.leadPx
            }

            QuietText {
                objectName: "card-hint"
                text: qsTr("也可以把员工卡放到读卡器上。")
                Layout.fillWidth: true
            }
        }

        Item {
            Layout.fillHeight: true
        }
    }
}
