"""Where cases wait outside of the hall's own doors, as it comes in: it stands in the journal for ever."""

from typing import assert_never

from queue_core.domain.records import AtPartner, OnShelf, Posted
from queue_core.hall.entering import is_case_code, reason
from queue_core.hall.errors import Denied
from queue_core.wire.cases import CasePlace
from queue_core.wire.words import PlaceKind

_LONGEST_LABEL = 40


def place(given: CasePlace | None) -> OnShelf | AtPartner | Posted | None:
    """Raises Denied for a door, which is filled by a deposit alone, and for what may be a person's number."""
    if given is None:
        return None
    match given.kind:
        case PlaceKind.SHELF:
            return OnShelf(label=_label(given.label))
        case PlaceKind.PARTNER:
            return AtPartner(partner=_label(given.label), reference=_reference(given.reference))
        case PlaceKind.POSTED:
            return Posted(carrier=_label(given.label), reference=_reference(given.reference))
        case PlaceKind.DOOR:
            raise Denied(
                422,
                "door-by-deposit",
                "A case comes into a door by a deposit alone.",
                "Deposit it at the cabinet: the door that opens is its place.",
            )
        case _ as never:
            assert_never(never)


def _label(text: str) -> str:
    label = reason(text)
    if len(label) > _LONGEST_LABEL:
        raise _wrong("label", f"Write at most {_LONGEST_LABEL} characters.")
    return label


def _reference(text: str) -> str:
    """Empty where there is none yet, such as before the post has taken it."""
    if text and not is_case_code(text):
        raise _wrong("reference", "Send the number by which it is followed, and never an ID number.")
    return text


def _wrong(field: str, remedy: str) -> Denied:
    return Denied(422, "place-wrong", f"{field}: this cannot be said of a place.", remedy)
