"""From the cabinet's state to what its pages show. Pure but for the language that is installed."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from display.ticket.slip import named
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow import house
from kiosk.cabinet.flow.state import Cabinet, Page
from kiosk.cabinet.viewmodels import door, front, staff, troubles
from kiosk.cabinet.viewmodels.parts import Choice, Layout, Parts
from kiosk.cabinet.viewmodels.picture import Columns, draw, ratio


@dataclass(frozen=True, slots=True, kw_only=True)
class CabinetProps(Parts):
    """The parts of `page`, and the frame around them."""

    layout: Layout = Layout.MESSAGE
    page: str = Page.STARTING.value
    language: str = "zh-CN"
    hall_name: str = ""
    cabinet_name: str = ""
    mode: str = "day"
    is_low: bool = False
    volume: int = -1  # there is no speaker
    is_asked: bool = False
    is_of_staff: bool = False
    clears_after_s: int = 0

    @property
    def urges(self) -> bool:
        """A card lies there, and somebody before it who is to lift it before anything else."""
        return self.layout in {Layout.HOME, Layout.CARD} and self.tone == "warn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What does not change while the program runs: the picture's columns, and from 还在吗 to the end."""

    columns: Columns = ()
    clears_after_s: int = 15


def derive(state: Cabinet, setting: Setting, *, language: str, now_ms: int) -> CabinetProps:
    """`now_ms` is the hall's time, for what counts down."""
    page = house.shown(state)
    parts = with_picture(parts_of(page, state, language, now_ms), state, setting)
    if state.is_hosted and state.visit.page is Page.HOME:
        parts = replace(parts, back=to_host())
    return CabinetProps(
        **{part.name: getattr(parts, part.name) for part in fields(parts)},
        page=page.value,
        language=language,
        hall_name=named(state.hall.names, language) if state.hall else "",
        cabinet_name=named(state.view.names, language) if state.view else "",
        mode=state.dressed.mode.value,
        is_low=state.dressed.reach,
        volume=state.comfort.volume if state.means.has_speaker else -1,
        is_asked=state.is_asked,
        is_of_staff=state.visit.staff is not None,
        clears_after_s=setting.clears_after_s,
    )


def parts_of(page: Page, state: Cabinet, language: str, now_ms: int) -> Parts:
    match page:
        case Page.STARTING:
            return troubles.starting(state)
        case Page.ASKING:
            return troubles.asking(state)
        case Page.AWAY:
            return troubles.away(state)
        case Page.NO_BOARD:
            return troubles.no_board(state)
        case Page.TROUBLE:
            return troubles.trouble(state, language, now_ms)
        case _:
            return PAGES[page](state, language)


def to_host() -> Choice:
    """The kit's words for it stand on the button."""
    return Choice(name="back", text="", icon="back", press=h.Leave())


def with_picture(parts: Parts, state: Cabinet, setting: Setting) -> Parts:
    if parts.layout is not Layout.DOOR or state.view is None:
        return parts
    here = state.visit.unlocking.door if state.visit.unlocking else None
    drawn = draw(state.view.doors, setting.columns, here=here, opened=state.open_doors)
    return replace(parts, picture=drawn, picture_ratio=ratio(drawn, state.view.doors, setting.columns))


PAGES: dict[Page, Callable[[Cabinet, str], Parts]] = {
    Page.HOME: front.home,
    Page.CODE: front.code,
    Page.CARD: front.card,
    Page.CASES: front.cases,
    Page.UNSURE: front.unsure,
    Page.OPENING: door.opening,
    Page.OPEN: door.opened,
    Page.STUCK: door.stuck,
    Page.DONE: door.done,
    Page.STAFF_LOGIN: staff.log_in,
    Page.TASKS: staff.tasks,
    Page.CASE_CODE: staff.case_code,
    Page.SIZE: staff.size,
    Page.DOORS: staff.doors,
    Page.OVERDUE: staff.overdue,
}
