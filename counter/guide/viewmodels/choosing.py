"""Home, and the pages on which a business is chosen."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from counter.guide.flow import presses as p
from counter.guide.flow.state import Aim, Guide, can_print
from counter.guide.viewmodels import words
from counter.guide.viewmodels.parts import Choice, Field, Keys, Layout, Parts
from display.ticket.slip import named
from queue_core.wire.matters import MatterLine
from queue_core.wire.views import Category, HallView
from queue_core.wire.words import TicketClass

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
                press=p.Begin(aim=Aim.NEW),
            ),
            Choice(
                name="begin-check-in",
                text=translate("Guide", "预约取号"),
                hint=translate("Guide", "按证件或预约编号"),
                icon="clock",
                press=p.Begin(aim=Aim.CHECK_IN),
            ),
            Choice(
                name="begin-find",
                text=translate("Guide", "查号、改号"),
                hint=translate("Guide", "转业务、补打、取消、为什么还没叫"),
                icon="info",
                press=p.Begin(aim=Aim.FIND),
            ),
            Choice(
                name="begin-back",
                text=translate("Guide", "回来了"),
                hint=translate("Guide", "过号的、补齐材料的，接着排"),
                icon="repeat",
                press=p.Begin(aim=Aim.BACK),
            ),
            Choice(
                name="begin-where",
                text=translate("Guide", "到哪里办"),
                hint=translate("Guide", "窗口、楼层、要带的材料"),
                icon="pin",
                press=p.Begin(aim=Aim.WHERE),
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
            press=p.ClassChosen(ticket_class=one),
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
                press=p.SearchWanted(),
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
        press=p.SearchWanted(),
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
        press=p.CategoryChosen(category=one.code),
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
        press=p.MatterChosen(code=one.code),
    )
