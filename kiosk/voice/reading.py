"""Free text made fit to be heard: what has the focus, and whole pages. Pure."""

import re

from display.kit.phones import grouped
from display.kit.phones import masked as masked_mobile
from display.kit.spoken_numbers import chinese_signs, english_signs
from drivers.contract.speaker import Tongue, Utterance
from kiosk.flow.visit import Page, Visit
from kiosk.viewmodels.taking_identity import shown_number
from kiosk.viewmodels.taking_words import masked
from kiosk.voice.prompts import tongue_of

# 023, A015: a number of the hall; not 09:30, 0.5 or a code of eight digits.
ALONE = r"(?<![A-Za-z0-9.:：/-])(?:{})(?![A-Za-z0-9:：/-]|\.\d)"
NUMBER = re.compile(ALONE.format(r"[A-Z]?0[0-9]{1,3}"))
BREATHLESS = re.compile(r"[\n\r•·]+")


def reading(text: str, language: str, visit: Visit) -> Utterance | None:
    """None when there is nothing to be said. Who it is stays on the screen: others hear what is said."""
    tongue = tongue_of(language)
    said = numbers_spelled(without_person(text, visit), tongue, visit).strip()
    return Utterance(words=(said,), tongue=tongue) if said else None


def without_person(text: str, visit: Visit) -> str:
    holder = visit.holder
    names = (holder.name, masked(holder.name)) if holder and holder.name else ()
    for personal in (*names, *_typed_of(visit)):
        text = text.replace(personal, "")
    return BREATHLESS.sub(" ", text)


def _typed_of(visit: Visit) -> tuple[str, ...]:
    """An identity number, or a mobile, as it is shown; the longer of them first.

    One digit alone is the name of a key as well, and that is read.
    """
    mobiles = (grouped(visit.phone), masked_mobile(visit.phone)) if visit.phone else ()
    match visit.page:
        case Page.TYPING if len(visit.typed) > 1:
            return (shown_number(visit.typed), visit.typed, *mobiles)
        case Page.MOBILE if len(visit.typed) > 1:
            return (grouped(visit.typed), visit.typed, *mobiles)
        case _:
            return mobiles


def numbers_spelled(text: str, tongue: Tongue, visit: Visit) -> str:
    """023 as 零二三; so are this visit's own numbers that do not begin with a nought."""
    for number in sorted(_numbers_of(visit), key=len, reverse=True):
        text = re.sub(ALONE.format(re.escape(number)), _spelled(number, tongue), text)
    return NUMBER.sub(lambda found: _spelled(found[0], tongue), text)


def _numbers_of(visit: Visit) -> set[str]:
    tickets = ([visit.ticket] if visit.ticket else []) + (
        [visit.own.ticket, *visit.own.others] if visit.own else []
    )
    return {each.number for each in tickets}


def _spelled(number: str, tongue: Tongue) -> str:
    if tongue is Tongue.ENGLISH:
        return " ".join(english_signs(number))
    return "".join(chinese_signs(number))
