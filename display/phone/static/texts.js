/** All that the page says, by language. `{n}` is filled in by `fill`. */

export const LANGUAGES = ["zh-CN", "en"];

export const TEXTS = {
  "zh-CN": {
    other: "English",
    label: "您的号码",
    classes: { accept: "受理", consult: "咨询", pickup: "取件" },
    letters: { accept: "受", consult: "咨", pickup: "取" },
    title: "我的号码",
    loading: "正在读取号码…",
    waiting: { headline: "前面还有 {n} 位", detail: "请在大厅等候，轮到您时本页会提醒" },
    next: { headline: "下一位就是您", detail: "请到窗口附近等候" },
    wait: "约 {about} 分钟，多数不超过 {within} 分钟",
    remote: { headline: "到大厅后请报到", detail: "报到后开始排队，导办台可以帮您" },
    deferred: { headline: "已顺延，再让 {n} 位", detail: "让过之后照常叫您，请在大厅等候" },
    called: { headline: "请到 {n} 号窗口", detail: "正在叫您的号，请现在前往" },
    recalled: "第 {n} 次叫您的号，请马上前往",
    serving: { headline: "正在 {n} 号窗口办理", detail: "" },
    held: { headline: "等您补齐材料", detail: "备齐后请到导办台报到，原窗口接着为您办理" },
    finished: { headline: "已办结", detail: "感谢您的到来" },
    absent: { headline: "已过号", detail: "叫号时您不在窗口，请到导办台说明" },
    cancelled: { headline: "您已取消这个号", detail: "还要办理，请重新取号" },
    expired: { headline: "号码已失效", detail: "过号太久，或当天的业务已经结束。还要办理，请重新取号" },
    withdrawn: { headline: "号码已作废", detail: "请到取号机重新取号" },
    unknown: { headline: "没有找到这个号码", detail: "号码当日有效。请核对二维码，或到取号机重新取号" },
    unreachable: { headline: "暂时读不到号码", detail: "号码仍然有效，请留意大屏和广播" },
    offline: "网络断开，号码仍然有效。正在重新连接…",
    kept: "号码已存在手机里，不需要纸质凭条",
    refused: "没能存入手机。请在取号机上重新扫码，或打印凭条",
    hint: "请同时留意大厅的大屏和广播",
    updated: "更新于 {n}",
  },
  en: {
    other: "中文",
    label: "Your number",
    classes: { accept: "Apply", consult: "Enquire", pickup: "Collect" },
    letters: { accept: "A", consult: "E", pickup: "C" },
    title: "My number",
    loading: "Loading…",
    waiting: { headline: "{n} ahead of you", detail: "Please wait in the hall; this page tells you when it is your turn" },
    next: { headline: "You are next", detail: "Please wait near the windows" },
    wait: "About {about} min, 9 in 10 within {within} min",
    remote: { headline: "Please report on arrival", detail: "You join the queue then; the guide desk helps you" },
    deferred: { headline: "Postponed: {n} go first", detail: "You are called as usual after that; please wait in the hall" },
    called: { headline: "Please go to window {n}", detail: "Your number is being called now" },
    recalled: "Call {n}: please go there now",
    serving: { headline: "Being served at window {n}", detail: "" },
    held: {
      headline: "Waiting for your papers",
      detail: "Once you have them, report at the guide desk; your window goes on with you",
    },
    finished: { headline: "Finished", detail: "Thank you for coming" },
    absent: { headline: "Call missed", detail: "You were not at the window when called. Please ask at the guide desk" },
    cancelled: { headline: "You gave this number up", detail: "Take a new one if you still need it" },
    expired: {
      headline: "Number expired",
      detail: "It was missed for too long, or the day has ended. Take a new one if you still need it",
    },
    withdrawn: { headline: "Number withdrawn", detail: "Please take a new number at a kiosk" },
    unknown: {
      headline: "Number not found",
      detail: "Numbers are valid on their day. Check the QR code, or take a new number at a kiosk",
    },
    unreachable: {
      headline: "Cannot read your number just now",
      detail: "It stays valid. Please watch the screens and listen for calls",
    },
    offline: "No connection. Your number stays valid. Reconnecting…",
    kept: "Your number is kept on this phone; no paper needed",
    refused: "Not kept on this phone. Scan again at the kiosk, or print the ticket",
    hint: "Please also watch the screens and listen for calls",
    updated: "Updated {n}",
  },
};

export function fill(text, value) {
  return text.replace("{n}", String(value));
}
