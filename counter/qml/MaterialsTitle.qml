import QtQuick
import Paihao.Counter
import Paihao.Kit

// How many of the materials are there.
BodyText {
    required property InHandModel ticket
    readonly property int there: ticket.materials.filter(each => each.is_ticked).length

    objectName: "materials"
    text: qsTr("材料 %1/%2").arg(there).arg(ticket.materials.length)
    font.bold: true
}
