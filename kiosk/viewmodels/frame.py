"""The frame around every page: which page, whose hall, how the visitor wants it. Pure."""

from dataclasses import dataclass

from kiosk.flow.facts import Facts
from kiosk.flow.shown import shown_page
from kiosk.flow.visit import Page, Visit
from kiosk.slip import named

STEPS = {
    Page.CATEGORY: 0,
    Page.CARD: 1,
    Page.READING: 1,
    Page.CARD_TROUBLE: 1,
    Page.NO_READER: 1,
    Page.CONFIRM: 2,
    Page.TAKING: 2,
    Page.TAKE_TROUBLE: 2,
    Page.HELD: 2,
    Page.PRINTING: 3,
    Page.PAPER_TROUBLE: 3,
    Page.QR: 3,
    Page.DONE: 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellProps:
    """The frame around every page. `step` is -1 where no steps are shown."""

    page: str = Page.STARTING
    language: str = "zh-CN"
    hall_name: str = ""
    step: int = -1
    is_asked: bool = False


def derive(visit: Visit, facts: Facts) -> dict[str, object]:
    """The props of this section's models, by the models' names."""
    return {"shell": shell(visit, facts, shown_page(visit, facts))}


def shell(visit: Visit, facts: Facts, page: Page) -> ShellProps:
    return ShellProps(
        page=page.value,
        language=visit.language,
        hall_name=named(facts.hall.names, visit.language) if facts.hall else "",
        step=STEPS.get(page, -1),
        is_asked=visit.is_asked,
    )
