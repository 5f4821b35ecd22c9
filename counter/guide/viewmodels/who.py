"""The pages on which a person is named, by a document or an appointment."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from counter.guide.flow import presses as p
from counter.guide.flow.state import Aim, Document, Guide
from counter.guide.viewmodels import words
from counter.guide.viewmodels.parts import Choice, Field, Keys, Layout, Parts
from counter.guide.viewmodels.telling import told
from queue_core.wire.appointments import Appointment
from queue_core.wire.views import HallView
from queue_core.wire.words import AppointmentState

translate = QCoreApplication.translate


def who(state: Guide, _: str) -> Parts:
    helped = state.help
    choices = [
        Choice(
            name=f"document-{one.value}",
            text=document_name(one),
            icon="card",
            press=p.DocumentChosen(document=one),
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
            press=p.AnonymousChosen(),
        )
        choices.insert(0, nobody)
    if helped.aim is Aim.CHECK_IN:
        reference = Choice(
            name="by-reference",
            text=translate("Guide", "按预约编号"),
            icon="qr",
            press=p.ReferenceWanted(),
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
            keys=Keys.ID_NUMBER if is_digits else Keys.LETTERS,
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
                    press=p.Begin(aim=Aim.NEW),
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
        press=p.AppointmentChosen(reference=one.reference),
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
