"""The pages of places and materials, of other days, and of what did not happen."""

from PySide6.QtCore import QCoreApplication

from counter.guide.flow import presses as p
from counter.guide.flow.elsewhen import may_book
from counter.guide.flow.state import Aim, Guide, can_print
from counter.guide.viewmodels import words
from counter.guide.viewmodels.own import materials_choice, outlook
from counter.guide.viewmodels.parts import Choice, Layout, Parts, Row
from counter.guide.viewmodels.telling import told
from display.ticket.slip import named
from queue_core.wire.matters import Material

translate = QCoreApplication.translate


def place(state: Guide, language: str) -> Parts:
    helped, seen, hall = state.help, state.help.preview, state.hall
    title, text = told(helped.trouble, language, translate("Guide", "现在不发号"))
    matter = named(helped.detail.names, language) if helped.detail else ""
    unit = (
        words.unit_name(helped.ticket_class, helped.category, hall, language) if helped.ticket_class else ""
    )
    rows = []
    if seen is not None:
        rows = [Row(name=translate("Guide", "窗口"), text=words.windows(seen.windows))]
        if way := words.ways(seen.windows, hall, language):
            rows.append(Row(name=translate("Guide", "位置"), text=way))
        rows.append(Row(name=translate("Guide", "现在"), text=outlook(seen.ahead, seen.estimate)))
    if helped.detail is not None:
        rows += [
            Row(
                name=translate("Guide", "自助办理"),
                text=words.fill(translate("Guide", "自助终端 %1"), one.window),
            )
            for one in helped.detail.terminals
        ]
        if helped.detail.web:
            rows.append(Row(name=translate("Guide", "网上办理"), text=helped.detail.web))
    return Parts(
        layout=Layout.ROWS,
        title=matter or unit,
        hint=unit if matter else "",
        tone="warn",
        notice_title=title,
        notice_text=text,
        rows=tuple(rows),
        choices=tuple(materials_choice(state)),
        is_busy=helped.asking is not None,
    )


def materials(state: Guide, language: str) -> Parts:
    helped, detail = state.help, state.help.detail
    if detail is None:
        return Parts()
    title, text = told(helped.trouble, language)
    is_done = helped.trouble is not None and helped.trouble.code == "list-printed"
    acts = (
        Choice(name="print-list", text=translate("Guide", "打印清单"), icon="printer", press=p.ListWanted()),
    )
    return Parts(
        layout=Layout.ROWS,
        title=named(detail.names, language),
        hint=translate("Guide", "要带的材料"),
        tone="good" if is_done else "warn",
        notice_title=title or ("" if detail.materials else translate("Guide", "不用带材料")),
        notice_text=text,
        rows=tuple(Row(name=named(one.names, language), text=counts(one)) for one in detail.materials),
        acts=acts if can_print(state) else (),
        has_main=True,
        is_busy=helped.asking is not None,
    )


def counts(material: Material) -> str:
    parts = []
    if material.originals:
        parts.append(words.fill(translate("Guide", "原件 %1 份"), material.originals))
    if material.copies:
        parts.append(words.fill(translate("Guide", "复印件 %1 份"), material.copies))
    return translate("Guide", "，").join(parts)


# Another day


def slots(state: Guide, _: str) -> Parts:
    helped = state.help
    free = helped.slots
    return Parts(
        title=translate("Guide", "约哪个时间？"),
        hint="" if free else translate("Guide", "近几天没有可以预约的时间"),
        choices=tuple(
            Choice(
                name=f"slot-{one.starts_at_ms}",
                text=words.day_and_time(one.starts_at_ms, one.ends_at_ms, state.hall),
                hint=words.fill(translate("Guide", "还可约 %1 位"), one.room),
                icon="clock",
                press=p.SlotChosen(starts_at_ms=one.starts_at_ms),
            )
            for one in free
        ),
        is_busy=helped.asking is not None,
    )


def booked(state: Guide, language: str) -> Parts:
    made = state.help.booked
    if made is None:
        return Parts()
    when = words.day_and_time(made.starts_at_ms, made.ends_at_ms, state.hall)
    unit = words.unit_name(made.ticket_class, made.category, state.hall, language)
    return Parts(
        layout=Layout.MESSAGE,
        icon="done",
        tone="good",
        title=words.fill(translate("Guide", "已预约 %1"), when),
        hint=words.fill(
            translate("Guide", "%1。预约编号 %2，请办事人记下。\n当天带同一证件来取号。"),
            unit,
            made.reference,
        ),
        acts=(Choice(name="done", text=translate("Guide", "完成"), icon="check", press=p.Leave()),),
        has_main=True,
        has_back=False,
    )


def trouble(state: Guide, language: str) -> Parts:
    helped = state.help
    title, text = told(helped.trouble, language)
    acts = []
    if helped.failed is not None and helped.before is not None:
        acts.append(Choice(name="again", text=translate("Guide", "再试一次"), icon="repeat", press=p.Again()))
    if may_book(state):
        acts.insert(
            0,
            Choice(name="slots", text=translate("Guide", "约改天"), icon="clock", press=p.SlotsWanted()),
        )
    if helped.trouble is not None and helped.trouble.code == "unknown-number":
        acts.append(
            Choice(name="by-person", text=translate("Guide", "按证件查"), icon="card", press=p.ByPerson())
        )
    if helped.trouble is not None and helped.trouble.code in {"none-today", "number-gone"}:
        acts.append(
            Choice(
                name="begin-new",
                text=translate("Guide", "取新号"),
                icon="ticket",
                press=p.Begin(aim=Aim.NEW),
            )
        )
    return Parts(
        layout=Layout.MESSAGE,
        icon="warning",
        tone="warn",
        title=title,
        hint=text,
        acts=tuple(acts),
        has_main=True,
        has_back=helped.before is not None,
    )
