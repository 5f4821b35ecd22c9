import pytest

from drivers.contract.errors import DeviceError
from drivers.contract.events import QUEUE_LENGTH, Announcer, CardGone, CardPresent, KeyPressed, Missed
from drivers.contract.status import SILENT, Card, Cover, Paper, State, Status, StatusChanged


@pytest.mark.parametrize("state", sorted(SILENT))
def test_a_silent_device_has_no_known_part(state: State) -> None:
    status = Status(state=State.ONLINE, paper=Paper.LOW, cover=Cover.CLOSED).becoming(state)
    assert (status.paper, status.cover, status.card) == (Paper.UNKNOWN, Cover.UNKNOWN, None)


def test_a_change_names_what_differs() -> None:
    before = Status(state=State.ONLINE, paper=Paper.ENOUGH)
    after = Status(state=State.USER_ERROR, paper=Paper.OUT)
    assert StatusChanged(before=before, after=after).changed == {"state", "paper"}


@pytest.mark.parametrize(
    ("before", "after", "loses"),
    [
        (Card.PRESENT, Card.ABSENT, True),
        (Card.PRESENT, Card.UNKNOWN, True),
        (Card.PRESENT, Card.PRESENT, False),
        (Card.UNKNOWN, Card.ABSENT, False),
    ],
)
def test_a_card_is_lost_when_it_goes_and_when_nobody_can_tell_any_more(before, after, loses) -> None:
    statuses = (Status(state=State.ONLINE, card=card) for card in (before, after))
    assert StatusChanged(before=next(statuses), after=next(statuses)).loses_card is loses


async def test_every_listener_hears_everything_from_its_subscription_on() -> None:
    announcer = Announcer()
    with announcer.subscribe() as early:
        announcer.announce(CardPresent())
        with announcer.subscribe() as late:
            announcer.announce(CardGone())
            announcer.end()
            assert [event async for event in early] == [CardPresent(), CardGone()]
            assert [event async for event in late] == [CardGone()]


async def test_a_slow_listener_holds_up_nobody_and_is_told_what_it_missed() -> None:
    announcer = Announcer()
    with announcer.subscribe() as slow:
        for address in range(QUEUE_LENGTH + 3):
            announcer.announce(KeyPressed(address=address, digits=(), key=0x0C))
        announcer.end()
        heard = [event async for event in slow]
    assert heard[0] == Missed(count=3)
    assert heard[1] == KeyPressed(address=3, digits=(), key=0x0C)
    assert len(heard) == QUEUE_LENGTH + 1


def all_errors(kind: type[DeviceError]) -> list[type[DeviceError]]:
    return [kind, *(error for below in kind.__subclasses__() for error in all_errors(below))]


def test_every_error_has_a_code_of_its_own_and_a_remedy() -> None:
    """Of the contract's; a driver may tell its own apart further, under the same code."""
    errors = [error for error in all_errors(DeviceError) if error.__module__ == DeviceError.__module__]
    assert len({error.code for error in errors}) == len(errors)
    assert all(error.remedy.endswith(".") for error in errors)
