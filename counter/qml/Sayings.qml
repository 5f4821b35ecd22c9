pragma Singleton
import QtQuick

// Words for what is known of a number, and what the sheets ask.
QtObject {
    id: sayings

    function reason(code: string): string {
        switch (code) {
        case "appointment": return qsTr("预约到时");
        case "priority": return qsTr("依法优先");
        case "pickup": return qsTr("取件优先");
        case "continuation": return qsTr("接着上一窗口办");
        case "override": return qsTr("值班主任指定");
        case "came-back": return qsTr("离开后回来");
        case "let-pass": return qsTr("让过别人");
        default: return qsTr("按取号先后");
        }
    }

    function priority(code: string): string {
        switch (code) {
        case "age": return qsTr("高龄优先");
        case "disability": return qsTr("残障优先");
        case "military": return qsTr("军人优先");
        case "green-channel": return qsTr("绿色通道");
        default: return "";
        }
    }

    function language(tag: string): string {
        switch (tag) {
        case "zh-HK": return qsTr("讲粤语");
        case "yue": return qsTr("讲粤语");
        case "zh-Hant": return qsTr("用繁体");
        case "en": return qsTr("讲英语");
        default: return tag;
        }
    }

    function pieces(originals: int, copies: int): string {
        if (originals > 0 && copies > 0)
            return qsTr("原%1 复%2").arg(originals).arg(copies);
        if (originals > 0)
            return qsTr("原件 %1").arg(originals);
        return copies > 0 ? qsTr("复印 %1").arg(copies) : "";
    }

    function errand(title: string, items: int, isDone: bool, isHere: bool): string {
        const named = items > 1 ? qsTr("%1 × %2").arg(title).arg(items) : title;
        if (isDone)
            return qsTr("%1（已办）").arg(named);
        return isHere ? qsTr("%1（在办）").arg(named) : qsTr("%1（以后办）").arg(named);
    }

    function pause(reason: string, until: string): string {
        return until === "" ? reason : qsTr("%1，预计到 %2").arg(reason).arg(until);
    }

    function room(count: int): string {
        return qsTr("还有 %n 个名额", "", count);
    }

    function chip(word: string, minutes: int): string {
        switch (word) {
        case "no-minutes": return qsTr("不定时");
        case "accept": return qsTr("受理");
        case "consult": return qsTr("咨询");
        case "pickup": return qsTr("取件");
        default: return qsTr("%n 分钟", "", minutes);
        }
    }

    function option(word: string): string {
        return word === "same-business" ? qsTr("业务不变，换个窗口") : "";
    }

    function sheetTitle(kind: string, number: string): string {
        switch (kind) {
        case "hold": return qsTr("挂起 %1").arg(number);
        case "transfer": return qsTr("%1 转到哪里").arg(number);
        case "convert": return qsTr("%1 转成什么号").arg(number);
        case "add-matter": return qsTr("%1 加办什么").arg(number);
        case "note": return qsTr("给下一窗口留言");
        case "finish-part": return qsTr("%1 哪些没办完").arg(number);
        case "book": return qsTr("给 %1 约个时间").arg(number);
        case "result": return qsTr("今天办好了，通知取件");
        case "hand-back": return qsTr("谁回来了");
        case "pause": return qsTr("暂停窗口");
        case "accept-case": return qsTr("%1 受理登记").arg(number);
        case "hand-over": return qsTr("%1 领取的办件").arg(number);
        case "cases": return qsTr("办件");
        case "case": return qsTr("办件 %1").arg(number);
        default: return "";
        }
    }

    function sheetHint(kind: string, subject: string, ticketClass: string): string {
        switch (kind) {
        case "hold": return qsTr("办事人去补材料；号给他留着，回来优先叫。");
        case "transfer": return qsTr("位置不变。");
        case "convert": return qsTr("位置不变；先看要等多久，再告诉办事人。");
        case "add-matter": return qsTr("加办的从现在起排。");
        case "note": return qsTr("加密保存，只有下一个叫到这个号的窗口能看到。");
        case "finish-part": return qsTr("选出没办完的，它们接着排队；其余办结。");
        case "book": return qsTr("约 %1 · %2").arg(subject).arg(ticketClass);
        case "result": return qsTr("办好的是哪个号的件？");
        case "pause": return qsTr("手上有号时，办完再暂停。大屏和窗口屏会显示。");
        case "accept-case": return qsTr("怎么领取？");
        case "hand-over": return qsTr("核对本人后，选要交付的。");
        case "cases": return qsTr("扫回执上的码，直接打开。");
        default: return "";
        }
    }

    function fieldName(kind: string): string {
        switch (kind) {
        case "hold": return qsTr("或自己写原因");
        case "pause": return qsTr("或自己写原因");
        case "transfer": return qsTr("窗口号（不填就由规则分）");
        case "add-matter": return qsTr("搜事项，如 变更");
        case "note": return qsTr("写给下一个窗口");
        case "result": return qsTr("办件编号");
        case "accept-case": return CaseWords.fieldName("phone");
        case "cases": return CaseWords.fieldName("code");
        default: return "";
        }
    }

    function nothing(kind: string, trouble: string): string {
        if (trouble !== "" && trouble !== "record-case")
            return sayings.trouble(trouble);
        switch (kind) {
        case "add-matter": return qsTr("没有找到，换个词试试。");
        case "book": return qsTr("这一天没有空位，换一天看看。");
        case "hand-back": return qsTr("没有等着回来的号。");
        case "hand-over": return qsTr("这位没有办好的件。有回执的，按“办件”扫回执上的码。");
        case "cases": return qsTr("没有这样的办件。");
        default: return "";
        }
    }

    function trouble(code: string): string {
        switch (code) {
        case "": return "";
        case "record-case": return qsTr("没有这个办件。编号核对无误的话，再按一次就记下它并通知取件。");
        case "no-estimate": return qsTr("现在说不准要等多久。");
        case "no-appointments": return qsTr("这个业务不能预约。");
        case "day-out-of-range": return qsTr("这一天不能预约。");
        case "not-offered": return qsTr("没有窗口办这个业务。");
        case "no-such-case": return qsTr("没有这个办件。");
        case "hall-unreachable": return qsTr("服务器没有回答，请关掉再试。");
        default: return qsTr("现在查不到，请关掉再试。");
        }
    }

    function onward(word: string): string {
        switch (word) {
        case "stays": return qsTr("本窗口能办：转了接着办。");
        case "may-wait": return qsTr("本窗口能办；前面有人先到的话，要回去等。");
        case "waits": return qsTr("本窗口不办：转了要回去等。");
        default: return "";
        }
    }

    function prospect(ahead: int, from: int, to: int): string {
        return qsTr("前面 %n 人，一般等 %1–%2 分钟", "", ahead).arg(from).arg(to);
    }

    function confirm(kind: string, records: bool): string {
        switch (kind) {
        case "hold": return qsTr("挂起");
        case "transfer": return qsTr("转过去");
        case "convert": return qsTr("转号");
        case "add-matter": return qsTr("加办");
        case "note": return qsTr("留下");
        case "finish-part": return qsTr("其余办结");
        case "book": return qsTr("预约");
        case "result": return records ? qsTr("记下并通知") : qsTr("通知取件");
        case "hand-back": return qsTr("回来了");
        case "pause": return qsTr("暂停");
        case "accept-case": return qsTr("受理，打印回执");
        case "hand-over": return qsTr("交付选中的");
        case "cases": return qsTr("打开");
        default: return qsTr("好");
        }
    }

    function meanTime(seconds: int): string {
        return seconds < 0 ? "—" : qsTr("%1 分 %2 秒").arg(Math.floor(seconds / 60)).arg(seconds % 60);
    }
}
