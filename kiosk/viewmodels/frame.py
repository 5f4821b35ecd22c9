"""The frame around every page: which page, whose hall, how the visitor wants it. Pure."""

from dataclasses import dataclass

from display.ticket.slip import named
from kiosk.flow.facts import Facts
from kiosk.flow.limits import clears_after_s
from kiosk.flow.shown import shown_page
from kiosk.flow.visit import Mode, Page, Purpose, Visit

STEPS = {
    Page.CATEGORY: 0,
    Page.MATTERS: 0,
    Page.MATTER: 0,
    Page.CARD: 1,
    Page.TYPING: 1,
    Page.READING: 1,
    Page.CARD_TROUBLE: 1,
    Page.NO_READER: 1,
    Page.CONFIRM: 2,
    Page.MOBILE: 2,
    Page.TAKING: 2,
    Page.TAKE_TROUBLE: 2,
    Page.PRINTING: 3,
    Page.PAPER_TROUBLE: 3,
    Page.QR: 3,
    Page.DONE: 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellProps:
    """The frame around every page. `step` is -1 where no steps are shown.

    `clears_after_s`: from 还在吗 to the end. `has_left_card`: a card lies there that nobody is using.
    """

    page: str = Page.STARTING
    language: str = "zh-CN"
    hall_name: str = ""
    step: int = -1
    is_asked: bool = False
    clears_after_s: int = 0
    mode: str = Mode.DAY
    is_low: bool = False
    volume: int = 0
    can_speak: bool = False
    is_spoken: bool = False
    has_left_card: bool = False


def derive(visit: Visit, facts: Facts) -> dict[str, object]:
    """The props of this section's models, by the models' names."""
    return {"shell": shell(visit, facts, shown_page(visit, facts))}


def shell(visit: Visit, facts: Facts, page: Page) -> ShellProps:
    return ShellProps(
        page=page.value,
        language=visit.language,
        hall_name=named(facts.hall.names, visit.language) if facts.hall else "",
        step=STEPS.get(page, -1) if visit.purpose in {None, Purpose.TAKE} else -1,
        is_asked=visit.is_asked,
        clears_after_s=round(clears_after_s(visit, facts.patience)),
        mode=visit.dressed.mode.value,
        is_low=visit.dressed.reach,
        volume=visit.comfort.volume,
        can_speak=facts.means.speaks,
        is_spoken=visit.comfort.is_spoken,
        has_left_card=has_left_card(visit, facts),
    )


def has_left_card(visit: Visit, facts: Facts) -> bool:
    """A card lies there since an earlier visit, or since before its reader opened: its holder has gone."""
    return visit.page is Page.HOME and bool(facts.left_cards)
