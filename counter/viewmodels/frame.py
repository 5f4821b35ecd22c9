"""What stands around every page: which one it is, the link, and what the clerk must be told."""

from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from counter.entrance.words import line_down, objection
from counter.flow.permission import Objection
from counter.flow.state import Counter, Layout, Link, Notice, Step
from counter.viewmodels.moment import Moment
from counter.viewmodels.names import day_and_clock

translate = QCoreApplication.translate
TRANSLATED = frozenset(
    {
        "already-booked",
        "answer-the-call-first",
        "barred",
        "booked",
        "call-again-first",
        "call-first",
        "card-lies",
        "card-needed",
        "case-accepted",
        "case-accepted-unprinted",
        "case-code-wrong",
        "case-elsewhere",
        "case-expired",
        "case-given",
        "case-handed-over",
        "case-in-door",
        "case-kept",
        "case-missing",
        "case-not-ready",
        "case-posted",
        "case-ready",
        "case-returned",
        "case-sent-back",
        "case-shelved",
        "case-with-partner",
        "cases-given",
        "choice-missing",
        "clerk-at-work",
        "clerk-elsewhere",
        "finish-first",
        "forbidden",
        "from-the-list",
        "hall-closed",
        "hall-unreachable",
        "holder-unknown",
        "matter-added",
        "no-appointments",
        "no-printer",
        "no-such-case",
        "no-such-errand",
        "no-such-slot",
        "no-such-ticket",
        "no-such-window",
        "nobody-held",
        "nobody-served",
        "nobody-waiting",
        "not-a-window-clerk",
        "not-called",
        "not-offered",
        "not-paused",
        "not-sent",
        "not-served-there",
        "not-serving",
        "not-your-number",
        "not-your-window",
        "note-taken-back",
        "note-written",
        "nothing-accepted",
        "nowhere-to-go",
        "number-changed",
        "open-the-window-first",
        "password-too",
        "phone-wrong",
        "place-missing",
        "reason-missing",
        "reason-needed",
        "reason-personal",
        "receipt-cover-open",
        "receipt-not-printed",
        "receipt-paper-out",
        "receipt-printing",
        "receipt-unsure",
        "result-announced",
        "same-day-stopped",
        "server-away",
        "session-ended",
        "slot-full",
        "slot-past",
        "text-missing",
        "ticket-ended",
        "too-early",
        "too-few-calls",
        "too-many-errands",
        "too-many-holds",
        "unknown-card",
        "window-already-open",
        "window-busy",
        "window-closed",
        "window-missing",
        "window-paused",
        "window-taken",
        "wrong-staff",
        "wrong-state",
    }
)
"""Codes that the notices of the QML word. Others have the words of all staff's screens, or their remedy."""

OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameProps:
    """`*_code`, `link` and `notice_action` are codes that QML words; empty means that there is none.

    `keys` by what they do; `look` is day or contrast. `link_title` and `link_text` stand while the server is
    away; `notice_title` and `notice_remedy` are ready words for a notice that QML has none for.
    """

    page: str = ""
    language: str = "zh-CN"
    look: str = "day"
    layout: str = Layout.DOCK
    link: str = Link.CONNECTING
    link_title: str = ""
    link_text: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    notice_code: str = ""
    notice_title: str = ""
    notice_remedy: str = ""
    notice_calls_missing: int = 0
    notice_action: str = ""
    notice_detail: str = ""
    notice_is_good: bool = False


def derive(state: Counter, moment: Moment) -> FrameProps:
    notice = _shown(state)
    is_known = notice is not None and notice.code in TRANSLATED
    title, remedy = ("", "") if notice is None or is_known else objection(notice.code) or ("", notice.remedy)
    link_title, link_text = line_words(state)
    return FrameProps(
        page=page_of(state),
        language=moment.language,
        look=moment.look,
        layout=state.layout,
        link=state.link,
        link_title=link_title,
        link_text=link_text,
        keys=dict(moment.keys),
        notice_code="" if notice is None else notice.code if is_known else OTHER,
        notice_title=title,
        notice_remedy=remedy,
        notice_calls_missing=notice.calls_missing if notice else 0,
        notice_action=notice.action if notice else "",
        notice_detail="" if notice is None else _detail(state, notice, moment),
        notice_is_good=notice is not None and notice.is_good,
    )


def line_words(state: Counter) -> tuple[str, str]:
    if state.link is not Link.DOWN:
        return "", ""
    meanwhile = translate("Counter", "叫号和办理记录都在服务器上，不会丢失。恢复后自动连接，无需操作。")
    return line_down(state.link_code, meanwhile)


def page_of(state: Counter) -> str:
    """`login`, `connecting` until the window was first seen, then `window`, or the sheet that is open."""
    if state.step in {Step.LOGGED_OUT, Step.LOGGING_IN}:
        return "take-over" if state.question else "login"
    if state.view is None:
        return "connecting"
    return state.sheet.kind.value if state.sheet else "window"


def _shown(state: Counter) -> Notice | None:
    """That the server is away is said once: at the top of the page."""
    notice = state.notice
    is_said_already = notice is not None and notice.code == Objection.SERVER_AWAY and state.link is Link.DOWN
    return None if is_said_already else notice


def _detail(state: Counter, notice: Notice, moment: Moment) -> str:
    if notice.code == "booked":
        return day_and_clock(state, int(notice.detail), moment.language)
    return notice.detail
