"""What stands around everything: who is on duty, the hall's time, and how old is what is shown. Pure."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.entrance.words import line_down, unusable
from counter.sessions import NO_SUCH_DEVICE
from counter.supervisor.flow.state import Duty, Link, Step, Topic
from counter.supervisor.viewmodels import naming
from counter.supervisor.viewmodels.cabinets import locked_devices
from counter.supervisor.viewmodels.noticed import notice

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameProps:
    """`page`: `login`, `connecting`, `hall`. `away` says that nothing new comes, and how old all is."""

    page: str = "login"
    language: str = "zh-CN"
    mode: str = "day"
    hall_name: str = ""
    clock: str = ""
    who: str = ""
    link: str = ""
    away: str = ""
    away_hint: str = ""
    late: str = ""
    panel: str = "now"
    has_lockers: bool = False
    has_messages: bool = False
    is_logging_in: bool = False
    is_pending: bool = False
    notice_tone: str = "warn"
    notice_title: str = ""
    notice_text: str = ""


def frame(state: Duty, *, language: str, mode: str, now_ms: int, steady_ms: int) -> FrameProps:
    told = notice(state, language)
    return FrameProps(
        page=page(state),
        language=language,
        mode=mode,
        hall_name=naming.named(state.hall.names, language) if state.hall else "",
        clock=naming.at_clock(now_ms, naming.zone_of(state.hall)) if state.hall else "",
        who=state.session.display_name if state.session else "",
        link=state.link,
        away=away(state, steady_ms),
        away_hint=away_hint(state),
        late=late(state),
        panel=state.panel,
        has_lockers=bool(state.cabinets or locked_devices(state, now_ms)),
        has_messages=state.hall is not None and state.hall.has_messages,
        is_logging_in=state.step is Step.LOGGING_IN,
        is_pending=state.pending is not None,
        notice_tone=told.tone,
        notice_title=told.title,
        notice_text=told.text,
    )


def page(state: Duty) -> str:
    if state.step in {Step.LOGGED_OUT, Step.LOGGING_IN}:
        return "login"
    return "hall" if state.watched else "connecting"


def away(state: Duty, steady_ms: int) -> str:
    if state.link is not Link.DOWN:
        return ""
    if state.link_code in NO_SUCH_DEVICE:
        return unusable()
    if state.heard_ms is None:
        return translate("Supervisor", "连不上大厅服务器")
    aged = age(steady_ms - state.heard_ms)
    return translate("Supervisor", "连不上大厅服务器，下面是 {age}前的情况").format(age=aged)


def away_hint(state: Duty) -> str:
    meanwhile = translate("Supervisor", "窗口可能还在照常叫号。恢复后自动连接；断线时按的不会发出。")
    return line_down(state.link_code, meanwhile)[1]


def age(span_ms: int) -> str:
    """By seconds in the first minute: whoever looks wants to know whether it goes on."""
    seconds = max(0, span_ms) // 1000
    if seconds < 60:  # noqa: PLR2004 seconds in a minute
        return translate("Supervisor", "{seconds} 秒").format(seconds=seconds)
    return naming.lasting(span_ms)


def late(state: Duty) -> str:
    """Topics that the hall does not answer for, while the line itself is up."""
    if state.link is not Link.UP or not state.missing:
        return ""
    names = naming.listed(TOPICS[topic]() for topic in Topic if topic in state.missing)
    return translate("Supervisor", "暂时没有新数据：{names}").format(names=names)


TOPICS = {
    Topic.SUPERVISION: lambda: translate("Supervisor", "队列和警报"),
    Topic.DEVICES: lambda: translate("Supervisor", "设备"),
    Topic.FIGURES: lambda: translate("Supervisor", "今日数据"),
    Topic.RATINGS: lambda: translate("Supervisor", "评价"),
    Topic.FOLLOW_UPS: lambda: translate("Supervisor", "差评整改"),
    Topic.MESSAGES: lambda: translate("Supervisor", "消息"),
}
