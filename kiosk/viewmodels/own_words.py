"""A number's state, what may be done with it, and refusals in words for people."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from display.ticket.slip import named
from kiosk.flow.facts import Facts
from kiosk.flow.presses import OwnAct
from kiosk.flow.visit import Visit
from kiosk.viewmodels.taking_words import ahead_words, category_name
from queue_core.wire import texts
from queue_core.wire.messages import Ticket
from queue_core.wire.words import TicketClass, TicketState

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class StateWords:
    """`headline` is read first, `advice` is what to do. `tone` as the kit's Notice knows it."""

    headline: str
    advice: str = ""
    tone: str = "info"


def state_words(ticket: Ticket, *, is_holder: bool = True) -> StateWords:  # noqa: PLR0911 one a state
    match ticket.state:
        case TicketState.WAITING:
            return StateWords(headline=ahead_words(ticket.ahead))
        case TicketState.DEFERRED:
            return StateWords(headline=passes_words(ticket.passes_left), advice=after_passing())
        case TicketState.CALLED:
            return StateWords(headline=go_to(ticket.window), advice=being_called(), tone="good")
        case TicketState.SERVING:
            return StateWords(headline=served_at(ticket.window))
        case TicketState.HELD:
            return StateWords(
                headline=translate("Own", "等您补齐材料"),
                advice=translate("Own", "材料齐了，请按“我回来了”。窗口会先叫您。"),
                tone="warn",
            )
        case TicketState.ABSENT:
            return StateWords(
                headline=translate("Own", "叫过您的号，您没有到"),
                advice=translate("Own", "按“我回来了”可以接着排队。\n离开太久，号就作废。"),
                tone="warn",
            )
        case TicketState.REMOTE:
            return StateWords(
                headline=translate("Own", "到大厅后才开始排队"),
                advice=here_now(is_holder=is_holder),
                tone="warn",
            )
        case (
            TicketState.FINISHED | TicketState.CANCELLED | TicketState.EXPIRED | TicketState.WITHDRAWN
        ) as ended:
            return ended_words(ended)
        case unknown:
            assert_never(unknown)


def here_now(*, is_holder: bool) -> str:
    """How a number that was taken from afar begins to wait."""
    if is_holder:
        return translate("Own", "您到了，请按“我到了，开始排队”。")
    return translate("Own", "您到了，请刷取号时用的卡，再按“我到了，开始排队”。")


def ended_words(state: TicketState) -> StateWords:
    match state:
        case TicketState.FINISHED:
            return StateWords(headline=translate("Own", "这个号已经办结"))
        case TicketState.CANCELLED:
            return StateWords(headline=translate("Own", "这个号已经取消"))
        case _:
            return StateWords(
                headline=translate("Own", "这个号已经失效"),
                advice=translate("Own", "要办业务，请重新取号。"),
                tone="warn",
            )


def passes_words(passes: int) -> str:
    if passes <= 0:
        return translate("Own", "已顺延，马上接着排")
    return translate("Own", "已顺延，还要让 %1 位先办").replace("%1", str(passes))


def after_passing() -> str:
    return translate("Own", "让过以后，接着按原来的先后排队。")


def go_to(window: int | None) -> str:
    if window is None:
        return translate("Own", "正在叫您的号，请看大屏")
    return translate("Own", "请现在到 %1 号窗口").replace("%1", str(window))


def being_called() -> str:
    return translate("Own", "正在叫您的号。")


def served_at(window: int | None) -> str:
    if window is None:
        return translate("Own", "正在窗口办理")
    return translate("Own", "正在 %1 号窗口办理").replace("%1", str(window))


def class_name(ticket_class: TicketClass) -> str:
    match ticket_class:
        case TicketClass.ACCEPT:
            return translate("Own", "受理")
        case TicketClass.CONSULT:
            return translate("Own", "咨询")
        case TicketClass.PICKUP:
            return translate("Own", "取件")
        case _:
            assert_never(ticket_class)


def unit_name(ticket_class: TicketClass, category: str, language: str, facts: Facts) -> str:
    words = translate("Own", "%1 · %2")
    return words.replace("%1", class_name(ticket_class)).replace(
        "%2", category_name(category, language, facts)
    )


def matter_name(code: str | None, visit: Visit) -> str:
    """Empty as long as it is not known."""
    found = (one.names for one in visit.known_matters if one.code == code)
    return named(next(found, {}), visit.language)


def refusal(code: str, language: str) -> str:
    """What to do now after a refusal, as the hall says it; the guide desk where it says nothing."""
    return named(texts.said(code), language) or translate("Own", "请到导办台，工作人员会帮您。")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    text: str
    hint: str
    icon: str


def act_words(act: OwnAct) -> ActWords:  # noqa: C901, PLR0911 one an act
    match act:
        case OwnAct.EXPLAIN:
            return ActWords(
                text=translate("Own", "谁先叫了，为什么"),
                hint=translate("Own", "看看您等的时候叫了谁"),
                icon="info",
            )
        case OwnAct.CONVERT:
            return ActWords(
                text=translate("Own", "改办别的业务"),
                hint=translate("Own", "号码和先后不变"),
                icon="repeat",
            )
        case OwnAct.ADD_MATTER:
            return ActWords(
                text=translate("Own", "再加办一件事"),
                hint=translate("Own", "还用这个号，不用再取"),
                icon="add",
            )
        case OwnAct.DEFER:
            return ActWords(
                text=translate("Own", "让几位先办"),
                hint=translate("Own", "一时走不开，号不作废"),
                icon="skip",
            )
        case OwnAct.CANCEL:
            return ActWords(
                text=translate("Own", "取消这个号"),
                hint=translate("Own", "今天不办了"),
                icon="cross",
            )
        case OwnAct.COME_BACK:
            return ActWords(
                text=translate("Own", "我回来了"),
                hint=translate("Own", "接着排队"),
                icon="check",
            )
        case OwnAct.ARRIVE:
            return ActWords(
                text=translate("Own", "我到了，开始排队"),
                hint=translate("Own", "在手机上取的号，从现在起排队"),
                icon="check",
            )
        case OwnAct.REPRINT:
            return ActWords(
                text=translate("Own", "再打印一张"),
                hint=translate("Own", "号码不变"),
                icon="printer",
            )
        case OwnAct.TO_PHONE:
            return ActWords(
                text=translate("Own", "存到手机"),
                hint=translate("Own", "在手机上看叫号"),
                icon="phone",
            )
        case OwnAct.RATE:
            return ActWords(
                text=translate("Own", "评价服务"),
                hint=translate("Own", "说说办得怎么样"),
                icon="star",
            )
        case _:
            assert_never(act)
