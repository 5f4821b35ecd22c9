"""Invented people at an invented window, in every state of it."""

from dataclasses import replace

from msgspec.structs import replace as altered

from counter.flow import state as s
from counter.flow.deeds import Plain
from queue_core.wire.matters import Material, Matter
from queue_core.wire.messages import Errand, Session, Slot
from queue_core.wire.views import (
    Category,
    GreenChannel,
    HallView,
    HeldNumber,
    HolderView,
    RatingRequest,
    SittingDone,
    UnitName,
    WindowTicket,
    WindowView,
    WordedReason,
)
from queue_core.wire.words import (
    PriorityKind,
    Reason,
    TicketClass,
    TicketState,
    WindowAction,
    WindowState,
)

NOW_MS = 1_767_229_200_000
MINUTE_MS = 60_000
CLASSES = (TicketClass.ACCEPT, TicketClass.CONSULT, TicketClass.PICKUP)


def _reason(code: str, zh: str, en: str) -> WordedReason:
    return WordedReason(code=code, names={"zh-CN": zh, "en": en})


def _paper(zh: str, en: str, *, originals: int = 1, copies: int = 0) -> Material:
    return Material(names={"zh-CN": zh, "en": en}, originals=originals, copies=copies)


HALL = HallView(
    names={"zh-CN": "示范政务服务中心", "en": "Demonstration Government Service Centre"},
    day="2026-01-01",
    categories=(
        Category(code="registration", names={"zh-CN": "注册登记", "en": "Registration"}, classes=CLASSES),
        Category(code="trade", names={"zh-CN": "通关贸易", "en": "Customs and trade"}, classes=CLASSES),
    ),
    windows=(3,),
    units=(),
    hold_reasons=(
        _reason("papers", "补材料", "Fetching papers"),
        _reason("payment", "去缴费", "Paying"),
        _reason("copies", "去复印", "Making copies"),
    ),
    pause_reasons=(
        _reason("break", "短暂休息", "Short break"),
        _reason("meal", "用餐", "Meal"),
        _reason("meeting", "开会", "Meeting"),
        _reason("equipment", "设备检修", "Equipment"),
    ),
    green_channels=(
        GreenChannel(code="port", names={"zh-CN": "港口项目", "en": "Port project"}, windows=(3,)),
    ),
    has_messages=True,
)
MATTER = Matter(
    code="company-change",
    names={"zh-CN": "公司变更登记", "en": "Change of a company's registration"},
    category="registration",
    department={"zh-CN": "市场监督管理局", "en": "Market regulation"},
    classes=(TicketClass.ACCEPT, TicketClass.CONSULT),
    usual_minutes=15,
    materials=(
        _paper("变更登记申请书", "Application"),
        _paper("法定代表人身份证", "Representative's ID card", copies=1),
        _paper("股东会决议", "Resolution of the shareholders"),
        _paper("修改后的公司章程", "Articles as amended", originals=2),
        _paper("营业执照正副本", "Business licence", copies=1),
    ),
    terminals=(),
    web=None,
)
TICKET = WindowTicket(
    ticket_id=23,
    number="023",
    ticket_class=TicketClass.ACCEPT,
    category="registration",
    state=TicketState.CALLED,
    calls=1,
    issued_at_ms=NOW_MS - 1_250_000,
    called_at_ms=NOW_MS - 42_000,
    started_at_ms=None,
    holder=HolderView(name="欧阳静怡", masked_id_number="440***********1234"),
    matter="company-change",
    errands=(Errand(ticket_class=TicketClass.ACCEPT, category="registration", matter="company-change"),),
    in_hand=(0,),
)
FREE = WindowView(
    window=3,
    state=WindowState.FREE,
    clerk="1001",
    clerk_display_name="林晓岚",
    ticket=None,
    rating=None,
    waiting=12,
    calls_before_no_show=3,
    first_since_ms=NOW_MS - 18 * MINUTE_MS,
    units=tuple(UnitName(category="registration", ticket_class=each) for each in CLASSES),
)
HELD = (
    HeldNumber(ticket_id=11, number="011", reason="papers", until_ms=NOW_MS + 22 * MINUTE_MS),
    HeldNumber(ticket_id=15, number="015", reason="payment", until_ms=NOW_MS + 4 * MINUTE_MS),
    HeldNumber(ticket_id=9, number="009", reason="copies", until_ms=NOW_MS + 12 * MINUTE_MS, is_back=True),
)
SESSION = Session(token="invented", clerk="1001", display_name="林晓岚", window=3)  # noqa: S106 opens nothing


def at_window(view: WindowView) -> s.Counter:
    return s.Counter(
        windows=(3,),
        step=s.Step.AT_WINDOW,
        link=s.Link.UP,
        session=SESSION,
        hall=HALL,
        views=(view,),
        matters=(MATTER,),
    )


def holding(ticket: WindowTicket, **others: object) -> s.Counter:
    state = WindowState.CALLED if ticket.started_at_ms is None else WindowState.SERVING
    return at_window(altered(FREE, state=state, ticket=ticket, **others))


def told(state: s.Counter, code: str, *, remedy: str = "", calls_missing: int = 0) -> s.Counter:
    return replace(state, notice=s.Notice(code=code, remedy=remedy, calls_missing=calls_missing))


LOG_IN = s.Counter(windows=(3,), link=s.Link.UP)
CALLED = holding(TICKET)
OFTEN_CALLED = holding(
    altered(
        TICKET,
        calls=3,
        ticket_class=TicketClass.CONSULT,
        holder=None,
        category="trade",
        matter=None,
        errands=(),
        in_hand=(),
        language="yue",
    )
)
BEING_SERVED = altered(TICKET, state=TicketState.SERVING, started_at_ms=NOW_MS - 265_000)
SERVING = replace(holding(BEING_SERVED), ticked=frozenset({"变更登记申请书", "股东会决议"}))
FULL_OF_FACTS = replace(
    holding(
        altered(
            BEING_SERVED,
            number="A1024",
            started_at_ms=NOW_MS - 3_905_000,
            holder=HolderView(name="阿卜杜拉·买买提江·吐尔逊", masked_id_number="650***********4321"),
            errands=(
                *TICKET.errands,
                Errand(ticket_class=TicketClass.CONSULT, category="registration"),
                Errand(ticket_class=TicketClass.PICKUP, category="trade", items=3, is_done=True),
                Errand(ticket_class=TicketClass.ACCEPT, category="trade"),
            ),
            in_hand=(0, 1),
            priority=PriorityKind.MILITARY,
            slot=Slot(reference="x", starts_at_ms=NOW_MS, ends_at_ms=NOW_MS + 30 * MINUTE_MS),
            reason=Reason.CONTINUATION,
            note="章程已看过，缺股东会决议原件，已告知。",
            sittings=(SittingDone(window=5, finished_at_ms=NOW_MS - 40 * MINUTE_MS),),
            project="port",
            language="en",
            holds=1,
        ),
        held=HELD,
        pause="meal",
    ),
    ticked=frozenset({"法定代表人身份证"}),
)
CALLING = s.Press(deed=Plain(action=WindowAction.CALL_NEXT), key="k", at_ms=0)
PAUSED = at_window(
    altered(FREE, state=WindowState.PAUSED, pause="meal", pause_until_ms=NOW_MS + 30 * MINUTE_MS)
)

STATES: dict[str, s.Counter] = {
    "login": LOG_IN,
    "login-windows": replace(LOG_IN, windows=tuple(range(1, 13))),
    "login-waiting": replace(LOG_IN, step=s.Step.LOGGING_IN),
    "login-refused": told(LOG_IN, "wrong-password"),
    "login-card": replace(told(LOG_IN, "password-too"), card_clerk="1001"),
    "login-taken": replace(LOG_IN, question="window-taken", asked=s.LogInAsked(clerk="1002"), views=(FREE,)),
    "login-elsewhere": replace(LOG_IN, question="clerk-elsewhere", asked=s.LogInAsked(clerk="1001")),
    "login-at-work": told(LOG_IN, "clerk-at-work"),
    "login-away": replace(LOG_IN, link=s.Link.DOWN),
    "login-unknown-device": replace(LOG_IN, link=s.Link.DOWN, link_code="unauthenticated"),
    "login-session-ended": told(LOG_IN, "session-ended"),
    "connecting": replace(at_window(FREE), views=()),
    "closed": at_window(altered(FREE, state=WindowState.CLOSED)),
    "free": at_window(FREE),
    "free-held": at_window(altered(FREE, held=HELD)),
    "paused": PAUSED,
    "free-calling": replace(at_window(FREE), pending=CALLING),
    "free-nobody": told(at_window(altered(FREE, waiting=0, first_since_ms=None)), "nobody-waiting"),
    "free-booked": replace(
        at_window(FREE),
        notice=s.Notice(code="booked", detail=str(NOW_MS + 20 * 60 * MINUTE_MS), is_good=True),
    ),
    "called": CALLED,
    "called-often": OFTEN_CALLED,
    "called-too-few": told(CALLED, "call-again-first", calls_missing=2),
    "called-leaving": told(CALLED, "answer-the-call-first"),
    "called-unknown-refusal": told(
        CALLED, "new-code", remedy="Ask the supervisor to release this number first."
    ),
    "called-away": replace(CALLED, link=s.Link.DOWN, notice=s.Notice(code="not-sent", action="start")),
    "serving": SERVING,
    "serving-facts": FULL_OF_FACTS,
    "serving-unanswered": told(SERVING, "hall-unreachable"),
    "leaving": replace(at_window(FREE), step=s.Step.LEAVING),
}
AFTER_FINISH = altered(FREE, rating=RatingRequest(ticket_id=23, number="023", until_ms=NOW_MS + MINUTE_MS))
