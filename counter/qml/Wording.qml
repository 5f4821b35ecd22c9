pragma Singleton
import QtQuick

// Words for the codes that the flow and the hall server give. An unknown code is worded by the server's remedy.
QtObject {
    function windowState(code: string): string {
        switch (code) {
        case "closed": return qsTr("未开窗");
        case "free": return qsTr("空闲");
        case "paused": return qsTr("暂停");
        case "called": return qsTr("已叫号");
        case "serving": return qsTr("办理中");
        default: return "";
        }
    }

    function windowStateIcon(code: string): string {
        switch (code) {
        case "closed": return "pause";
        case "free": return "desk";
        case "paused": return "pause";
        case "called": return "bell";
        case "serving": return "person";
        default: return "";
        }
    }

    function link(code: string): string {
        switch (code) {
        case "up": return qsTr("已连接");
        case "down": return qsTr("已断开");
        default: return qsTr("正在连接");
        }
    }

    function linkTitle(code: string): string {
        switch (code) {
        case "unauthenticated": return qsTr("本机不能使用");
        case "hall-is-another": return qsTr("本机不能使用");
        default: return qsTr("服务器暂时连不上");
        }
    }

    function linkTrouble(code: string): string {
        switch (code) {
        case "unauthenticated": return qsTr("本机未登记，或登记已被取消。请联系管理员重新登记本机。");
        case "hall-is-another": return qsTr("服务器不是本机登记的那一台。请联系管理员。");
        default: return qsTr("叫号和办理记录都在服务器上，不会丢失。恢复后自动连接，无需操作。");
        }
    }

    function act(deed: string): string {
        switch (deed) {
        case "call-next": return qsTr("叫下一位");
        case "recall": return qsTr("重呼");
        case "start": return qsTr("开始办理");
        case "finish": return qsTr("办结");
        case "no-show": return qsTr("过号");
        case "hold": return qsTr("挂起");
        case "transfer": return qsTr("转窗");
        case "convert": return qsTr("转号");
        case "add-matter": return qsTr("加办");
        case "note": return qsTr("留言");
        case "finish-part": return qsTr("部分办结");
        case "book": return qsTr("预约");
        case "result": return qsTr("通知取件");
        case "hand-back": return qsTr("回来了");
        case "pause": return qsTr("暂停");
        case "resume": return qsTr("恢复");
        case "open": return qsTr("开窗");
        case "close": return qsTr("关窗");
        case "shift": return qsTr("小结");
        case "accept-case": return qsTr("受理登记");
        case "hand-over": return qsTr("交付");
        case "cases": return qsTr("办件");
        case "log-out": return qsTr("退出登录");
        default: return "";
        }
    }

    function actIcon(deed: string): string {
        switch (deed) {
        case "call-next": return "bell";
        case "recall": return "repeat";
        case "start": return "play";
        case "finish": return "done";
        case "no-show": return "skip";
        case "hold": return "pause";
        case "transfer": return "forward";
        case "convert": return "repeat";
        case "add-matter": return "add";
        case "note": return "consult";
        case "finish-part": return "done";
        case "book": return "clock";
        case "result": return "pickup";
        case "hand-back": return "person";
        case "pause": return "pause";
        case "resume": return "play";
        case "open": return "window";
        case "close": return "window";
        case "shift": return "info";
        case "accept-case": return "accept";
        case "hand-over": return "pickup";
        case "cases": return "ticket";
        case "log-out": return "log-out";
        default: return "";
        }
    }

    // Two acts that are never possible together have one key.
    function keyName(deed: string): string {
        return deed === "resume" ? "pause" : deed === "close" ? "open" : deed;
    }

    function noticeTitle(code: string, callsMissing: int, action: string, detail: string): string {
        switch (code) {
        case "already-booked": return qsTr("这个人那天已有预约");
        case "answer-the-call-first": return qsTr("手上还有已叫的号");
        case "barred": return qsTr("这个人暂时不能预约");
        case "booked": return qsTr("已预约 %1").arg(detail);
        case "call-again-first": return qsTr("还需再呼叫 %n 次", "", callsMissing);
        case "call-first": return qsTr("还没有叫号");
        case "card-needed": return qsTr("不知道这位是谁");
        case "case-accepted": return qsTr("已受理 %1").arg(detail);
        case "case-accepted-unprinted": return qsTr("已受理 %1").arg(detail);
        case "case-code-wrong": return qsTr("办件编号不对");
        case "case-elsewhere": return qsTr("这一件不在窗口");
        case "case-expired": return qsTr("这一件逾期了");
        case "case-given": return qsTr("%1 已交付").arg(detail);
        case "case-handed-over": return qsTr("这个办件已经领走");
        case "case-in-door": return qsTr("这一件在取件柜里");
        case "case-kept": return qsTr("%1 已延长保留").arg(detail);
        case "case-missing": return qsTr("还没填办件编号");
        case "case-not-ready": return qsTr("这一件还没办好");
        case "case-posted": return qsTr("%1 已登记寄出").arg(detail);
        case "case-ready": return qsTr("%1 办好了").arg(detail);
        case "case-returned": return qsTr("这一件已退回部门");
        case "case-sent-back": return qsTr("%1 已退回部门").arg(detail);
        case "case-shelved": return qsTr("%1 已上架").arg(detail);
        case "case-with-partner": return qsTr("%1 已交合作柜").arg(detail);
        case "cases-given": return qsTr("已交付 %1 件").arg(detail);
        case "choice-missing": return qsTr("还没有选");
        case "clerk-at-work": return qsTr("那位同事正在办理");
        case "clerk-elsewhere": return qsTr("您已在别的窗口登录");
        case "fill-in-both": return qsTr("请填写工号和密码");
        case "finish-first": return qsTr("手上的号还在办理");
        case "forbidden": return qsTr("您的工号不能做这一步");
        case "from-the-list": return qsTr("请先打开办件");
        case "hall-closed": return qsTr("大厅未营业");
        case "hall-is-another": return qsTr("服务器不是本机登记的那一台");
        case "hall-unreachable": return qsTr("服务器没有回答");
        case "holder-unknown": return qsTr("不知道这位是谁");
        case "matter-added": return qsTr("已加办一项");
        case "no-appointments": return qsTr("这个业务不能预约");
        case "no-printer": return qsTr("本机没有打印机");
        case "no-such-case": return qsTr("没有这个办件");
        case "no-such-errand": return qsTr("这一项已经不在了");
        case "no-such-slot": return qsTr("没有这个时段");
        case "no-such-ticket": return qsTr("今天没有这个号");
        case "no-such-window": return qsTr("大厅没有这个窗口");
        case "nobody-held": return qsTr("没有等着回来的号");
        case "nobody-served": return qsTr("您今天还没有办过号");
        case "nobody-waiting": return qsTr("暂时没有人等候");
        case "not-a-window-clerk": return qsTr("这个工号不坐窗口");
        case "not-called": return qsTr("手上没有已叫的号");
        case "not-offered": return qsTr("没有窗口办这个业务");
        case "not-paused": return qsTr("窗口没有暂停");
        case "not-sent": return qsTr("“%1”没有发出").arg(act(action));
        case "not-served-there": return qsTr("那个窗口不办这个业务，或没开");
        case "not-serving": return qsTr("手上没有办理中的号");
        case "not-your-number": return qsTr("这个号不在您的窗口");
        case "not-your-window": return qsTr("本机不能用于这个窗口");
        case "note-taken-back": return qsTr("留言已撤回");
        case "note-written": return qsTr("留言已写好");
        case "nothing-accepted": return qsTr("这个号没有要受理的事");
        case "nowhere-to-go": return qsTr("还没选转到哪里");
        case "number-changed": return qsTr("手上的号变了");
        case "open-the-window-first": return qsTr("窗口还没有开");
        case "password-too": return qsTr("请再输密码");
        case "phone-wrong": return qsTr("手机号不对");
        case "place-missing": return qsTr("还没填放到哪里");
        case "reason-missing": return qsTr("还没写原因");
        case "reason-needed": return qsTr("还没写原因");
        case "reason-personal": return qsTr("原因里不能有号码");
        case "receipt-cover-open": return qsTr("%1 的回执没打出来").arg(detail);
        case "receipt-not-printed": return qsTr("%1 的回执没打出来").arg(detail);
        case "receipt-paper-out": return qsTr("%1 的回执没打出来").arg(detail);
        case "receipt-printing": return qsTr("%1 正在补打").arg(detail);
        case "receipt-unsure": return qsTr("%1 的回执不知道打出来没有").arg(detail);
        case "result-announced": return qsTr("%1 已通知取件").arg(detail);
        case "same-day-stopped": return qsTr("今天不能再约了");
        case "server-away": return qsTr("服务器暂时连不上");
        case "session-ended": return qsTr("登录已失效");
        case "slot-full": return qsTr("这个时段满了");
        case "slot-past": return qsTr("这个时段已经开始");
        case "text-missing": return qsTr("还没写内容");
        case "ticket-ended": return qsTr("这个号已经结束");
        case "too-early": return qsTr("还没到过号的时间");
        case "too-few-calls": return qsTr("呼叫次数还不够");
        case "too-many-attempts": return qsTr("输错次数太多，请等几分钟");
        case "too-many-errands": return qsTr("这个号上的事项满了");
        case "too-many-holds": return qsTr("这个号不能再挂起");
        case "unknown-card": return qsTr("不是本大厅的员工卡");
        case "window-already-open": return qsTr("窗口已经开着");
        case "window-busy": return qsTr("手上还有号");
        case "window-closed": return qsTr("窗口还没有开");
        case "window-missing": return qsTr("还没填窗口号");
        case "window-paused": return qsTr("窗口已暂停");
        case "window-taken": return qsTr("这个窗口有人在用");
        case "wrong-password": return qsTr("工号或密码不对");
        case "wrong-staff": return qsTr("这个窗口无人值守");
        case "wrong-state": return qsTr("这个号现在不能这样做");
        default: return qsTr("服务器没有接受");
        }
    }

    function noticeRemedy(code: string): string {
        switch (code) {
        case "already-booked": return qsTr("请改约别的日子，或先取消原来的。");
        case "answer-the-call-first": return qsTr("人到了按“开始办理”；没来按“重呼”，再按“过号”。");
        case "barred": return qsTr("多次爽约后有一段时间不能预约，届时可以当天取号。");
        case "booked": return qsTr("请告诉办事人带上身份证和材料。");
        case "call-again-first": return qsTr("呼叫次数够了才能过号，免得办事人白等。请按“重呼”。");
        case "call-first": return qsTr("请先按“叫下一位”。");
        case "card-needed": return qsTr("这个号没有登记身份，请办事人刷卡预约。");
        case "case-accepted": return qsTr("回执正在打印，请交给办事人。");
        case "case-accepted-unprinted": return qsTr("本机没有打印机，请把编号写给办事人。");
        case "case-code-wrong": return qsTr("请照受理单填写；不要填身份证号。");
        case "case-elsewhere": return qsTr("看它现在在哪里：柜里的凭取件码取，寄出的等快递。");
        case "case-expired": return qsTr("可以交付，或延长保留。");
        case "case-given": return qsTr("交付凭证请交给办事人。");
        case "case-handed-over": return qsTr("请核对编号。");
        case "case-in-door": return qsTr("请办事人去柜前取；要拿回来，用员工卡在柜前取回。");
        case "case-kept": return qsTr("留了手机号的会收到短信。");
        case "case-missing": return qsTr("请照受理单填写。");
        case "case-not-ready": return qsTr("办好后先按“办好了”。");
        case "case-posted": return qsTr("留了手机号的会收到短信。");
        case "case-ready": return qsTr("留了手机号的会收到短信。");
        case "case-returned": return qsTr("请办事人联系办理部门。");
        case "case-sent-back": return "";
        case "case-shelved": return "";
        case "case-with-partner": return "";
        case "cases-given": return qsTr("交付凭证请交给办事人。");
        case "choice-missing": return qsTr("请选一项，再按 Enter。");
        case "clerk-at-work": return qsTr("刚刚还有人按键。等同事离开，或请他退出登录。");
        case "clerk-elsewhere": return qsTr("请先在那个窗口退出登录。");
        case "fill-in-both": return "";
        case "finish-first": return qsTr("办完后按“办结”，再做别的。");
        case "forbidden": return qsTr("请找值班主任。");
        case "from-the-list": return qsTr("按“办件”，扫回执或输编号。");
        case "hall-closed": return qsTr("请等大厅开始营业，或联系管理员。");
        case "hall-is-another": return qsTr("请联系管理员。");
        case "hall-unreachable": return qsTr("不知道这一步有没有做成。请看上方显示的状态，没做成就再按一次。");
        case "holder-unknown": return qsTr("这个号没有登记身份，请办事人刷卡预约。");
        case "matter-added": return qsTr("办完手上的，加办的接着办或排队等。");
        case "no-appointments": return qsTr("请当天取号。");
        case "no-printer": return qsTr("请到有打印机的窗口补打。");
        case "no-such-case": return qsTr("请核对编号。");
        case "no-such-errand": return qsTr("请看号上还有什么没办。");
        case "no-such-slot": return qsTr("请另选一个。");
        case "no-such-ticket": return qsTr("请核对号码。");
        case "no-such-window": return qsTr("请联系管理员核对窗口号。");
        case "nobody-held": return qsTr("挂起的号才需要“回来了”。");
        case "nobody-served": return qsTr("叫号后再用。");
        case "nobody-waiting": return qsTr("有人取号后，等候人数会变，那时再叫。");
        case "not-a-window-clerk": return qsTr("请用窗口人员的工号登录。");
        case "not-called": return qsTr("请先按“叫下一位”。");
        case "not-offered": return qsTr("请另选一项。");
        case "not-paused": return qsTr("不用恢复。");
        case "not-sent": return qsTr("线路断着，这一下没有送到服务器，也不会补送。恢复后请再按一次。");
        case "not-served-there": return qsTr("请另选窗口，或只选业务。");
        case "not-serving": return qsTr("请先按“开始办理”。");
        case "not-your-number": return qsTr("请它所在的窗口或导办台来做。");
        case "not-your-window": return qsTr("请选别的窗口，或联系管理员。");
        case "note-taken-back": return "";
        case "note-written": return qsTr("下一个窗口叫到这个号时会看到。");
        case "nothing-accepted": return qsTr("先加办或转号，再登记。");
        case "nowhere-to-go": return qsTr("请选业务或填窗口号。");
        case "number-changed": return qsTr("刚才填的没有发出。");
        case "open-the-window-first": return qsTr("请先按“开窗”。");
        case "password-too": return qsTr("本大厅刷卡登录还要密码。");
        case "phone-wrong": return qsTr("请念一遍核对：手机 11 位；不留就空着。");
        case "place-missing": return qsTr("请填架号或单号，再按 Enter。");
        case "reason-missing": return qsTr("请选一个，或自己写一句。");
        case "reason-needed": return qsTr("请写一句，200 字以内。");
        case "reason-personal": return qsTr("请去掉身份证号和电话号码：原因会长期保存。");
        case "receipt-cover-open": return qsTr("打印机盖子开着。合上后，在“办件”里补打。");
        case "receipt-not-printed": return qsTr("办件已经记下。看看打印机，再在“办件”里补打。");
        case "receipt-paper-out": return qsTr("打印机没纸了。装纸后，在“办件”里补打。");
        case "receipt-printing": return "";
        case "receipt-unsure": return qsTr("看看出纸口；没有就在“办件”里补打。");
        case "result-announced": return qsTr("这个号会重新排队取件。");
        case "same-day-stopped": return qsTr("今天人太多，请选别的日子。");
        case "server-away": return qsTr("恢复后会自动连接，请稍后再按。");
        case "session-ended": return qsTr("请重新登录，手上的号还在。");
        case "slot-full": return qsTr("请另选一个。");
        case "slot-past": return qsTr("请另选一个。");
        case "text-missing": return qsTr("请写一句，再按 Enter。");
        case "ticket-ended": return qsTr("请办事人重新取号。");
        case "too-early": return qsTr("给办事人留些走过来的时间，稍后再按“过号”。");
        case "too-few-calls": return qsTr("请按“重呼”，次数够了再按“过号”。");
        case "too-many-attempts": return qsTr("之后再试。忘了密码请找管理员重设。");
        case "too-many-errands": return qsTr("请办完后另取一个号。");
        case "too-many-holds": return qsTr("请办结，或只办完能办的部分。");
        case "unknown-card": return qsTr("请用工号和密码登录。");
        case "window-already-open": return qsTr("可以直接叫号。");
        case "window-busy": return qsTr("请先办结或过号，再叫下一位。");
        case "window-closed": return qsTr("请先按“开窗”。");
        case "window-missing": return qsTr("同一业务转到别的窗口，请填窗口号。");
        case "window-paused": return qsTr("恢复服务后再叫号。");
        case "window-taken": return qsTr("请换一个窗口，或请那位同事先退出。");
        case "wrong-password": return qsTr("请重新输入。忘了密码请找管理员重设。");
        case "wrong-staff": return qsTr("自助终端不用登录，请选别的窗口。");
        case "wrong-state": return qsTr("请看上方显示的状态。");
        default: return "";
        }
    }
}
