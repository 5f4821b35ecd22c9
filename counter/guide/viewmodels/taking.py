"""The pages of a new number: what it would be, and where messages of it go."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from counter.guide.flow import presses as p
from counter.guide.flow.elsewhen import matter_of, may_book
from counter.guide.flow.state import MOST_ITEMS, Guide, Help, Way, can_print, errands_wanted
from counter.guide.viewmodels import words
from counter.guide.viewmodels.parts import Choice, Field, Keys, Layout, Parts, Row
from display.ticket.slip import named
from queue_core.wire.finding import Preview
from queue_core.wire.messages import Errand, TakeNumber
from queue_core.wire.views import HallView

translate = QCoreApplication.translate
TICKET_LANGUAGES = {"zh-CN": "简体中文", "zh-Hant": "繁體中文", "en": "English"}


def preview(state: Guide, language: str) -> Parts:
    helped, seen = state.help, state.help.preview
    if seen is None:
        return Parts(is_busy=True)
    title, text = preview_notice(seen)
    return Parts(
        layout=Layout.NUMBER,
        title=translate("Guide", "将取的号"),
        hint=words.unit_name(seen.ticket_class, seen.category, state.hall, language),
        tone="warn",
        notice_title=title,
        notice_text=text,
        ticket_class=seen.ticket_class.value,
        headline=f"{words.ahead(seen.ahead)}\n{words.wait(seen.estimate)}",
        rows=tuple(preview_rows(helped, seen, state.hall, language)),
        choices=tuple(preview_choices(state, language)),
        acts=issue_acts(state),
        has_main=True,
        is_busy=helped.asking is not None,
    )


def preview_notice(seen: Preview) -> tuple[str, str]:
    if seen.may_not_be_called:
        return (
            translate("Guide", "今天可能排不到"),
            translate("Guide", "请告诉办事人：可以照样取号，也可以约改天。"),
        )
    return words.lapsed(seen.lapsed), ""


def preview_rows(helped: Help, seen: Preview, hall: HallView | None, language: str) -> Iterator[Row]:
    if helped.holder is not None:
        yield Row(name=translate("Guide", "办事人"), text=who(helped))
    yield Row(name=translate("Guide", "窗口"), text=words.windows(seen.windows))
    if way := words.ways(seen.windows, hall, language):
        yield Row(name=translate("Guide", "位置"), text=way)
    if right := right_of(seen, hall):
        yield Row(name=translate("Guide", "优先"), text=right)
    if channel := channel_name(helped.wanted.project, hall, language):
        yield Row(name=translate("Guide", "绿色通道"), text=channel)
    if helped.wanted.further:
        yield Row(name=translate("Guide", "同号另办"), text=further(helped.wanted.further, hall, language))


def who(helped: Help) -> str:
    assert helped.holder is not None
    ending = helped.holder.id_number[-4:]
    return words.fill(translate("Guide", "%1 尾号 %2"), words.masked(helped.holder.name), ending).strip()


def right_of(seen: Preview, hall: HallView | None) -> str:
    if seen.slot is not None:
        return words.appointment(seen.slot, hall)
    if seen.is_verified_pickup:
        return translate("Guide", "取件优先（已核实有件可取）")
    return "" if seen.priority is None else words.priority_name(seen.priority)


def channel_name(code: str | None, hall: HallView | None, language: str) -> str:
    found = (one.names for one in hall.green_channels if one.code == code) if hall else ()
    return named(next(iter(found), {}), language)


def further(errands: tuple[Errand, ...], hall: HallView | None, language: str) -> str:
    return translate("Guide", "；").join(words.errand_name(one, hall, language) for one in errands)


def preview_choices(state: Guide, language: str) -> Iterator[Choice]:
    """What may still be said of the number."""
    wanted, hall = state.help.wanted, state.hall
    yield Choice(
        name="priority",
        text=translate("Guide", "优先资格"),
        hint=words.priority_name(wanted.priority) if wanted.priority else translate("Guide", "看证件核验"),
        icon="star",
        is_on=wanted.priority is not None,
        press=p.PriorityWanted(),
    )
    if hall is not None and hall.green_channels:
        yield Choice(
            name="channel",
            text=translate("Guide", "绿色通道"),
            hint=channel_name(wanted.project, hall, language) or translate("Guide", "指定项目的专窗"),
            icon="forward",
            is_on=wanted.project is not None,
            press=p.ChannelWanted(),
        )
    if hall is not None and hall.has_messages:
        yield Choice(
            name="mobile",
            text=translate("Guide", "短信通知"),
            hint=words.fill(translate("Guide", "尾号 %1"), wanted.phone[-4:])
            if wanted.phone
            else translate("Guide", "留手机号，不留也可以"),
            icon="phone",
            is_on=wanted.phone is not None,
            press=p.MobileWanted(),
        )
    if wanted.appointment is None:
        yield from several(wanted, hall)
    yield from ticket_language(wanted)
    if matter_of(state.help) is not None:
        yield Choice(
            name="materials",
            text=translate("Guide", "材料清单"),
            hint=translate("Guide", "要带什么"),
            icon="accept",
            press=p.MaterialsWanted(),
        )
    if may_book(state):
        yield Choice(
            name="slots",
            text=translate("Guide", "约改天"),
            hint=translate("Guide", "看可约的时间"),
            icon="clock",
            press=p.SlotsWanted(),
        )


def several(wanted: TakeNumber, hall: HallView | None) -> Iterator[Choice]:
    """For agents: several cases of one business, and several businesses."""
    if wanted.items > 1:
        yield Choice(
            name="items-less",
            text=translate("Guide", "少一件"),
            hint=words.fill(translate("Guide", "现在 %1 件"), wanted.items),
            icon="delete",
            press=p.ItemsChanged(by=-1),
        )
    if wanted.items < MOST_ITEMS:
        yield Choice(
            name="items-more",
            text=translate("Guide", "代办多件"),
            hint=words.fill(translate("Guide", "现在 %1 件，加一件"), wanted.items),
            icon="people",
            is_on=wanted.items > 1,
            press=p.ItemsChanged(by=1),
        )
    if hall is not None and errands_wanted(wanted) < hall.most_errands:
        yield Choice(
            name="further",
            text=translate("Guide", "再办一件事"),
            hint=translate("Guide", "同一个号"),
            icon="add",
            is_on=bool(wanted.further),
            press=p.FurtherWanted(),
        )


def ticket_language(wanted: TakeNumber) -> Iterator[Choice]:
    """The next language of the ticket; the one it speaks now stands below."""
    tags = list(TICKET_LANGUAGES)
    following = tags[(tags.index(wanted.language) + 1) % len(tags)]
    yield Choice(
        name="ticket-language",
        text=translate("Guide", "票面语言"),
        hint=TICKET_LANGUAGES[wanted.language],
        icon="globe",
        is_on=wanted.language != tags[0],
        press=p.TicketLanguageChosen(language=following),
    )


def issue_acts(state: Guide) -> tuple[Choice, ...]:
    """The desk's own paper first, where there is some."""
    phone = Choice(
        name="issue-phone",
        text=translate("Guide", "手机扫码取号"),
        icon="qr",
        press=p.Issue(way=Way.PHONE),
    )
    paper = Choice(
        name="issue-paper",
        text=translate("Guide", "打印取号"),
        icon="printer",
        press=p.Issue(way=Way.PAPER),
    )
    return (paper, phone) if can_print(state) else (phone,)


def mobile(state: Guide, _: str) -> Parts:
    helped = state.help
    is_wrong = helped.trouble is not None
    return Parts(
        layout=Layout.TYPING,
        title=translate("Guide", "手机号"),
        hint=translate("Guide", "快到号、叫号和请您评价时发短信；不留就空着"),
        tone="warn",
        notice_title=translate("Guide", "手机号不对") if is_wrong else "",
        notice_text=translate("Guide", "请念一遍核对：手机 11 位。") if is_wrong else "",
        field=Field(
            text=helped.typed,
            placeholder=translate("Guide", "手机号（可留空）"),
            keys=Keys.DIGITS,
            done=translate("Guide", "好"),
        ),
    )
