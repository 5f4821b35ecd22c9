"""From the desk's state to what its pages show. Pure but for the language that is installed."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from PySide6.QtCore import QCoreApplication

from counter.entrance.words import line_down, objection
from counter.guide.flow import desk
from counter.guide.flow.presses import Back, Leave
from counter.guide.flow.state import Guide, Link, Page
from counter.guide.viewmodels import choosing, delivering, elsewhen, own, rights, taking, who
from counter.guide.viewmodels.parts import Choice, Layout, Parts
from counter.guide.viewmodels.telling import told
from display.ticket.slip import named

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideProps(Parts):
    """The parts of `page`, and the frame around them. `link` is `up`, `down` or `connecting`."""

    page: str = "login"
    language: str = "zh-CN"
    link: str = "connecting"
    link_title: str = ""
    link_text: str = ""
    hall_name: str = ""
    user: str = ""
    is_asked: bool = False
    is_signed_in: bool = False
    is_working: bool = False
    clerk: str = ""
    back: Choice | None = None
    home: Choice | None = None


def derive(state: Guide, *, language: str) -> GuideProps:
    page = desk.shown(state)
    parts = parts_of(page, state, language)
    is_in = desk.is_signed_in(state)
    title, text = link_words(state)
    return GuideProps(
        **{part.name: getattr(parts, part.name) for part in fields(parts)},
        page=page,
        language=language,
        link=state.link.value,
        link_title="" if page == "away" else title,
        link_text=text,
        hall_name=named(state.hall.names, language) if state.hall else "",
        user=state.session.display_name if state.session else "",
        is_asked=state.is_asked,
        is_signed_in=is_in,
        is_working=state.is_busy or parts.is_busy,
        clerk=state.session.clerk if state.session else "",
        back=Choice(name="back", text=translate("Guide", "返回"), icon="back", press=Back())
        if is_in and parts.has_back
        else None,
        home=Choice(name="home", text=translate("Guide", "首页"), icon="home", press=Leave())
        if is_in and parts.has_home
        else None,
    )


def parts_of(page: str, state: Guide, language: str) -> Parts:
    match page:
        case "login" | "locked":
            return entrance(page, state, language)
        case "connecting":
            return waiting_parts()
        case "away":
            title, text = link_words(state)
            return Parts(
                layout=Layout.MESSAGE,
                icon="offline",
                tone="bad",
                title=title,
                hint=text,
                has_home=False,
                has_back=False,
            )
        case _:
            return PAGES[Page(page)](state, language)


def waiting_parts() -> Parts:
    title = translate("Guide", "正在连接大厅")
    return Parts(
        layout=Layout.MESSAGE, icon="clock", title=title, is_busy=True, has_home=False, has_back=False
    )


def entrance(page: str, state: Guide, language: str) -> Parts:
    is_locked = page == "locked"
    known = None if state.notice is None else objection(state.notice.code)
    title, text = known or told(state.notice, language, translate("Guide", "没有登录"))
    card = translate("Guide", "也可以刷员工卡。") if state.has_card_reader else ""
    whose = state.session.display_name if state.session else ""
    hint = translate("Guide", "%1 暂时离开。输入密码继续。").replace("%1", whose) if is_locked else card
    return Parts(
        layout=Layout.LOGIN,
        title=translate("Guide", "导办台已锁定") if is_locked else translate("Guide", "导办台登录"),
        hint=hint,
        tone="warn",
        notice_title=title,
        notice_text=text,
        is_busy=state.is_busy,
        has_home=False,
        has_back=False,
    )


def link_words(state: Guide) -> tuple[str, str]:
    if state.link is not Link.DOWN:
        return "", ""
    meanwhile = translate("Guide", "已取的号不会丢。恢复后自动连接；急的请让办事人先到窗口说明。")
    return line_down(state.link_code, meanwhile)


PAGES: dict[Page, Callable[[Guide, str], Parts]] = {
    Page.HOME: choosing.home,
    Page.CLASS: choosing.classes,
    Page.CATEGORY: choosing.categories,
    Page.SEARCH: choosing.search,
    Page.WHO: who.who,
    Page.DOCUMENT: who.document,
    Page.NAME: who.name,
    Page.APPOINTMENTS: who.appointments,
    Page.REFERENCE: who.reference,
    Page.PREVIEW: taking.preview,
    Page.PRIORITY: rights.priority,
    Page.PROOF: rights.proof,
    Page.CHANNEL: rights.channel,
    Page.MOBILE: taking.mobile,
    Page.PRINTING: delivering.printing,
    Page.QR: delivering.qr,
    Page.UNDELIVERED: delivering.undelivered,
    Page.DELIVERED: delivering.delivered,
    Page.FIND: own.find,
    Page.FOUND: own.found,
    Page.NUMBER: own.number,
    Page.EXPLANATION: own.explanation,
    Page.PROSPECT: own.prospect,
    Page.SURE: own.sure,
    Page.PLACE: elsewhen.place,
    Page.MATERIALS: elsewhen.materials,
    Page.SLOTS: elsewhen.slots,
    Page.BOOKED: elsewhen.booked,
    Page.TROUBLE: elsewhen.trouble,
}
