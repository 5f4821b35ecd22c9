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

    function noticeTitle(code: string, callsMissing: int): string {
        switch (code) {
        case "answer-the-call-first": return qsTr("手上还有已叫的号");
        case "call-again-first": return qsTr("还需再呼叫 %n 次", "", callsMissing);
        case "call-first": return qsTr("还没有叫号");
        case "clerk-elsewhere": return qsTr("您已在别的窗口登录");
        case "fill-in-both": return qsTr("请填写工号和密码");
        case "finish-first": return qsTr("手上的号还在办理");
        case "hall-closed": return qsTr("大厅未营业");
        case "hall-is-another": return qsTr("服务器不是本机登记的那一台");
        case "hall-unreachable": return qsTr("服务器没有回答");
        case "nobody-waiting": return qsTr("暂时没有人等候");
        case "not-called": return qsTr("手上没有已叫的号");
        case "not-serving": return qsTr("手上没有办理中的号");
        case "not-a-window-clerk": return qsTr("这个工号不坐窗口");
        case "not-your-window": return qsTr("本机不能用于这个窗口");
        case "no-such-window": return qsTr("大厅没有这个窗口");
        case "open-the-window-first": return qsTr("窗口还没有开");
        case "server-away": return qsTr("服务器暂时连不上");
        case "session-ended": return qsTr("登录已失效");
        case "too-early": return qsTr("还没到过号的时间");
        case "too-few-calls": return qsTr("呼叫次数还不够");
        case "too-many-attempts": return qsTr("输错次数太多，请等几分钟");
        case "window-already-open": return qsTr("窗口已经开着");
        case "window-busy": return qsTr("手上还有号");
        case "window-closed": return qsTr("窗口还没有开");
        case "window-paused": return qsTr("窗口已暂停");
        case "window-taken": return qsTr("这个窗口有人在用");
        case "wrong-password": return qsTr("工号或密码不对");
        case "wrong-staff": return qsTr("这个窗口无人值守");
        default: return qsTr("服务器没有接受");
        }
    }

    function noticeRemedy(code: string): string {
        switch (code) {
        case "answer-the-call-first": return qsTr("人到了按“开始办理”；没来按“重呼”，再按“过号”。");
        case "call-again-first": return qsTr("呼叫次数够了才能过号，免得办事人白等。请按“重呼”。");
        case "call-first": return qsTr("请先按“叫下一位”。");
        case "clerk-elsewhere": return qsTr("请先在那个窗口退出登录。");
        case "fill-in-both": return "";
        case "finish-first": return qsTr("办完后按“办结”，再做别的。");
        case "hall-closed": return qsTr("请等大厅开始营业，或联系管理员。");
        case "hall-is-another": return qsTr("请联系管理员。");
        case "hall-unreachable": return qsTr("不知道这一步有没有做成。请看上方显示的状态，没做成就再按一次。");
        case "nobody-waiting": return qsTr("有人取号后，等候人数会变，那时再叫。");
        case "not-called": return qsTr("请先按“叫下一位”。");
        case "not-serving": return qsTr("请先按“开始办理”。");
        case "not-a-window-clerk": return qsTr("请用窗口人员的工号登录。");
        case "not-your-window": return qsTr("请选别的窗口，或联系管理员。");
        case "no-such-window": return qsTr("请联系管理员核对窗口号。");
        case "open-the-window-first": return qsTr("请先按“开窗”。");
        case "server-away": return qsTr("恢复后会自动连接，请稍后再按。");
        case "session-ended": return qsTr("请重新登录，手上的号还在。");
        case "too-early": return qsTr("给办事人留些走过来的时间，稍后再按“过号”。");
        case "too-few-calls": return qsTr("请按“重呼”，次数够了再按“过号”。");
        case "too-many-attempts": return qsTr("之后再试。忘了密码请找管理员重设。");
        case "window-already-open": return qsTr("可以直接叫号。");
        case "window-busy": return qsTr("请先办结或过号，再叫下一位。");
        case "window-closed": return qsTr("请先按“开窗”。");
        case "window-paused": return qsTr("恢复服务后再叫号。");
        case "window-taken": return qsTr("请换一个窗口，或请那位同事先退出。");
        case "wrong-password": return qsTr("请重新输入。忘了密码请找管理员重设。");
        case "wrong-staff": return qsTr("自助终端不用登录，请选别的窗口。");
        default: return "";
        }
    }
}
