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
}
