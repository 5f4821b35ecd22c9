"""The pages on which a business is chosen and a person is named."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from counter.guide.flow import happenings as h
from counter.guide.flow.state import Aim, Document, Guide, can_print
from counter.guide.viewmodels import words
from counter.guide.viewmodels.parts import Choice, Field, Keys, Layout, Parts
from counter.guide.viewmodels.telling import told
from display.ticket.slip import named
from queue_core.wire.appointments import Appointment
from queue_core.wire.matters import MatterLine
from queue_core.wire.views import Category, HallView
from queue_core.wire.words import AppointmentState, TicketClass

translate = QCoreApplication.translate
CATEGORY_ICONS = {
    "registration": "register",
    "business": "business",
    "construction": "construction",
    "trade": "customs",
}


def home(state: Guide, _: str) -> Parts:
    tone, title, text = house_notice(state)
    return Parts(
        title=translate("Guide", "需要帮什么？"),
        hint=waiting(state.hall),
        tone=tone,
        notice_title=title,
        notice_text=text,
        choices=(
            Choice(
                name="begin-new",
                text=translate("Guide", "取新号"),
                hint=translate("Guide", "没有卡、护照、代办多件、绿色通道"),
                icon="ticket",
                press=h.Begin(aim=Aim.NEW),
            ),
            Choice(
                name="begin-check-in",
                text=translate("Guide", "预约取号"),
                hint=translate("Guide", "按证件或预约编号"),
                icon="clock",
                press=h.Begin(aim=Aim.CHECK_IN),
            ),
            Choice(
                name="begin-find",
                text=translate("Guide", "查号、改号"),
                hint=translate("Guide", "转业务、补打、取消、为什么还没叫"),
                icon="info",
                press=h.Begin(aim=Aim.FIND),
            ),
            Choice(
                name="begin-back",
                text=translate("Guide", "回来了"),
                hint=translate("Guide", "过号的、补齐材料的，接着排"),
                icon="repeat",
                press=h.Begin(aim=Aim.BACK),
            ),
            Choice(
                name="begin-where",
                text=translate("Guide", "到哪里办"),
                hint=translate("Guide", "窗口、楼层、要带的材料"),
                icon="pin",
                press=h.Begin(aim=Aim.WHERE),
            ),
        ),
        has_home=False,
        has_back=False,
    )


def house_notice(state: Guide) -> tuple[str, str, str]:
    """What a guide should know before anybody comes: tone, title, advice."""
    if state.hall is not None and state.hall.is_closed:
        return (
            "warn",
            translate("Guide", "大厅今天已停止办理"),
            translate("Guide", "不再发号；可以为办事人预约改天，也可以查号和查材料。"),
        )
    if state.printer is not None and not can_print(state):
        return (
            "warn",
            translate("Guide", "打印机现在不能用"),
            translate("Guide", "新号请让办事人用手机扫码。"),
        )
    return "info", "", ""


def waiting(hall: HallView | None) -> str:
    count = sum(unit.waiting for unit in hall.units) if hall else 0
    if count == 0:
        return translate("Guide", "现在没有人等候")
    return words.fill(translate("Guide", "大厅现在 %1 人等候"), count)


def classes(state: Guide, language: str) -> Parts:
    helped = state.help
    offered = helped.matter.classes if helped.matter else offered_classes(state.hall)
    choices = [
        Choice(
            name=f"class-{one.value}",
            text=words.class_name(one),
            hint=class_hint(one),
            icon=one.value,
            tone=one.value,
            press=h.ClassChosen(ticket_class=one),
        )
        for one in offered
    ]
    if helped.matter is None:
        choices.append(
            Choice(
                name="search",
                text=translate("Guide", "按事项查找"),
                hint=translate("Guide", "名称、拼音或首字母"),
                icon="keyboard",
                press=h.SearchWanted(),
            )
        )
    matter = named(helped.matter.names, language) if helped.matter else ""
    return Parts(title=class_title(helped.aim), hint=matter, choices=tuple(choices))


def offered_classes(hall: HallView | None) -> tuple[TicketClass, ...]:
    offered = {one for category in hall.categories for one in category.classes} if hall else set()
    return tuple(one for one in TicketClass if one in offered)


def class_title(aim: Aim) -> str:
    match aim:
        case Aim.CONVERT:
            return translate("Guide", "转为哪一类？号码和先后不变")
        case Aim.ADD | Aim.FURTHER:
            return translate("Guide", "同一个号，再办哪一类？")
        case Aim.WHERE:
            return translate("Guide", "查哪一类？")
        case _:
            return translate("Guide", "办哪一类？")


def class_hint(ticket_class: TicketClass) -> str:
    match ticket_class:
        case TicketClass.ACCEPT:
            return translate("Guide", "交材料、办业务")
        case TicketClass.CONSULT:
            return translate("Guide", "问一问、看材料")
        case TicketClass.PICKUP:
            return translate("Guide", "领办好的证照")
        case _:
            assert_never(ticket_class)


def categories(state: Guide, language: str) -> Parts:
    helped, hall = state.help, state.hall
    ticket_class = helped.ticket_class
    offered = [one for one in hall.categories if ticket_class in one.classes] if hall else []
    search = Choice(
        name="search",
        text=translate("Guide", "按事项查找"),
        icon="keyboard",
        hint=translate("Guide", "名称、拼音或首字母"),
        press=h.SearchWanted(),
    )
    return Parts(
        layout=Layout.LIST,
        title=translate("Guide", "哪一项业务？"),
        hint=words.class_name(ticket_class) if ticket_class else "",
        choices=(*(category(one, ticket_class, hall, language) for one in offered), search),
        is_busy=helped.asking is not None,
    )


def category(one: Category, ticket_class: TicketClass | None, hall: HallView | None, language: str) -> Choice:
    units = hall.units if hall else ()
    unit = next((u for u in units if (u.category, u.ticket_class) == (one.code, ticket_class)), None)
    hint = words.fill(translate("Guide", "%1 人等候"), unit.waiting) if unit else ""
    return Choice(
        name=f"category-{one.code}",
        text=named(one.names, language),
        hint=hint,
        icon=CATEGORY_ICONS.get(one.code, "desk"),
        tone=ticket_class.value if ticket_class else "action",
        press=h.CategoryChosen(category=one.code),
    )


def search(state: Guide, language: str) -> Parts:
    helped = state.help
    found = helped.found.matters if helped.found else ()
    is_known = helped.found is not None and helped.asking is None
    hint = words.fill(translate("Guide", "找到 %1 项"), helped.found.total) if helped.found else ""
    return Parts(
        layout=Layout.TYPING,
        title=translate("Guide", "办什么事？"),
        hint=translate("Guide", "没有找到，请换个说法") if is_known and not found else hint,
        choices=tuple(matter(one, state.hall, language) for one in found),
        field=Field(
            text=helped.typed,
            placeholder=translate("Guide", "名称、拼音或首字母"),
            keys=Keys.LETTERS,
            is_plain=True,
            can_enter=False,
        ),
    )


def matter(one: MatterLine, hall: HallView | None, language: str) -> Choice:
    parts = [words.category_name(one.category, hall, language)]
    if one.usual_minutes > 0:
        parts.append(words.fill(translate("Guide", "办理约 %1 分钟"), one.usual_minutes))
    if one.without_queue:
        parts.append(translate("Guide", "自助终端或网上可办"))
    return Choice(
        name=f"matter-{one.code}",
        text=named(one.names, language),
        hint=translate("Guide", "，").join(parts),
        press=h.MatterChosen(code=one.code),
    )


# Who


def who(state: Guide, _: str) -> Parts:
    helped = state.help
    choices = [
        Choice(
            name=f"document-{one.value}",
            text=document_name(one),
            icon="card",
            press=h.DocumentChosen(document=one),
        )
        for one in Document
    ]
    hall = state.hall
    if helped.aim is Aim.NEW and hall is not None and helped.ticket_class in hall.anonymous_classes:
        nobody = Choice(
            name="anonymous",
            text=translate("Guide", "不登记证件"),
            hint=translate("Guide", "咨询可以不登记"),
            icon="person",
            tone="consult",
            press=h.AnonymousChosen(),
        )
        choices.insert(0, nobody)
    if helped.aim is Aim.CHECK_IN:
        reference = Choice(
            name="by-reference",
            text=translate("Guide", "按预约编号"),
            icon="qr",
            press=h.ReferenceWanted(),
        )
        choices.insert(0, reference)
    return Parts(
        layout=Layout.LIST,
        title=translate("Guide", "出示的是什么证件？"),
        hint=who_hint(helped.aim),
        choices=tuple(choices),
        is_busy=helped.asking is not None,
    )


def who_hint(aim: Aim) -> str:
    if aim is Aim.BOOK:
        return translate("Guide", "预约要登记办事人")
    return translate("Guide", "请看原件，照着输入")


def document_name(document: Document | None) -> str:
    match document:
        case None:
            return ""
        case Document.PASSPORT:
            return translate("Guide", "护照")
        case Document.TRAVEL_PERMIT:
            return translate("Guide", "港澳台居民来往通行证")
        case Document.RESIDENT_ID:
            return translate("Guide", "居民身份证")
        case Document.RESIDENCE_PERMIT:
            return translate("Guide", "港澳台居民居住证")
        case Document.PERMANENT_RESIDENCE:
            return translate("Guide", "外国人永久居留身份证")
        case _:
            assert_never(document)


def document(state: Guide, language: str) -> Parts:
    helped = state.help
    title, text = told(helped.trouble, language)
    is_digits = helped.document in {Document.RESIDENT_ID, Document.RESIDENCE_PERMIT}
    return Parts(
        layout=Layout.TYPING,
        title=words.fill(translate("Guide", "%1号码"), document_name(helped.document)),
        hint=translate("Guide", "照着原件输入，不用空格"),
        tone="warn",
        notice_title=title,
        notice_text=text,
        field=Field(
            text=helped.number_typed,
            placeholder=translate("Guide", "证件号码"),
            keys=Keys.DIGITS if is_digits else Keys.LETTERS,
            can_enter=helped.number_typed != "",
            done=translate("Guide", "下一步"),
        ),
    )


def name(state: Guide, _: str) -> Parts:
    helped = state.help
    return Parts(
        layout=Layout.TYPING,
        title=translate("Guide", "姓名"),
        hint=translate("Guide", "窗口凭姓名认人；不便输入可以留空"),
        field=Field(
            text=helped.typed,
            placeholder=translate("Guide", "姓名（可留空）"),
            keys=Keys.LETTERS,
            is_plain=True,
            done=translate("Guide", "下一步"),
        ),
        is_busy=helped.asking is not None,
    )


# Appointments


def appointments(state: Guide, language: str) -> Parts:
    helped = state.help
    if not helped.appointments:
        return Parts(
            layout=Layout.MESSAGE,
            icon="info",
            title=translate("Guide", "今天没有此人的预约"),
            hint=translate("Guide", "可能约在改天，或用了别的证件。也可以现在取号。"),
            acts=(
                Choice(
                    name="begin-new",
                    text=translate("Guide", "现在取号"),
                    icon="ticket",
                    press=h.Begin(aim=Aim.NEW),
                ),
            ),
            has_main=True,
        )
    return Parts(
        title=translate("Guide", "用哪个预约？"),
        choices=tuple(booking(one, state.hall, language) for one in helped.appointments),
        is_busy=helped.asking is not None,
    )


def booking(one: Appointment, hall: HallView | None, language: str) -> Choice:
    is_missed = one.state is AppointmentState.MISSED
    unit = words.unit_name(one.ticket_class, one.category, hall, language)
    return Choice(
        name=f"appointment-{one.reference}",
        text=words.times(one.starts_at_ms, one.ends_at_ms, hall),
        hint=words.fill(translate("Guide", "%1（已过时间）"), unit) if is_missed else unit,
        icon="clock",
        tone=one.ticket_class.value,
        press=h.AppointmentChosen(reference=one.reference),
    )


def reference(state: Guide, _: str) -> Parts:
    helped = state.help
    return Parts(
        layout=Layout.TYPING,
        title=translate("Guide", "预约编号"),
        hint=translate("Guide", "在预约短信或回执上，分大小写"),
        field=Field(
            text=helped.typed,
            placeholder=translate("Guide", "预约编号"),
            keys=Keys.NONE,
            is_plain=True,
            can_enter=helped.typed != "",
            done=translate("Guide", "下一步"),
        ),
        is_busy=helped.asking is not None,
    )
