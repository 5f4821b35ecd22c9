pragma Singleton
import QtQuick

// Words for cases: where one is, what is known of it, and what can be done with it.
QtObject {
    id: words

    function way(code: string): string {
        switch (code) {
        case "window": return qsTr("窗口取件");
        case "locker": return qsTr("取件柜");
        case "post": return qsTr("邮寄");
        default: return "";
        }
    }

    function shelf(code: string): string {
        switch (code) {
        case "waiting": return qsTr("待领取");
        case "overdue": return qsTr("逾期未取");
        case "shelf": return qsTr("取件架");
        case "door": return qsTr("柜内");
        case "partner": return qsTr("合作柜");
        case "posted": return qsTr("已寄出");
        case "accepted": return qsTr("在办");
        case "over": return qsTr("已了结");
        default: return "";
        }
    }

    function days(count: int): string {
        return qsTr("再留 %n 天", "", count);
    }

    function act(code: string): string {
        switch (code) {
        case "ready": return qsTr("办好了");
        case "hand-over": return qsTr("交付给本人");
        case "shelve": return qsTr("上取件架");
        case "post": return qsTr("寄出");
        case "partner": return qsTr("交合作柜");
        case "return": return qsTr("退回部门");
        case "keep-longer": return qsTr("延长保留");
        case "reprint-acceptance": return qsTr("补打受理回执");
        case "reprint-hand-over": return qsTr("补打交付凭证");
        default: return "";
        }
    }

    function fieldName(kind: string): string {
        switch (kind) {
        case "shelve": return qsTr("架号，如 A-03");
        case "post": return qsTr("快递单号");
        case "partner": return qsTr("合作柜和单号，如 蜜蜂箱 8841");
        case "phone": return qsTr("手机号，不留就空着");
        case "code": return qsTr("扫回执，或输办件编号");
        default: return "";
        }
    }

    // One sentence: the state, and where it is.
    function place(it: var): string {
        if (it.is_missing)
            return qsTr("找不到，正在查");
        switch (it.state) {
        case "accepted": return qsTr("在办");
        case "handed-over": return qsTr("已交付");
        case "returned": return qsTr("已退回部门");
        }
        const at = words.where(it);
        return it.state === "expired" ? qsTr("逾期未取 · %1").arg(at) : at;
    }

    // For a strip's little room: where the first is, and how many more there are.
    function inHand(cases: var): string {
        const at = cases.length === 0 ? "" : words.shortly(cases[0].place);
        return cases.length < 2 ? at : at + " +" + (cases.length - 1);
    }

    function shortly(it: var): string {
        if (it.is_missing)
            return qsTr("找不到");
        switch (it.kind) {
        case "shelf": return qsTr("架 %1").arg(it.where);
        case "door": return qsTr("柜 %1/%2").arg(it.where).arg(it.door);
        case "partner": return qsTr("合作柜");
        case "posted": return qsTr("已寄出");
        default: return qsTr("未上架");
        }
    }

    function where(it: var): string {
        switch (it.kind) {
        case "shelf": return qsTr("取件架 %1").arg(it.where);
        case "door": return qsTr("取件柜 %1，%2 号柜门").arg(it.where).arg(it.door);
        case "partner": return qsTr("合作柜 %1").arg(it.reference === "" ? it.where : it.where + " " + it.reference);
        case "posted": return qsTr("已寄出 %1").arg(it.reference === "" ? it.where : it.reference);
        default: return qsTr("办好了，还没放到取件处");
        }
    }

    function row(it: var): string {
        const isKept = it.until !== "" && !it.is_missing && it.kind !== "posted";
        const kept = isKept ? qsTr("，留到 %1").arg(it.until) : "";
        return it.business + "\n" + words.place(it) + kept;
    }

    // One step: what, where, and who had it done.
    function move(it: var): string {
        const what = it.place ? words.moved(it) + " " + words.where(it.place) : words.moved(it);
        const who = words.who(it);
        return who === "" ? what : what + " · " + who;
    }

    function moved(it: var): string {
        switch (it.kind) {
        case "case-accepted": return qsTr("受理");
        case "case-ready": return qsTr("办好");
        case "case-placed": return it.place ? qsTr("放到") : qsTr("取走，在途");
        case "case-deposited": return qsTr("存入");
        case "case-removed": return qsTr("取回");
        case "case-missing": return qsTr("找不到");
        case "case-kept-longer": return qsTr("延长到 %1").arg(it.until);
        case "case-expired": return qsTr("逾期未取");
        case "case-handed-over": return qsTr("交付");
        case "case-returned": return qsTr("退回部门");
        default: return it.kind;
        }
    }

    function who(it: var): string {
        switch (it.role) {
        case "clerk": return it.window < 0 ? qsTr("工号 %1").arg(it.name) : qsTr("%1 号窗口，工号 %2").arg(it.window).arg(it.name);
        case "courier": return qsTr("送件员 %1").arg(it.name);
        case "supervisor": return qsTr("值班主任 %1").arg(it.name);
        case "guide": return qsTr("导办 %1").arg(it.name);
        case "cabinet": return it.kind === "case-handed-over" ? qsTr("本人") : "";
        case "gateway": return qsTr("系统对接 %1").arg(it.name);
        case "hall": return "";
        default: return it.name;
        }
    }

    function factName(word: string): string {
        switch (word) {
        case "state": return qsTr("现在");
        case "business": return qsTr("事项");
        case "way": return qsTr("取件方式");
        case "phone": return qsTr("短信");
        case "until": return qsTr("留到");
        default: return "";
        }
    }

    function fact(it: var): string {
        switch (it.word) {
        case "state": return words.place(it.place);
        case "way": return words.way(it.code);
        case "phone": return it.code === "given" ? qsTr("留了手机号") : qsTr("没留手机号");
        default: return it.text;
        }
    }
}
