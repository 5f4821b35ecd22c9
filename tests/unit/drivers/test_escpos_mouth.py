import pytest

from drivers.catalog.escpos_mouth import APPEARS_WITHIN_S, Mouth
from drivers.contract.events import TicketRetracted, TicketTaken
from drivers.contract.status import Presenter


@pytest.fixture
def mouth() -> Mouth:
    mouth = Mouth()
    mouth.present(100.0)
    return mouth


def test_a_ticket_that_is_gone_was_taken(mouth: Mouth) -> None:
    assert mouth.see(Presenter.TICKET, 100.5) is None
    assert mouth.see(Presenter.EMPTY, 101.0) == TicketTaken()
    assert mouth.see(Presenter.EMPTY, 101.5) is None


def test_a_ticket_that_was_told_to_go_back_was_not_taken(mouth: Mouth) -> None:
    mouth.see(Presenter.TICKET, 100.5)
    mouth.withdraw()
    assert mouth.held_s(500.0) == 0
    assert mouth.see(Presenter.EMPTY, 101.0) == TicketRetracted()


def test_a_ticket_that_is_not_out_yet_was_not_taken(mouth: Mouth) -> None:
    assert mouth.see(Presenter.EMPTY, 100.1) is None
    assert mouth.holds_ticket


def test_a_ticket_taken_before_the_first_look_counts_as_taken(mouth: Mouth) -> None:
    assert mouth.see(Presenter.EMPTY, 100.0 + APPEARS_WITHIN_S) == TicketTaken()


@pytest.mark.parametrize("presenter", [Presenter.JAMMED, Presenter.UNKNOWN])
def test_nothing_is_known_to_be_taken_while_the_presenter_says_nothing_clear(
    mouth: Mouth, presenter: Presenter
) -> None:
    mouth.see(Presenter.TICKET, 100.5)
    assert mouth.see(presenter, 200.0) is None
    assert mouth.holds_ticket


def test_an_empty_mouth_is_no_news() -> None:
    mouth = Mouth()
    assert mouth.see(Presenter.EMPTY, 100.0) is None
    assert not mouth.holds_ticket


def test_a_ticket_that_lay_there_before_is_held_from_the_first_look() -> None:
    mouth = Mouth()
    mouth.see(Presenter.TICKET, 100.0)
    mouth.see(Presenter.TICKET, 110.0)
    assert mouth.held_s(130.0) == 30
    assert mouth.see(Presenter.EMPTY, 131.0) == TicketTaken()
