"""The pages of a number that stands: finding it, what may be done with it, and why it waits."""

from collections.abc import Iterator
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from counter.guide.flow import presses as p
from counter.guide.flow.elsewhen import matter_of
from counter.guide.flow.own import acts_of
from counter.guide.flow.state import Act, Aim, Guide
from counter.guide.viewmodels import words
from counter.guide.viewmodels.parts import Choice, Field, Keys, Layout, Parts, Row
from counter.guide.viewmodels.telling import told
from display.ticket.slip import named
from queue_core.wire.messages import Estimate, Ticket
from queue_core.wire.views import HallView
from queue_core.wire.words import Reason

translate = QCoreApplication.translate


def find(state: Guide, _: str) -> Parts:
    helped = state.help
    choices = [
        Choice(
            name="by-person",
            text=translate("Guide", "按证件查"),
            hint=translate("Guide", "号丢了、忘了"),
            icon="card",
            press=p.ByPerson(),
        )
    ]
    if helped.aim is Aim.WHERE:
        choices += [
            Choice(
                name="by-matter",
                text=translate("Guide", "按事项查"),
                hint=translate("Guide", "窗口和材料"),
                icon="keyboard",
                press=p.SearchWanted(),
            ),
            Choice(
                name="by-class",
                text=translate("Guide", "按业务类别查"),
                icon="desk",
                press=p.Begin(aim=Aim.WHERE),
            ),
        ]
    return Parts(
        layout=Layout.TYPING,
        title=find_title(helped.aim),
        hint=translate("Guide", "输入号码，或扫票上的码"),
        choices=tuple(choices),
        field=Field(
            text=helped.typed,
            placeholder=translate("Guide", "号码，如 023"),
            keys=Keys.MIXED,
            can_enter=helped.typed != "",
            done=translate("Guide", "查找"),
        ),
        is_busy=helped.asking is not None,
    )


def find_title(aim: Aim) -> str:
    match aim:
        case Aim.BACK:
            return translate("Guide", "谁回来了？")
        case Aim.WHERE:
            return translate("Guide", "查哪里？")
        case _:
            return translate("Guide", "哪个号？")


def found(state: Guide, language: str) -> Parts:
    return Parts(
        title=translate("Guide", "哪一个号？"),
        choices=tuple(
            Choice(
                name=f"number-{one.number}",
                text=one.number,
                hint=words.unit_name(one.ticket_class, one.category, state.hall, language),
                icon=one.ticket_class.value,
                tone=one.ticket_class.value,
                press=p.NumberChosen(ticket_id=one.ticket_id),
            )
            for one in state.help.others
        ),
    )


def number(state: Guide, language: str) -> Parts:
    helped, ticket = state.help, state.help.ticket
    if ticket is None:
        return Parts(is_busy=True)
    headline, tone = words.state(ticket)
    title, text = told(helped.trouble, language)
    return Parts(
        layout=Layout.NUMBER,
        title=translate("Guide", "这个号"),
        hint=words.unit_name(ticket.ticket_class, ticket.category, state.hall, language),
        tone="warn" if title else tone,
        notice_title=title,
        notice_text=text,
        number=ticket.number,
        ticket_class=ticket.ticket_class.value,
        headline=headline,
        rows=tuple(number_rows(ticket, state.hall, language)),
        choices=(*(act(one) for one in acts_of(state, ticket)), *materials_choice(state)),
        is_busy=helped.asking is not None,
    )


def number_rows(ticket: Ticket, hall: HallView | None, language: str) -> Iterator[Row]:
    if ticket.window is None and ticket.estimate is not None:
        yield Row(name=translate("Guide", "预计"), text=words.wait(ticket.estimate))
    served_by = ticket.windows if ticket.window is None else (ticket.window,)
    yield Row(name=translate("Guide", "窗口"), text=words.windows(served_by))
    if way := words.ways(served_by, hall, language):
        yield Row(name=translate("Guide", "位置"), text=way)
    if ticket.slot is not None:
        yield Row(
            name=translate("Guide", "预约"),
            text=words.times(ticket.slot.starts_at_ms, ticket.slot.ends_at_ms, hall),
        )
    if ticket.priority is not None:
        yield Row(name=translate("Guide", "优先"), text=words.priority_name(ticket.priority))
    if len(ticket.errands) > 1 or any(one.items > 1 for one in ticket.errands):
        yield Row(
            name=translate("Guide", "事项"),
            text=translate("Guide", "；").join(
                words.errand_name(one, hall, language) for one in ticket.errands if not one.is_done
            ),
        )


def materials_choice(state: Guide) -> Iterator[Choice]:
    if matter_of(state.help) is not None:
        yield Choice(
            name="materials",
            text=translate("Guide", "材料清单"),
            hint=translate("Guide", "要带什么"),
            icon="accept",
            press=p.MaterialsWanted(),
        )


def act(one: Act) -> Choice:
    text, hint, icon = act_words(one)
    return Choice(
        name=f"act-{one.value}",
        text=text,
        hint=hint,
        icon=icon,
        is_on=one in {Act.COME_BACK, Act.ARRIVE},
        press=p.ActChosen(act=one),
    )


def act_words(one: Act) -> tuple[str, str, str]:  # noqa: C901, PLR0911 one an act
    match one:
        case Act.EXPLAIN:
            return translate("Guide", "为什么还没叫"), translate("Guide", "谁先叫了，什么理由"), "info"
        case Act.CONVERT:
            return translate("Guide", "转业务"), translate("Guide", "号码、先后不变"), "repeat"
        case Act.ADD:
            return translate("Guide", "加办一件"), translate("Guide", "同一个号"), "add"
        case Act.DEFER:
            return translate("Guide", "让几位先办"), translate("Guide", "一时走不开"), "skip"
        case Act.CANCEL:
            return translate("Guide", "取消"), translate("Guide", "今天不办了"), "cross"
        case Act.COME_BACK:
            return translate("Guide", "回来了"), translate("Guide", "接着排队"), "check"
        case Act.ARRIVE:
            return translate("Guide", "到了，开始排队"), translate("Guide", "远程取的号"), "check"
        case Act.PRIORITY:
            return translate("Guide", "加优先"), translate("Guide", "看证件核验"), "star"
        case Act.REPRINT:
            return translate("Guide", "补打"), translate("Guide", "号码不变"), "printer"
        case Act.TO_PHONE:
            return translate("Guide", "存到手机"), translate("Guide", "扫码看叫号"), "phone"
        case _:
            assert_never(one)


def explanation(state: Guide, language: str) -> Parts:
    seen, hall = state.help.explanation, state.hall
    if seen is None:
        return Parts()
    hints = [own_reason(one) for one in seen.own]
    if seen.elsewhere:
        words_ = translate("Guide", "别的窗口叫了 %1 个号，与这个号无关。")
        hints.append(words.fill(words_, seen.elsewhere))
    return Parts(
        layout=Layout.ROWS,
        title=words.fill(translate("Guide", "%1 号之前叫了谁"), seen.number),
        hint=" ".join(one for one in hints if one),
        notice_title="" if seen.before else translate("Guide", "等候期间，这些窗口没有先叫过别人"),
        rows=tuple(
            Row(
                name=words.fill(
                    translate("Guide", "%1，%2 号，%3 号窗口"),
                    words.clock(one.called_at_ms, hall),
                    one.number,
                    one.window,
                ),
                text=named(one.said, language),
            )
            for one in seen.before
        ),
    )


def own_reason(reason: Reason) -> str:
    match reason:
        case Reason.CAME_BACK:
            return translate("Guide", "此号过号后回来，先让了几位。")
        case Reason.STEPPED_BACK:
            return translate("Guide", "此号要求过顺延，先让了几位。")
        case _:
            return ""


def prospect(state: Guide, language: str) -> Parts:
    helped, seen, wanted = state.help, state.help.prospect, state.help.conversion
    if wanted is None or helped.ticket is None:
        return Parts()
    now = words.unit_name(helped.ticket.ticket_class, helped.ticket.category, state.hall, language)
    then = words.unit_name(wanted.ticket_class, wanted.category, state.hall, language)
    is_lost = seen is not None and not seen.keeps_appointment
    before = outlook(seen.ahead_now, seen.now) if seen else words.wait(None)
    after = outlook(seen.ahead, seen.estimate) if seen else words.wait(None)
    return Parts(
        layout=Layout.NUMBER,
        title=translate("Guide", "转业务：号码和先后不变"),
        number=helped.ticket.number,
        ticket_class=wanted.ticket_class.value,
        headline=then,
        tone="warn",
        notice_title=translate("Guide", "转后预约不再有优先") if is_lost else "",
        rows=(
            Row(name=words.fill(translate("Guide", "现在：%1"), now), text=before),
            Row(name=words.fill(translate("Guide", "转后：%1"), then), text=after),
        ),
        acts=(Choice(name="confirm", text=translate("Guide", "转业务"), icon="check", press=p.Confirmed()),),
        has_main=True,
        is_busy=helped.asking is not None,
    )


def outlook(ahead: int, estimate: Estimate | None) -> str:
    return words.fill(translate("Guide", "%1，%2"), words.ahead(ahead), words.wait(estimate))


def sure(state: Guide, _: str) -> Parts:
    helped = state.help
    number_ = helped.ticket.number if helped.ticket else ""
    if helped.act is Act.CANCEL:
        title, hint, text = (
            translate("Guide", "真的取消 %1 号？"),
            translate("Guide", "取消后不能恢复，要办得重新取号排队。"),
            translate("Guide", "取消这个号"),
        )
    else:
        title, hint, text = (
            translate("Guide", "%1 号让几位先办？"),
            translate("Guide", "让过三位后，接着按原来的先后排。"),
            translate("Guide", "让几位先办"),
        )
    return Parts(
        layout=Layout.MESSAGE,
        icon="warning",
        tone="warn",
        title=words.fill(title, number_),
        hint=hint,
        acts=(Choice(name="confirm", text=text, icon="check", press=p.Confirmed()),),
        has_main=True,
        is_busy=helped.asking is not None,
    )
