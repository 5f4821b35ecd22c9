"""The pages of one door: told to open, open, stuck, closed."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.state import Cabinet, Outcome, Task, left
from kiosk.cabinet.viewmodels import receipt
from kiosk.cabinet.viewmodels.parts import Choice, Layout, Parts
from kiosk.cabinet.viewmodels.words import fill
from queue_core.wire.words import Finding, UnlockingPurpose

translate = QCoreApplication.translate


def number(state: Cabinet) -> int | str:
    return state.visit.unlocking.door if state.visit.unlocking else ""


def opening(state: Cabinet, _: str) -> Parts:
    return Parts(
        layout=Layout.DOOR,
        title=fill(translate("Cabinet", "正在打开 %1 号柜门"), number(state)),
        hint=translate("Cabinet", "请看图上标出的位置"),
        door=str(number(state)),
        is_busy=True,
    )


def opened(state: Cabinet, _: str) -> Parts:
    """What to do now; what was said of it; and, louder each time, that the door is still open."""
    parts = replace(to_do(state), notice_title=said(state))
    if state.visit.to_close is not None:
        full = translate("Cabinet", "%1 号柜门里有东西，不用它：请把它关好")
        parts = replace(parts, notice_title=fill(full, state.visit.to_close), notice_tone="warn")
    match state.visit.reminders:
        case 0:
            return parts
        case 1:
            title = translate("Cabinet", "柜门还开着，请关好")
            return replace(parts, notice_title=title, notice_tone="warn")
        case _:
            title = translate("Cabinet", "请马上关好柜门")
            text = translate("Cabinet", "一直不关，会通知工作人员来看。")
            return replace(parts, notice_title=title, notice=text, notice_tone="bad", door_tone="bad")


def to_do(state: Cabinet) -> Parts:
    assert state.visit.unlocking is not None
    door = number(state)
    match state.visit.unlocking.purpose:
        case UnlockingPurpose.COLLECTION:
            title = translate("Cabinet", "%1 号柜门开了，请取走东西")
            acts = (nothing_inside(state), not_taking(state))
        case UnlockingPurpose.DEPOSIT:
            title = translate("Cabinet", "%1 号柜门开了，请放进去")
            acts = (
                Choice(
                    name="door-full",
                    text=translate("Cabinet", "柜里有东西"),
                    icon="warning",
                    press=h.SomethingInside(),
                ),
                Choice(
                    name="not-depositing",
                    text=translate("Cabinet", "不存了"),
                    icon="cross",
                    press=h.Unwanted(),
                ),
            )
        case UnlockingPurpose.REMOVAL:
            title = translate("Cabinet", "%1 号柜门开了，请取出来")
            acts = (nothing_inside(state), not_taking(state))
        case UnlockingPurpose.INSPECTION:
            title = translate("Cabinet", "%1 号柜门开了，里面有东西吗？")
            acts = looked()
    return Parts(
        layout=Layout.DOOR,
        title=fill(translate("Cabinet", "请关好 %1 号柜门") if state.visit.said else title, door),
        hint=translate("Cabinet", "推到听见“咔”一声")
        if state.visit.said
        else translate("Cabinet", "然后关好柜门，推到听见“咔”一声"),
        door=str(door),
        acts=tuple(act for act in acts if act.name not in done_with(state)),
    )


def done_with(state: Cabinet) -> frozenset[str]:
    """What was said is not offered again; the opposite still is."""
    match state.visit.said:
        case Finding.MISSING:
            return frozenset({"nothing-inside"})
        case Finding.EMPTY:
            return frozenset({"not-depositing", "empty"})
        case Finding.INSIDE:
            return frozenset({"not-taking", "inside"})
        case _:
            return frozenset()


def looked() -> tuple[Choice, Choice]:
    return (
        Choice(name="inside", text=translate("Cabinet", "有东西"), icon="pickup", press=h.SomethingInside()),
        Choice(name="empty", text=translate("Cabinet", "是空的"), icon="check", press=h.NothingInside()),
    )


def nothing_inside(_: Cabinet) -> Choice:
    return Choice(
        name="nothing-inside",
        text=translate("Cabinet", "柜里没有东西"),
        icon="warning",
        press=h.NothingInside(),
    )


def not_taking(_: Cabinet) -> Choice:
    return Choice(
        name="not-taking",
        text=translate("Cabinet", "先不取，放回去"),
        icon="repeat",
        press=h.Unwanted(),
    )


def said(state: Cabinet) -> str:
    assert state.visit.unlocking is not None
    is_inspection = state.visit.unlocking.purpose is UnlockingPurpose.INSPECTION
    match state.visit.said:
        case Finding.MISSING:
            return translate("Cabinet", "已记下：柜里没有东西。请关好柜门，工作人员会查。")
        case Finding.EMPTY if is_inspection:
            return translate("Cabinet", "已记下：是空的")
        case Finding.EMPTY:
            return translate("Cabinet", "已记下：不存了。请不要放东西进去。")
        case Finding.INSIDE if is_inspection:
            return translate("Cabinet", "已记下：有东西")
        case Finding.INSIDE:
            return translate("Cabinet", "已记下：先不取。请放回去，下次再来。")
        case _:
            return ""


def stuck(state: Cabinet, _: str) -> Parts:
    return Parts(
        layout=Layout.DOOR,
        title=fill(translate("Cabinet", "%1 号柜门没有打开"), number(state)),
        hint=translate("Cabinet", "请用手把柜门往里推一下，再按“再试一次”"),
        door=str(number(state)),
        door_tone="warn",
        has_main=True,
        acts=(
            Choice(name="again", text=translate("Cabinet", "再试一次"), icon="repeat", press=h.Again()),
            Choice(
                name="give-up",
                text=translate("Cabinet", "还是打不开")
                if state.visit.staff
                else translate("Cabinet", "打不开，叫工作人员"),
                icon="people",
                press=h.Leave(),
            ),
        ),
    )


def done(state: Cabinet, _: str) -> Parts:
    title, text, tone = ending(state)
    parts = Parts(
        layout=Layout.MESSAGE,
        icon="done" if tone == "good" else "warning" if tone == "warn" else "info",
        tone=tone,
        title=title,
        hint=text,
        rows=receipt.elsewhere(state),
        acts=tuple(afterwards(state)),
        has_main=state.visit.outcome is not Outcome.UNKNOWN,
    )
    return receipt.noticed(parts, state)


def ending(state: Cabinet) -> tuple[str, str, str]:  # noqa: C901, PLR0911 one an outcome
    door = number(state)
    match state.visit.outcome:
        case Outcome.TAKEN:
            return (
                translate("Cabinet", "领好了，请收好"),
                fill(translate("Cabinet", "%1 号柜门已关好。谢谢您！"), door),
                "good",
            )
        case Outcome.SAID_TAKEN:
            return (
                translate("Cabinet", "好的，已记下您取走了"),
                translate("Cabinet", "谢谢您！"),
                "good",
            )
        case Outcome.LEFT if state.visit.staff:
            return (
                translate("Cabinet", "放回去了"),
                fill(translate("Cabinet", "%1 号柜门没有变"), door),
                "info",
            )
        case Outcome.LEFT:
            return (
                translate("Cabinet", "放回去了"),
                translate("Cabinet", "东西还在柜里，取件码还能用，下次再来取。"),
                "info",
            )
        case Outcome.MISSING:
            return (
                translate("Cabinet", "已通知工作人员"),
                translate("Cabinet", "柜里没有您的东西，工作人员会查清楚再联系您。也可以现在到大厅询问。"),
                "warn",
            )
        case Outcome.DEPOSITED:
            return (
                fill(translate("Cabinet", "已存入 %1 号柜门里"), door),
                translate("Cabinet", "取件人会收到短信。可以直接扫下一件。"),
                "good",
            )
        case Outcome.NOT_DEPOSITED:
            return (
                translate("Cabinet", "没有存入"),
                fill(translate("Cabinet", "%1 号柜门里还是空的"), door),
                "info",
            )
        case Outcome.REMOVED:
            return (
                fill(translate("Cabinet", "已从 %1 号柜门里取回"), door),
                translate("Cabinet", "请送到下一处，并在那里登记。"),
                "good",
            )
        case Outcome.INSIDE:
            return (
                fill(translate("Cabinet", "%1 号柜门：有东西"), door),
                translate("Cabinet", "已记下"),
                "good",
            )
        case Outcome.EMPTY:
            return fill(translate("Cabinet", "%1 号柜门：空"), door), translate("Cabinet", "已记下"), "good"
        case _:
            return (
                fill(translate("Cabinet", "%1 号柜门已关好"), door),
                translate("Cabinet", "没有说里面有没有东西，这个柜门还要查验。"),
                "warn",
            )


def afterwards(state: Cabinet) -> list[Choice]:
    visit = state.visit
    if visit.staff is not None:
        text = translate("Cabinet", "下一件") if visit.task is Task.DEPOSIT else translate("Cabinet", "继续")
        late = looked() if visit.outcome is Outcome.UNKNOWN else ()
        return [*late, Choice(name="next", text=text, icon="forward", press=h.Next())]
    if left(visit):
        acts = [Choice(name="next", text=translate("Cabinet", "领下一件"), icon="forward", press=h.Next())]
    else:
        acts = [Choice(name="leave", text=translate("Cabinet", "完成"), icon="check", press=h.Leave())]
    acts += receipt.acts(state)
    if visit.outcome is Outcome.TAKEN:
        acts.append(replace(nothing_inside(state), text=translate("Cabinet", "柜里其实没有东西")))
    return acts
