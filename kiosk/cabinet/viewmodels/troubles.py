"""What did not happen, and what to do now: one page for each, in words for who stands there."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.state import Cabinet, Task, Trouble, left
from kiosk.cabinet.viewmodels import words
from kiosk.cabinet.viewmodels.parts import Choice, Layout, Parts
from kiosk.cabinet.viewmodels.words import fill

translate = QCoreApplication.translate
LONGEST_LOCK_S = 3600  # more is left only by a clock that has not heard the hall's time yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`ways` are the acts offered before the way out, the first one filled."""

    title: str
    text: str
    ways: tuple[str, ...] = ()
    tone: str = "warn"
    icon: str = "warning"


def trouble(state: Cabinet, language: str, now_ms: int) -> Parts:
    failed = state.visit.trouble or Trouble(code="")
    told = told_of(failed, state, language, now_ms)
    acts = [choice for way in told.ways if (choice := way_on(way, state)) is not None]
    return Parts(
        layout=Layout.MESSAGE,
        icon=told.icon,
        tone=told.tone,
        title=told.title,
        hint=told.text,
        rows=places(state, language) if failed.code == "waits-elsewhere" else (),
        acts=(*acts, out(state)),
        has_main=bool(acts),
    )


def way_on(way: str, state: Cabinet) -> Choice | None:
    means = state.means
    match way:
        case "again" if state.visit.failed is not None:
            return Choice(name="again", text=translate("Cabinet", "再试一次"), icon="repeat", press=h.Again())
        case "by-code":
            return Choice(
                name="by-code", text=translate("Cabinet", "再输一次"), icon="keyboard", press=h.ByCode()
            )
        case "by-card" if means.has_reader and means.card_works:
            return Choice(
                name="by-card", text=translate("Cabinet", "用身份证"), icon="card", press=h.ByCard()
            )
        case "next" if any(one.case.code != state.visit.case for one in left(state.visit)):
            return Choice(name="next", text=translate("Cabinet", "领其他的"), icon="forward", press=h.Next())
        case _:
            return None


def out(state: Cabinet) -> Choice:
    if state.visit.staff is not None:
        return Choice(name="leave", text=translate("Cabinet", "返回"), icon="back", press=h.Leave())
    return Choice(name="leave", text=translate("Cabinet", "回到首页"), icon="home", press=h.Leave())


def places(state: Cabinet, language: str) -> tuple[str, ...]:
    cases = state.visit.grant.cases if state.visit.grant else ()
    line = translate("Cabinet", "%1：%2")
    return words.as_many_as_fit(
        tuple(
            fill(line, words.case_name(one.case, state, language), words.where(one.case, state, language))
            for one in cases
        )
    )


def told_of(failed: Trouble, state: Cabinet, language: str, now_ms: int) -> Told:  # noqa: C901, PLR0911 one a code
    door = state.visit.unlocking.door if state.visit.unlocking else ""
    match failed.code:
        case "proof-refused":
            return Told(
                title=translate("Cabinet", "没有对上"),
                text=translate(
                    "Cabinet",
                    "取件码、二维码或卡和这里的件对不上。请用最新一条短信里的取件码。连错 5 次要等一会儿。",
                ),
                ways=("by-code", "by-card"),
            )
        case "proofs-locked":
            return locked(failed, state, now_ms)
        case "nothing-to-collect":
            return Told(
                title=translate("Cabinet", "这里没有您的件"),
                text=translate("Cabinet", "可能还没办好，或者已经取走了。有疑问请到大厅导办台。"),
                tone="info",
                icon="info",
            )
        case "waits-elsewhere":
            return Told(title=translate("Cabinet", "您的件不在这个柜里"), text="", tone="info", icon="pin")
        case "no-pickup-code":
            return Told(
                title=translate("Cabinet", "这个二维码不能开柜门"),
                text=translate("Cabinet", "请用短信里的取件码或二维码，或者身份证。受理回执只说明是哪一件。"),
                ways=("by-code", "by-card"),
                tone="info",
                icon="info",
            )
        case "hall-unreachable" | "hall-is-another" | "line-was-lost" | "not-a-hall":
            return Told(
                title=translate("Cabinet", "系统没有回应，柜门没有打开"),
                text=translate("Cabinet", "请再试一次，不会重复开门。还不行，请到大厅找工作人员。"),
                ways=("again",),
                icon="offline",
            )
        case "door-stuck":
            return Told(
                title=fill(translate("Cabinet", "%1 号柜门打不开"), door),
                text=for_staff(state)
                or translate("Cabinet", "已通知工作人员，东西还在里面，不会丢。请稍等，或到大厅找工作人员。"),
                ways=("next",),
            )
        case "board-away":
            return Told(
                title=fill(translate("Cabinet", "%1 号柜门现在打不开"), door),
                text=for_staff(state)
                or translate("Cabinet", "柜门设备没有回应，已通知工作人员。东西还在里面，不会丢。"),
                ways=("next",),
            )
        case "not-noted":
            return Told(
                title=translate("Cabinet", "没有记下来"),
                text=translate("Cabinet", "请到大厅找工作人员说明，他们会查清楚。"),
                ways=("next",),
            )
        case "door-unseen":
            collected = translate("Cabinet", "柜门要是开了，请取走东西并关好；没开的话，请找工作人员。")
            staffed = translate("Cabinet", "柜门要是开了，里面的先不要动，关好它，再请主管查验。")
            return Told(
                title=fill(translate("Cabinet", "看不到 %1 号柜门的情况"), door),
                text=staffed if state.visit.staff else collected,
                ways=("next",),
            )
        case _:
            said = words.said(failed, language)
            title, text = refusal(failed.code)
            ways = () if state.visit.staff else ("by-code", "by-card")
            return Told(title=title, text=text or said or general(), ways=ways)


def for_staff(state: Cabinet) -> str:
    """Of a door that did not open; "" for who collects. At a deposit nothing is inside yet."""
    if state.visit.staff is None:
        return ""
    if state.visit.task is Task.DEPOSIT:
        return translate("Cabinet", "还没有存入，东西请拿好。返回再存一次，会换一个柜门。")
    return translate("Cabinet", "已记下，主管的屏幕上看得到。请找人来修这个柜门。")


def refusal(code: str) -> tuple[str, str]:
    """What staff are told when an order for a door is refused."""
    match code:
        case "no-such-case":
            return (
                translate("Cabinet", "没有这个办件"),
                translate("Cabinet", "请核对办件号，再扫一次回执。"),
            )
        case "case-in-door":
            return (
                translate("Cabinet", "这个办件已经在柜里了"),
                translate("Cabinet", "要换柜门，请先取回。"),
            )
        case "case-handed-over":
            return (translate("Cabinet", "这个办件已经交付了"), translate("Cabinet", "不用再存。"))
        case "no-free-door":
            return (
                translate("Cabinet", "没有合适的空柜"),
                translate("Cabinet", "这么大的和更大的都满了。请换小一点的，或送到别的取件柜、取件窗口。"),
            )
        case _:
            return translate("Cabinet", "没有办成"), ""


def general() -> str:
    return translate("Cabinet", "请再试一次。还不行，请到大厅找工作人员。")


def locked(failed: Trouble, state: Cabinet, now_ms: int) -> Told:
    until_ms = failed.until_ms or (state.view.locked_until_ms if state.view else 0)
    left_s = -(-(until_ms - now_ms) // 1000)
    if left_s <= 0:
        return Told(
            title=translate("Cabinet", "现在可以再试了"),
            text=translate("Cabinet", "请用最新一条短信里的取件码。"),
            ways=("by-code", "by-card"),
            tone="info",
            icon="info",
        )
    counted = translate(
        "Cabinet", "连续错了几次，为了安全先停一下。\n还有 %1。\n着急的话，请带身份证到窗口领。"
    )
    uncounted = translate("Cabinet", "连续错了几次，为了安全先停一下。\n着急的话，请带身份证到窗口领。")
    return Told(
        title=fill(translate("Cabinet", "暂停到 %1"), words.clock(until_ms, state)),
        text=fill(counted, words.countdown(left_s)) if left_s <= LONGEST_LOCK_S else uncounted,
        tone="warn",
        icon="clock",
    )


def starting(_: Cabinet) -> Parts:
    return Parts(
        layout=Layout.MESSAGE, icon="clock", title=translate("Cabinet", "正在准备，请稍候"), is_busy=True
    )


def asking(_: Cabinet) -> Parts:
    return Parts(
        layout=Layout.MESSAGE, icon="clock", title=translate("Cabinet", "正在核对，请稍候"), is_busy=True
    )


def away(state: Cabinet) -> Parts:
    if state.link_code in {"unauthenticated", "hall-is-another"}:
        return Parts(
            layout=Layout.MESSAGE,
            icon="warning",
            tone="bad",
            title=translate("Cabinet", "本机不能使用"),
            hint=translate("Cabinet", "本机未登记，或服务器已更换。请联系管理员重新登记。"),
        )
    return Parts(
        layout=Layout.MESSAGE,
        icon="offline",
        tone="warn",
        title=translate("Cabinet", "暂时不能取件"),
        hint=translate(
            "Cabinet", "和大厅的连接断了，柜门都锁着，您的东西不会丢。请过一会儿再来，或到大厅找工作人员。"
        ),
    )


def no_board(_: Cabinet) -> Parts:
    return Parts(
        layout=Layout.MESSAGE,
        icon="warning",
        tone="warn",
        title=translate("Cabinet", "柜门暂时打不开"),
        hint=translate("Cabinet", "柜门设备没有回应，已通知工作人员。您的东西不会丢，请过一会儿再来。"),
    )
