"""The pages of who collects: home, code, card, the list, and the question about an unsure door."""

from PySide6.QtCore import QCoreApplication

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.collecting import CODE_DIGITS
from kiosk.cabinet.flow.state import Cabinet, Outcome, left
from kiosk.cabinet.viewmodels import receipt, words
from kiosk.cabinet.viewmodels.parts import Choice, Field, Keys, Layout, Parts
from kiosk.cabinet.viewmodels.words import fill
from queue_core.wire.lockers import Collectable

translate = QCoreApplication.translate


def back() -> Choice:
    return Choice(name="back", text=translate("Cabinet", "返回"), icon="back", press=h.Back())


def leave() -> Choice:
    return Choice(name="leave", text=translate("Cabinet", "回到首页"), icon="home", press=h.Leave())


def home(state: Cabinet, _: str) -> Parts:
    title, hint = greeting(state)
    return Parts(
        layout=Layout.HOME,
        tone="warn" if state.is_hosted and lying_card(state) else "info",
        title=title,
        hint=hint,
        notice_title=open_doors(state),
        notice_tone="warn",
        choices=(
            Choice(
                name="collect",
                text=translate("Cabinet", "取件"),
                hint=by_what(state),
                icon="pickup",
                tone="pickup",
                press=h.CollectPressed(),
            ),
            Choice(
                name="staff",
                text=translate("Cabinet", "送件"),
                hint=translate("Cabinet", "工作人员存件、取回、查验"),
                icon="person",
                press=h.StaffPressed(),
            ),
        ),
        rows=begins_at_once(state),
    )


def greeting(state: Cabinet) -> tuple[str, str]:
    """On a screen that was lent somebody stands there, who is told first of a card that lies there."""
    lying = lying_card(state)
    if lying and state.is_hosted:
        return lying
    return translate("Cabinet", "您好，请选择"), (
        translate("Cabinet", "读卡处已经有一张卡，是您的请拿起再放一次")
        if lying
        else translate("Cabinet", "这里 24 小时都可以取件")
    )


def lying_card(state: Cabinet) -> tuple[str, str] | None:
    """What to do, and why, where a card must be lifted before it counts."""
    if not state.left_cards or not state.means.has_reader or not state.means.card_works:
        return None
    return (
        translate("Cabinet", "请拿起卡，再放一次"),
        translate("Cabinet", "读卡处已经有一张卡。不是您的，请拿开交给工作人员。"),
    )


def open_doors(state: Cabinet) -> str:
    if not state.open_doors:
        return ""
    return fill(translate("Cabinet", "%1 号柜门还开着，请帮忙关好"), words.doors(state.open_doors))


def by_what(state: Cabinet) -> str:
    means = state.means
    match means.has_scanner and means.scanner_works, means.has_reader and means.card_works:
        case True, True:
            return translate("Cabinet", "用取件码、二维码或身份证")
        case True, False:
            return translate("Cabinet", "用取件码或二维码")
        case False, True:
            return translate("Cabinet", "用取件码或身份证")
        case _:
            return translate("Cabinet", "用短信里的取件码")


def begins_at_once(state: Cabinet) -> tuple[str, ...]:
    means = state.means
    takes_cards = means.has_reader and means.card_works and lying_card(state) is None
    match means.has_scanner and means.scanner_works, takes_cards:
        case True, True:
            return (translate("Cabinet", "也可以直接扫二维码，或者把身份证放在读卡处。"),)
        case True, False:
            return (translate("Cabinet", "也可以直接扫手机上的二维码，不用按屏幕。"),)
        case False, True:
            return (translate("Cabinet", "也可以直接把身份证放在读卡处，不用按屏幕。"),)
        case _:
            return ()


def code(state: Cabinet, _: str) -> Parts:
    visit, means = state.visit, state.means
    title, notice = code_notice(visit.hint, CODE_DIGITS - len(visit.typed))
    acts: tuple[Choice, ...] = ()
    if means.has_reader and means.card_works:
        acts = (
            Choice(
                name="by-card",
                text=translate("Cabinet", "没有取件码，用身份证"),
                icon="card",
                press=h.ByCard(),
            ),
        )
    needs_card = state.view is not None and state.view.needs_card
    also = translate("Cabinet", "输完取件码，还要刷取件人的身份证") if needs_card else ""
    return Parts(
        layout=Layout.CODE,
        title=translate("Cabinet", "请输入取件码"),
        hint=also or translate("Cabinet", "短信里的 9 位数字"),
        notice_title=title,
        notice=notice,
        notice_tone="warn",
        field=Field(
            text=visit.typed,
            shown=words.grouped(visit.typed),
            placeholder="000 000 000",
            keys=Keys.DIGITS,
            longest=CODE_DIGITS,
            can_enter=len(visit.typed) == CODE_DIGITS,
        ),
        acts=acts,
        back=back(),
    )


def code_notice(hint: str, missing: int) -> tuple[str, str]:
    match hint:
        case "pickup-code-mistyped":
            return (
                translate("Cabinet", "有一位数字好像不对"),
                translate("Cabinet", "请对照短信再看一遍。这样不算输错。"),
            )
        case "code-short":
            return fill(translate("Cabinet", "还差 %1 位，取件码是 9 位数字"), missing), ""
        case _:
            return "", ""


def card(state: Cabinet, _: str) -> Parts:
    is_second = state.visit.first != ""
    why = card_notice(state)
    lying = lying_card(state) if why == "" else None
    title, hint = lying or card_wanted(is_second=is_second)
    by_code = Choice(name="by-code", text=translate("Cabinet", "用取件码"), icon="keyboard", press=h.ByCode())
    return Parts(
        layout=Layout.CARD,
        tone="warn" if lying else "info",
        title=title,
        hint=hint,
        notice_title=why,
        notice_tone="warn",
        shows_card=True,
        shows_scan=not is_second and state.means.has_scanner and state.means.scanner_works,
        acts=() if is_second else (by_code,),
        back=back(),
    )


def card_wanted(*, is_second: bool) -> tuple[str, str]:
    if is_second:
        return (
            translate("Cabinet", "请再刷一下身份证"),
            translate("Cabinet", "这里取件还要取件人的身份证"),
        )
    return (
        translate("Cabinet", "请把身份证放在读卡处"),
        translate("Cabinet", "取件人本人的身份证或社会保障卡"),
    )


def card_notice(state: Cabinet) -> str:
    hint = state.visit.hint
    if not state.means.card_works or not state.means.has_reader:
        return translate("Cabinet", "读卡器暂时不能用，请到大厅找工作人员")
    if hint in {"", "card-needed-too"}:
        return ""
    if hint == "card-unknown":
        return translate("Cabinet", "这里不认识这种卡，请用身份证或社会保障卡")
    if hint == "card-removed":
        return translate("Cabinet", "卡拿起得太早了，请再平放一次")
    return translate("Cabinet", "没有读到卡，请拿起来，再平放一次")


def cases(state: Cabinet, language: str) -> Parts:
    """What may be collected here, and where the rest is."""
    here = left(state.visit)
    grant = state.visit.grant
    elsewhere = [one for one in (grant.cases if grant else ()) if one.door is None]
    title = (
        fill(translate("Cabinet", "您有 %1 件可以在这里领取"), len(here))
        if len(here) > 1
        else translate("Cabinet", "您有 1 件可以在这里领取")
    )
    parts = Parts(
        layout=Layout.LIST,
        title=title,
        hint=translate("Cabinet", "一件一件来：按一下就打开那个柜门"),
        notice_title=case_before(state),
        notice_tone="good",
        choices=tuple(case_choice(at, one, state, language) for at, one in enumerate(here, 1)),
        rows=words.as_many_as_fit(
            tuple(
                fill(
                    translate("Cabinet", "另外：%1，%2"),
                    words.case_name(one.case, state, language),
                    words.where(one.case, state, language),
                )
                for one in elsewhere
            )
        ),
        acts=(leave(), *receipt.acts(state)),
    )
    return receipt.noticed(parts, state)


def case_choice(at: int, one: Collectable, state: Cabinet, language: str) -> Choice:
    return Choice(
        name=f"case-{at}",
        text=words.case_name(one.case, state, language),
        hint=fill(translate("Cabinet", "%1 号柜门 · 办件号 %2"), one.door, one.case.code),
        icon="pickup",
        tone="pickup",
        press=h.CaseChosen(case=one.case.code),
    )


def case_before(state: Cabinet) -> str:
    unlocking = state.visit.unlocking
    number = unlocking.door if unlocking else ""
    match state.visit.outcome:
        case Outcome.TAKEN:
            return fill(translate("Cabinet", "%1 号柜门已关好，请收好里面的东西"), number)
        case Outcome.LEFT:
            return fill(translate("Cabinet", "%1 号柜门已关好，东西还在里面"), number)
        case Outcome.SAID_TAKEN:
            return translate("Cabinet", "好的，已记下您取走了")
        case _:
            return ""


def unsure(state: Cabinet, _: str) -> Parts:
    chosen = state.visit.was_unsure
    number = chosen.door if chosen else None
    at = opened_at(state, number)
    title = (
        fill(translate("Cabinet", "%1 号柜门在 %2 打开过，您取走了吗？"), number, at)
        if at
        else fill(translate("Cabinet", "%1 号柜门打开过，您取走了吗？"), number)
    )
    return Parts(
        layout=Layout.LIST,
        title=title,
        hint=translate("Cabinet", "当时停电或断网，没有看到柜门关好。"),
        choices=(
            Choice(
                name="taken",
                text=translate("Cabinet", "取走了"),
                hint=translate("Cabinet", "东西在我手里"),
                icon="done",
                tone="good",
                press=h.WasTaken(),
            ),
            Choice(
                name="open-again",
                text=translate("Cabinet", "没有，请再打开"),
                hint=translate("Cabinet", "东西应该还在里面"),
                icon="pickup",
                tone="pickup",
                press=h.OpenAgain(),
            ),
        ),
        back=back(),
    )


def opened_at(state: Cabinet, number: int | None) -> str:
    door = state.door(number) if number is not None else None
    unlocking = door.unlocking if door else None
    if unlocking is None:
        return ""
    return words.clock(unlocking.opened_at_ms or unlocking.asked_at_ms, state)
