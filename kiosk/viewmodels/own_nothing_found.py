"""No number was found, or no case: why, and what the citizen can do now."""

from PySide6.QtCore import QCoreApplication

from kiosk.flow.facts import Facts
from kiosk.flow.visit import Page, Purpose, Visit
from kiosk.viewmodels.own_answer import AnswerProps
from kiosk.viewmodels.own_cases import cabinet_words, door_words, followed_words
from queue_core.wire.cases import CasePlace

translate = QCoreApplication.translate


def no_number(visit: Visit) -> AnswerProps:
    title, text = NO_NUMBER.get(visit.trouble, none_today)()
    may_take = visit.trouble not in {"already-rated", "not-proved"}
    return AnswerProps(
        page=Page.NO_NUMBER,
        title=title,
        text=text,
        again=translate("Own", "再试一次"),
        take=translate("Own", "现在取一个号") if may_take and visit.purpose is not Purpose.RATE else "",
        leave=translate("Own", "回到首页"),
    )


def none_today() -> tuple[str, str]:
    return (
        translate("Own", "今天没有您的号"),
        translate("Own", "可能是用另一张证件取的号。\n请再试一次，或现在取一个号。"),
    )


def unknown_number() -> tuple[str, str]:
    return (
        translate("Own", "今天没有这个号"),
        translate("Own", "请看清号票上的号码，再输一次。"),
    )


def unknown_code() -> tuple[str, str]:
    return (
        translate("Own", "这里不认识这个二维码"),
        translate("Own", "请扫今天号票上的二维码，或刷身份证、社会保障卡。"),
    )


def not_proved() -> tuple[str, str]:
    return (
        translate("Own", "请刷卡或扫号票再评价"),
        translate("Own", "输入的号码人人都看得到，不能用来评价。\n请刷取号时用的卡，或扫号票上的二维码。"),
    )


def already_rated() -> tuple[str, str]:
    return (
        translate("Own", "您已经评价过了"),
        translate("Own", "每次服务评价一次，谢谢您。"),
    )


def not_served_yet() -> tuple[str, str]:
    return (
        translate("Own", "还没有可以评价的服务"),
        translate("Own", "今天办完业务以后，可以在这里评价。"),
    )


NO_NUMBER = {
    "none-today": none_today,
    "unknown-number": unknown_number,
    "unknown-code": unknown_code,
    "not-proved": not_proved,
    "already-rated": already_rated,
    "not-served-yet": not_served_yet,
}


def no_case(visit: Visit, facts: Facts) -> AnswerProps:
    """What waits elsewhere needs no number, and is good news."""
    place = next((each.place for each in visit.cases), None)
    if place is not None and visit.trouble in ELSEWHERE:
        title, text = ELSEWHERE[visit.trouble](place, visit, facts)
        return AnswerProps(
            page=Page.NO_CASE,
            icon="pin",
            title=title,
            text=text,
            cabinet=cabinet_words(visit, facts),
            leave=translate("Own", "好了"),
            is_done=True,
        )
    title, text = NO_CASE.get(visit.trouble, no_case_of_person)()
    return AnswerProps(
        page=Page.NO_CASE,
        title=title,
        text=text,
        again=translate("Own", "换一种方式查"),
        take=translate("Own", "仍然取一个取件号"),
        leave=translate("Own", "回到首页"),
    )


def in_door(place: CasePlace, visit: Visit, facts: Facts) -> tuple[str, str]:
    words = translate("Own", "%1\n不用取号：凭取件码、二维码或身份证，随时到柜前领取。")
    return translate("Own", "您的件在取件柜里"), words.replace("%1", door_words(place, visit, facts))


def at_partner(place: CasePlace, visit: Visit, facts: Facts) -> tuple[str, str]:
    words = translate("Own", "%1\n不用取号：按短信里的取件码，到那里领取。")
    partner = followed_words(place, visit, facts)
    return translate("Own", "您的件在合作取件柜"), words.replace("%1", partner)


def posted(place: CasePlace, visit: Visit, facts: Facts) -> tuple[str, str]:
    words = translate("Own", "%1\n不用取号：请留意快递。\n没有收到，请问导办台。")
    post = followed_words(place, visit, facts)
    return translate("Own", "您的件已经寄出"), words.replace("%1", post).strip()


ELSEWHERE = {"case-in-door": in_door, "case-at-partner": at_partner, "case-posted": posted}


def no_case_of_person() -> tuple[str, str]:
    return (
        translate("Own", "没有查到办好的件"),
        translate("Own", "可能是用别的证件办的，或还没有办好。\n可以仍取一个取件号，或问导办台。"),
    )


def no_such_case() -> tuple[str, str]:
    return (
        translate("Own", "没有查到这个编号"),
        translate(
            "Own", "请看清短信里的取件码或回执上的编号，再输一次。\n也可以仍取一个取件号，或问导办台。"
        ),
    )


def case_not_ready() -> tuple[str, str]:
    return (
        translate("Own", "您的件还没有办好"),
        translate("Own", "办好后会通知您。\n想问清楚，可以取一个号，或问导办台。"),
    )


def case_handed_over() -> tuple[str, str]:
    return (
        translate("Own", "这一件已经领走了"),
        translate("Own", "有疑问，请问导办台。"),
    )


def case_overdue() -> tuple[str, str]:
    return (
        translate("Own", "这一件过了保留时间"),
        translate("Own", "取件码不能再用。请取一个号到窗口领取，或问导办台。"),
    )


def case_returned() -> tuple[str, str]:
    return (
        translate("Own", "这一件已经退回办理部门"),
        translate("Own", "请问导办台，或取一个号到窗口问。"),
    )


def case_missing() -> tuple[str, str]:
    return (
        translate("Own", "这一件正在查找"),
        translate("Own", "请到导办台，工作人员会帮您。"),
    )


NO_CASE = {
    "case-overdue": case_overdue,
    "case-returned": case_returned,
    "case-missing": case_missing,
    "no-case-of-person": no_case_of_person,
    "no-such-case": no_such_case,
    "unknown-code": unknown_code,
    "case-not-ready": case_not_ready,
    "case-handed-over": case_handed_over,
}
