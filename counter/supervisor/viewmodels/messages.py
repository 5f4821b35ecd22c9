"""Messages to citizens: how the carriers are, what waits, and what did not get through and why. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter.supervisor.flow.state import Duty
from counter.supervisor.flow.watching import may_go
from counter.supervisor.viewmodels import naming
from queue_core.wire.outgoing import CarrierStanding, DeadLetter, MessageKind, Messages, Waiting

translate = QCoreApplication.translate
ALL_OF = "all:"
RATED_FROM_MS = 8_000
"""Over a shorter time a rate says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierProps:
    name: str
    condition: str
    tone: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingProps:
    kind: str
    text: str
    since: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterProps:
    """A reason with how many died of it (`message_id` 0), or one of its letters. `ids`: what may go again.

    Of a reason that is all of it, as `all:REASON`: more may have died of it than are listed.
    """

    message_id: int
    reason: str
    text: str
    detail: str
    ids: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesProps:
    """`says` is what sending `chosen_ids` again will do, empty while nothing is chosen."""

    is_known: bool = False
    carriers: tuple[CarrierProps, ...] = ()
    waiting: tuple[WaitingProps, ...] = ()
    today: str = ""
    letters: tuple[LetterProps, ...] = ()
    chosen_ids: str = ""
    says: str = ""
    confirm: str = ""


def messages(state: Duty, language: str) -> MessagesProps:
    now = state.messages
    if now is None:
        return MessagesProps()
    count = may_go(state.letters_of, now) if state.letters_of else len(state.letters)
    return MessagesProps(
        is_known=True,
        carriers=tuple(carrier(state, now, one) for one in now.carriers),
        waiting=tuple(waits(one, now) for one in now.waiting if one.count),
        today=today(now),
        letters=tuple(letters(state, language)),
        chosen_ids=all_of(state.letters_of) if state.letters_of else joined(state.letters),
        says=translate(
            "Messages", "{count} 条信息马上再发一次，发给原来登记的号码；发出前会再核对是否还有意义。"
        ).format(count=count)
        if count
        else "",
        confirm=translate("Messages", "重发 {count} 条").format(count=count),
    )


def carrier(state: Duty, now: Messages, one: CarrierStanding) -> CarrierProps:
    zone = naming.zone_of(state.hall)
    since = "" if one.since_ms is None else naming.at_clock(one.since_ms, zone)
    if one.since_ms is None:
        condition = translate("Messages", "还没有用过")
    elif one.is_up:
        condition = translate("Messages", "正常，{at} 起").format(at=since)
    else:
        lasted = naming.lasting(now.now_ms - one.since_ms)
        condition = translate("Messages", "不通，{at} 起 · {lasted}").format(at=since, lasted=lasted)
    line = [translate("Messages", "已发 {sent}").format(sent=one.sent)]
    per_min = rate(state.told_before, one)
    if per_min:
        line.append(translate("Messages", "每分钟 {rate}").format(rate=per_min))
    if not one.is_up and one.tried_ms is not None:
        tried = naming.at_clock(one.tried_ms, zone)
        line.append(translate("Messages", "最后一次试 {at}").format(at=tried))
    if one.in_hand:
        line.append(translate("Messages", "正在发 {count}").format(count=one.in_hand))
    tone = "none" if one.since_ms is None and one.is_up else "good" if one.is_up else "bad"
    return CarrierProps(name=one.name, condition=condition, tone=tone, line=" · ".join(line))


def rate(told: tuple[Messages, ...], one: CarrierStanding) -> int | None:
    """Messages a minute of late; None while that is not known, as after a start of the server."""
    if not told:
        return None
    first, last = told[0], told[-1]
    before = next((each.sent for each in first.carriers if each.name == one.name), None)
    span_ms = last.now_ms - first.now_ms
    if before is None or span_ms < RATED_FROM_MS or one.sent < before:
        return None
    return round((one.sent - before) * naming.MINUTE_MS / span_ms)


def waits(one: Waiting, now: Messages) -> WaitingProps:
    lasted = naming.lasting(now.now_ms - one.oldest_ms)
    return WaitingProps(
        kind=one.kind,
        text=translate("Messages", "{kind} {count}").format(kind=kind_word(one.kind), count=one.count),
        since=translate("Messages", "最早的 {lasted}").format(lasted=lasted),
    )


def today(now: Messages) -> str:
    known = [(code, now.today[code]) for code in TODAY if now.today.get(code)]
    if not known:
        return translate("Messages", "今天还没有信息。")
    listed = " · ".join(f"{TODAY[code]()} {count}" for code, count in known)
    return translate("Messages", "今天：{listed}").format(listed=listed)


def letters(state: Duty, language: str) -> Iterable[LetterProps]:
    """By reason, the most frequent first; within it the newest first."""
    listed: dict[str, list[DeadLetter]] = {}
    for one in state.dead_letters:
        listed.setdefault(one.reason, []).append(one)
    of_reasons = () if state.messages is None else state.messages.dead
    for some in sorted(of_reasons, key=lambda each: -each.count):
        yield LetterProps(
            message_id=0,
            reason=some.reason,
            text=translate("Messages", "{reason}：{count} 条").format(
                reason=reason_word(some.reason), count=some.count
            ),
            detail=naming.named(some.remedy, language),
            ids=all_of(some.reason) if some.can_go_again else "",
            is_chosen=state.letters_of == some.reason,
        )
        yield from (letter(state, one) for one in listed.get(some.reason, ()))


def all_of(reason: str) -> str:
    return f"{ALL_OF}{reason}"


def joined(ids: tuple[int, ...]) -> str:
    return ",".join(map(str, ids))


def letter(state: Duty, one: DeadLetter) -> LetterProps:
    zone = naming.zone_of(state.hall)
    return LetterProps(
        message_id=one.message_id,
        reason=one.reason,
        text=kind_word(one.kind),
        detail=translate("Messages", "{at} · 试了 {attempts} 次").format(
            at=naming.on_day(one.created_at_ms, zone), attempts=one.attempts
        ),
        ids=str(one.message_id) if one.can_go_again else "",
        is_chosen=one.message_id in state.letters or state.letters_of == one.reason,
    )


def kind_word(kind: MessageKind) -> str:
    return KINDS[kind]()


def reason_word(reason: str) -> str:
    """What the hall says itself in words; a carrier's own codes as they are."""
    if reason in REASONS:
        return REASONS[reason]()
    return translate("Messages", "渠道退回（{code}）").format(code=reason)


KINDS = {
    MessageKind.RESULT_READY: lambda: translate("Messages", "取件通知"),
    MessageKind.FEW_AHEAD: lambda: translate("Messages", "快到号提醒"),
    MessageKind.CALLED: lambda: translate("Messages", "叫号通知"),
    MessageKind.APPOINTMENT_TOMORROW: lambda: translate("Messages", "明日预约提醒"),
    MessageKind.RATING_LINK: lambda: translate("Messages", "评价链接"),
    MessageKind.LOCKER_EXPIRING: lambda: translate("Messages", "取件到期提醒"),
}
TODAY: Mapping[str, Callable[[], str]] = {
    "delivered": lambda: translate("Messages", "已送达"),
    "sent": lambda: translate("Messages", "已发出"),
    "pending": lambda: translate("Messages", "待发"),
    "failed": lambda: translate("Messages", "待重试"),
    "undelivered": lambda: translate("Messages", "未送达"),
    "dead": lambda: translate("Messages", "死信"),
}
REASONS: Mapping[str, Callable[[], str]] = {
    "expired": lambda: translate("Messages", "一直没能发出，过了时间"),
    "quiet-hours": lambda: translate("Messages", "被免打扰时段拖过了时间"),
    "too-many-to-number": lambda: translate("Messages", "该号码今天收到的太多"),
    "phone-not-mobile": lambda: translate("Messages", "登记的不是手机号"),
    "erased": lambda: translate("Messages", "号码已按期清除"),
    "no-template": lambda: translate("Messages", "没有短信模板"),
    "carrier-gone": lambda: translate("Messages", "发送渠道已删除"),
    "carrier-fault": lambda: translate("Messages", "发送程序出错"),
    "cmpp-wrong-number": lambda: translate("Messages", "号码不对"),
    "isv.MOBILE_NUMBER_ILLEGAL": lambda: translate("Messages", "号码不对"),
    "cmpp-wrong-length": lambda: translate("Messages", "短信太长"),
    "isv.SMS_TEMPLATE_ILLEGAL": lambda: translate("Messages", "短信模板没有通过"),
    "isv.TEMPLATE_MISSING_PARAMETERS": lambda: translate("Messages", "短信模板缺内容"),
    "UNDELIV": lambda: translate("Messages", "运营商报告没有送到"),
    "EXPIRED": lambda: translate("Messages", "手机一直不通，运营商放弃了"),
}
