"""What is typed or read outside, checked before it comes in: codes, languages, persons."""

import re
import unicodedata
from typing import assert_never

from queue_core.app.people import CardKind, Holder
from queue_core.hall.errors import Denied
from queue_core.wire import messages

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_CODE = re.compile(r"[a-z0-9-]{1,40}")
_ID_NUMBER = re.compile(r"[0-9]{17}[0-9X]")
_PASSPORT = re.compile(r"[A-Z0-9]{5,20}")
_RESIDENCE_OF_2017 = re.compile(r"[A-Z]{3}[0-9]{12}")
"""On permanent residence cards until 2023, which stay valid: country, then digits."""
_CASE = re.compile(r"[A-Za-z0-9._-]{1,64}")
_PHONE = re.compile(r"\+?[0-9]{5,15}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_SENTENCE = 200
_NOTE = 500
_DAY_MIN = 24 * 60
_MINUTE_MS = 60_000
_PERSONS_DIGITS = re.compile(r"[0-9]{7}|([0-9][ .()·-]{0,2}){10}[0-9]")
"""Of a telephone or an ID, also when written in groups; a date with its hour has fewer in a row."""


def language(tag: str) -> str:
    if _LANGUAGE.fullmatch(tag) is None:
        raise Denied(400, "invalid-request", "language: not a language tag", 'Write one such as "zh-CN".')
    return tag


def code(field: str, text: str | None, remedy: str) -> str | None:
    """A short code and nothing longer: the journal is for ever, and no place for what people say."""
    if text is None or _CODE.fullmatch(text):
        return text
    raise Denied(400, "invalid-request", f"{field}: not a code", remedy)


def reason(text: str) -> str:
    """Why staff did something, in their words: one line, no digits in a row as an ID or a phone has them."""
    line = " ".join(text.split())
    if not line or len(line) > _SENTENCE:
        raise Denied(
            422, "reason-needed", "This needs a reason.", f"Write one of up to {_SENTENCE} characters."
        )
    if _PERSONS_DIGITS.search(unicodedata.normalize("NFKC", line)):
        raise Denied(
            422,
            "reason-personal",
            "The reason holds a number that may be a person's.",
            "Leave ID and telephone numbers out: the journal keeps this for ever.",
        )
    return line


def note(text: str) -> str:
    """A clerk's words to the next: they may speak of a person, for they are sealed."""
    line = " ".join(text.split())
    if len(line) > _NOTE:
        raise Denied(422, "note-too-long", "The note is too long.", f"Write at most {_NOTE} characters.")
    return line


def span_ms(minutes: int | None) -> int | None:
    """How long something is to last, as staff said it."""
    if minutes is not None and not 1 <= minutes <= _DAY_MIN:
        raise Denied(
            422, "minutes-wrong", "So many minutes cannot be meant.", f"Write 1 to {_DAY_MIN} minutes."
        )
    return None if minutes is None else minutes * _MINUTE_MS


def holder(given: messages.CardHolder | None) -> Holder | None:
    if given is None:
        return None
    kind = CardKind(given.card)
    number = given.id_number.strip().upper()
    if not _stands_on(kind, number):
        raise Denied(
            422,
            "id-number-wrong",
            "The ID number is not one: its form or its check digit is wrong.",
            "Read the card again.",
        )
    return Holder(name=given.name[:100], id_number=number, card=kind)


def _stands_on(kind: CardKind, number: str) -> bool:
    """Whether such a number can stand on such a card."""
    match kind:
        case CardKind.PASSPORT:
            return _PASSPORT.fullmatch(number) is not None
        case CardKind.PERMANENT_RESIDENCE:
            return is_id_number(number) or _RESIDENCE_OF_2017.fullmatch(number) is not None
        case (
            CardKind.RESIDENT_ID
            | CardKind.SOCIAL_SECURITY
            | CardKind.RESIDENCE_PERMIT
            | CardKind.MEDICAL_INSURANCE
        ):
            return is_id_number(number)
        case _:
            assert_never(kind)


def person(given: messages.CardHolder) -> Holder:
    """Raises Denied for an ID number that is none."""
    return known(holder(given))


def known(found: Holder | None) -> Holder:
    """Raises Denied when it is nobody."""
    if found is None:
        raise Denied(422, "card-needed", "This is done for a person only.", "Read a card first.")
    return found


def case_code(text: str) -> str:
    """The back office's number of a case: it stands in the journal, so it must not be a person's."""
    if not is_case_code(text):
        raise Denied(
            422,
            "case-code-wrong",
            "This is no number of a case.",
            "Send 1 to 64 letters, digits, dots, dashes and underscores, and never an ID number.",
        )
    return text


def is_case_code(text: str) -> bool:
    return _CASE.fullmatch(text) is not None and not is_id_number(text.upper())


def source(field: str, text: str | None) -> str | None:
    """The booking system's own code of an appointment. Raises Denied when it may be a person's number."""
    if text is None or (_CASE.fullmatch(text) and not is_id_number(text.upper())):
        return text
    raise Denied(
        400,
        "invalid-request",
        f"{field}: not a code of 1 to 64 letters, digits, dots, dashes and underscores",
        "Send the booking system's own code of the appointment, never an ID number.",
    )


def phone(text: str | None) -> str | None:
    """In digits, perhaps with a plus before them."""
    if text is None:
        return None
    plain = re.sub(r"[ -]", "", text)
    if _PHONE.fullmatch(plain) is None:
        raise Denied(
            422, "phone-wrong", "This is no telephone number.", "Send 5 to 15 digits, such as a mobile's 11."
        )
    return plain


def is_id_number(text: str) -> bool:
    """GB 11643-1999: 17 digits and the check character by ISO 7064 MOD 11-2."""
    if _ID_NUMBER.fullmatch(text) is None:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text, strict=False))
    return _CHECK_DIGITS[total % 11] == text[17]
