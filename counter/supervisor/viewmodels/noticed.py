"""What the screen has to tell about the last press, in words. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from counter.entrance.words import objection
from counter.supervisor.flow import acts as a
from counter.supervisor.flow import pickup_acts as p
from counter.supervisor.flow.state import Duty, Link, Notice
from queue_core.wire.words import WindowAction

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeProps:
    """Empty without `title`. `tone` as the kit's Notice knows it."""

    tone: str = "warn"
    title: str = ""
    text: str = ""


def notice(state: Duty, language: str) -> NoticeProps:
    told = state.notice
    if told is None:
        return NoticeProps()
    if told.code == "done" and told.act is not None:
        return NoticeProps(tone="good", title=done(told.act), text="")
    return NoticeProps(
        tone="bad" if told.code in {"not-sent", "no-answer"} else "warn",
        title=title(told, state.link),
        text=text(told, language),
    )


def title(told: Notice, link: Link) -> str:
    if told.code == "hall-unreachable" and link is not Link.UP:
        return translate("Notices", "现在连不上大厅服务器")
    if (known := objection(told.code)) is not None:
        return known[0]
    here = TITLES.get(told.code)
    return here() if here else translate("Notices", "大厅服务器没有接受")


def text(told: Notice, language: str) -> str:
    """The words of all staff's screens, then of this one, then the server's, then its remedy."""
    if (known := objection(told.code)) is not None:
        return known[1]
    here = REMEDIES.get(told.code)
    said = dict(told.said)
    return here() if here else said.get(language) or said.get("zh-CN") or told.remedy


def done(act: a.Act) -> str:  # noqa: C901, PLR0912 a table of all acts
    match act:
        case a.ActAtWindow(action=WindowAction.OPEN):
            sentence = translate("Notices", "{window} 号窗口已开。")
        case a.ActAtWindow(action=WindowAction.CLOSE):
            sentence = translate("Notices", "{window} 号窗口已关。")
        case a.ActAtWindow():
            sentence = translate("Notices", "{window} 号窗口已恢复叫号。")
        case a.PauseWindow():
            sentence = translate("Notices", "{window} 号窗口：暂停已生效，手上有号的办完后暂停。")
        case a.OpenTerminal():
            sentence = translate("Notices", "{window} 号终端已启用。")
        case a.CloseInEmergency():
            sentence = translate("Notices", "{window} 号窗口已紧急关闭，手上的号继续等。")
        case a.ChangeUnits():
            sentence = translate("Notices", "{window} 号窗口的业务范围已改。")
        case a.CallNumber():
            sentence = translate("Notices", "已叫到 {window} 号窗口，原因已记入日志账。")
        case a.TellAll():
            sentence = translate("Notices", "公告已发出。")
        case a.EndNotice():
            sentence = translate("Notices", "公告已撤下。")
        case a.EndDay():
            sentence = translate("Notices", "大厅已关闭。")
        case a.AnswerFor():
            sentence = translate("Notices", "这一步已记下。")
        case _:
            return pickup_done(act)
    return sentence.format(window=getattr(act, "window", ""))


def pickup_done(act: p.PickupAct) -> str:
    match act:
        case p.InspectDoor():
            sentence = translate("Notices", "{door} 号柜门正在打开。看过后请说明柜内情况。")
        case p.TakeOut():
            sentence = translate("Notices", "{door} 号柜门正在打开。取出关门后，写明放在哪里或重新存入。")
        case p.SayInside():
            sentence = translate("Notices", "{door} 号柜门的情况已记下。")
        case p.KeepCase():
            sentence = translate("Notices", "已延长保存。")
        case p.SetService(is_in_service=True):
            sentence = translate("Notices", "{door} 号柜门已恢复使用。")
        case p.SetService():
            sentence = translate("Notices", "{door} 号柜门已停用。")
        case p.LiftLock():
            sentence = translate("Notices", "已解除锁定，可以输码了。已记入日志账。")
        case p.PutOnShelf():
            sentence = translate("Notices", "{case} 已放在取件架 {label}，到窗口取。")
        case p.SendAgain() | p.SendAllAgain():
            sentence = translate("Notices", "{count} 条信息已交给发送渠道。")
        case _ as never:
            assert_never(never)
    at = getattr(act, "at", None)
    return sentence.format(
        door=at.door if at else "",
        case=getattr(act, "case", ""),
        label=getattr(act, "label", ""),
        count=getattr(act, "count", len(getattr(act, "message_ids", ()))),
    )


TITLES: Mapping[str, Callable[[], str]] = {
    "session-ended": lambda: translate("Notices", "登录已失效"),
    "not-for-clerk": lambda: translate("Notices", "这里是值班主任的屏幕"),
    "not-for-guide": lambda: translate("Notices", "这里是值班主任的屏幕"),
    "not-sent": lambda: translate("Notices", "没有发出：线路断了"),
    "no-answer": lambda: translate("Notices", "服务器没有回答"),
    "hall-unreachable": lambda: translate("Notices", "服务器没有回答"),
    "reason-missing": lambda: translate("Notices", "请写明原因"),
    "text-missing": lambda: translate("Notices", "请写公告内容"),
    "units-missing": lambda: translate("Notices", "至少选一项业务"),
    "number-missing": lambda: translate("Notices", "请先选一个号"),
    "date-wrong": lambda: translate("Notices", "日期不对，大厅没有关闭"),
    "result-missing": lambda: translate("Notices", "请选回访结果"),
    "label-missing": lambda: translate("Notices", "请写明放在哪个取件架"),
    "cabinet-away": lambda: translate("Notices", "这台取件柜没有连线"),
    "door-busy": lambda: translate("Notices", "这扇门正有人在用"),
    "message-not-dead": lambda: translate("Notices", "这条已经不在死信里"),
}
REMEDIES: Mapping[str, Callable[[], str]] = {
    "session-ended": lambda: translate("Notices", "请重新登录。大厅照常叫号，什么都没有丢。"),
    "not-for-clerk": lambda: translate("Notices", "您的工号是窗口人员，请到您的窗口终端登录。"),
    "not-for-guide": lambda: translate("Notices", "您的工号是导办，请在导办台的平板上登录。已为您退出。"),
    "not-sent": lambda: translate("Notices", "这一步没有做。恢复连接后请看看情况，需要的话再按一次。"),
    "no-answer": lambda: translate(
        "Notices", "不知道这一步有没有做成。请看左边显示的状态，没做成就再按一次。"
    ),
    "hall-unreachable": lambda: translate("Notices", "请看看网线和服务器；恢复后再试。"),
    "reason-missing": lambda: translate(
        "Notices", "原因会记入日志账。可以点常用的，也可以自己写；不要写办事人的姓名。"
    ),
    "text-missing": lambda: translate("Notices", "至少要有简体中文。"),
    "units-missing": lambda: translate("Notices", "一项都不办，请改用关窗。"),
    "number-missing": lambda: translate("Notices", "按规则的顺序列在这里。"),
    "date-wrong": lambda: translate("Notices", "请输入上面写的四位数字。"),
    "result-missing": lambda: translate("Notices", "回访以后才能结案或重办。"),
    "label-missing": lambda: translate("Notices", "例如 A-3。窗口的同事按它找。"),
    "cabinet-away": lambda: translate(
        "Notices", "远程打不开它的门。看看它的电源和网线；急用请拿柜子的钥匙开。"
    ),
    "door-busy": lambda: translate("Notices", "等那一次开门结束；没关的门请人关上。"),
    "message-not-dead": lambda: translate("Notices", "可能已在重发，或号码已按期清除。请看更新后的名单。"),
}
