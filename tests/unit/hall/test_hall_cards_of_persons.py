"""Which numbers can stand on which cards, and how old their holders are."""

import pytest

from queue_core.app.people import CardKind as CoreCard
from queue_core.app.persons import age_on
from queue_core.hall import entering
from queue_core.hall.errors import Denied
from queue_core.wire.messages import CardHolder
from queue_core.wire.words import CardKind

RESIDENT = "440106199003075136"
SPECIMEN_2023 = "932682198501010017"  # published by the National Immigration Administration
NUMBER_2017 = "DEU440190030712"


def given(number: str, card: CardKind) -> CardHolder:
    return CardHolder(name="金丝雀", id_number=number, card=card)


@pytest.mark.parametrize(
    ("number", "card"),
    [
        (RESIDENT, CardKind.RESIDENT_ID),
        (RESIDENT, CardKind.SOCIAL_SECURITY),
        ("810000199003071237", CardKind.RESIDENCE_PERMIT),
        (SPECIMEN_2023, CardKind.PERMANENT_RESIDENCE),
        (SPECIMEN_2023, CardKind.SOCIAL_SECURITY),
        (NUMBER_2017, CardKind.PERMANENT_RESIDENCE),
        (NUMBER_2017.lower(), CardKind.PERMANENT_RESIDENCE),
        ("E12345678", CardKind.PASSPORT),
    ],
)
def test_a_number_that_can_stand_on_the_card_comes_in(number: str, card: CardKind) -> None:
    holder = entering.person(given(number, card))
    assert (holder.id_number, holder.card) == (number.upper(), CoreCard(card))


@pytest.mark.parametrize(
    ("number", "card"),
    [
        (RESIDENT[:-1] + "7", CardKind.RESIDENCE_PERMIT),
        (NUMBER_2017, CardKind.RESIDENT_ID),
        (NUMBER_2017, CardKind.RESIDENCE_PERMIT),
        (NUMBER_2017 + "0", CardKind.PERMANENT_RESIDENCE),
        (SPECIMEN_2023[:-1] + "8", CardKind.PERMANENT_RESIDENCE),
        ("E12345678", CardKind.PERMANENT_RESIDENCE),
    ],
)
def test_a_number_that_cannot_is_denied_without_being_told(number: str, card: CardKind) -> None:
    with pytest.raises(Denied) as denied:
        entering.person(given(number, card))
    assert number not in f"{denied.value} {denied.value!r}"


def test_the_hall_knows_every_card_that_comes_in() -> None:
    assert {card.value for card in CardKind} == {card.value for card in CoreCard}


@pytest.mark.parametrize(("number", "age"), [(SPECIMEN_2023, 41), (NUMBER_2017, None)])
def test_an_age_is_known_where_the_number_tells_it(number: str, age: int | None) -> None:
    assert age_on("2026-11-22", number) == age
