"""What a message says: the scene it tells of, its slots, and its text in the citizen's language.

Codes and links are made here, when it is sent, and kept nowhere. No slot holds a name or an ID number.
"""

import string
import tomllib
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any, Protocol, assert_never
from zoneinfo import ZoneInfo

from msgspec import Struct

from queue_core.app.outgoing import FALLBACK_LANGUAGE, Facts
from queue_core.domain.records import AtPartner, InDoor, OnShelf, Posted
from queue_core.messages.errors import WordingUnreadable
from queue_core.messages.scenes import LANGUAGES, SLOTS
from queue_core.store.message import MessageKind

_ONE_PART, _OF_MANY = 70, 67
Names = Mapping[str, str]
"""By language tag."""


class PickupCodes(Protocol):
    """The hall's secret art of making codes of serials."""

    def __call__(self, serial: int) -> str:
        """The pickup code in digits, without blanks."""


class Naming(Struct, frozen=True, kw_only=True):
    """How a hall calls things, and what only it can make: codes and links. `signature` is without 【】."""

    signature: str
    hall: Names
    categories: Mapping[str, Names]
    places: Mapping[str, Names]
    zone: ZoneInfo
    public_url: str
    holder_secret: Callable[[str], str]
    pickup_code: PickupCodes
    pickup_token: Callable[[int], str]


class Worded(Struct, frozen=True, kw_only=True):
    """In memory only: codes and links stand in it."""

    scene: str
    language: str
    text: str
    slots: dict[str, str]

    def __repr__(self) -> str:
        return f"Worded({self.scene})"


Templates = Mapping[str, Names]
"""By scene."""


def parts(text: str) -> int:
    """How many short messages a text is in UCS-2: 70 characters in one, 67 in each of several (GSM 03.40)."""
    units = len(text.encode("utf-16-be")) // 2
    return 1 if units <= _ONE_PART else -(-units // _OF_MANY)


def templates(own: Path | None = None) -> Templates:
    """As they come, with the hall's own before them. Raises WordingUnreadable."""
    found = tomllib.loads(resources.files(__package__).joinpath("wording.toml").read_text("utf-8"))
    if own is None:
        return found
    for scene, words in _read(own).items():
        if scene not in found:
            raise WordingUnreadable(own, f"there is no scene {scene}; there are {', '.join(found)}")
        found[scene] = found[scene] | _checked(own, scene, words)
    return found


def _read(own: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(own.read_text("utf-8"))
    except OSError as error:
        raise WordingUnreadable(own, error.strerror or "cannot be read") from error
    except ValueError as error:
        raise WordingUnreadable(own, str(error)) from error


def _checked(own: Path, scene: str, words: Any) -> dict[str, str]:
    if not isinstance(words, dict) or not all(isinstance(each, str) for each in words.values()):
        raise WordingUnreadable(own, f"[{scene}] is not a table of sentences by language")
    if unknown := set(words) - set(LANGUAGES):
        raise WordingUnreadable(own, f"[{scene}] speaks {', '.join(sorted(unknown))}, not {LANGUAGES}")
    for text in words.values():
        try:
            slots = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
        except ValueError as error:
            raise WordingUnreadable(own, f"[{scene}]: {error}") from error
        if unknown := slots - SLOTS:
            raise WordingUnreadable(own, f"[{scene}] has no slot {', '.join(sorted(unknown))}")
        try:
            text.format_map(dict.fromkeys(SLOTS, ""))
        except (ValueError, LookupError) as error:
            raise WordingUnreadable(own, f"[{scene}]: {error}") from error
    return words


def scene(kind: MessageKind, facts: Facts) -> str:
    """Which of the templates: a case that is ready waits in several ways."""
    if kind is not MessageKind.RESULT_READY:
        return kind.value.replace("_", "-")
    match facts.place:
        case InDoor():
            return "result-ready-door"
        case AtPartner():
            return "result-ready-partner"
        case Posted():
            return "result-ready-posted"
        case OnShelf() | None:
            return "result-ready" if facts.serial else "result-ready-no-code"
    assert_never(facts.place)


class Wording:
    def __init__(self, naming: Naming, templates: Templates) -> None:
        self._naming = naming
        self._templates = templates

    def of(self, kind: MessageKind, facts: Facts) -> Worded:
        told = scene(kind, facts)
        by_language = self._templates[told]
        language = facts.language if facts.language in by_language else FALLBACK_LANGUAGE
        slots = self._slots(facts, language)
        text = f"【{self._naming.signature}】{by_language[language].format_map(slots)}"
        return Worded(scene=told, language=language, text=text, slots=slots)

    def _slots(self, facts: Facts, language: str) -> dict[str, str]:
        naming = self._naming
        return {
            "hall": _named(naming.hall, language),
            "number": facts.number,
            "window": "" if facts.window is None else str(facts.window),
            "ahead": "" if facts.ahead is None else str(facts.ahead),
            "case": facts.case,
            "category": _named(naming.categories.get(facts.category, {}), language, facts.category),
            "code": grouped(naming.pickup_code(facts.serial)) if facts.serial else "",
            "place": self._place(facts, language),
            "link": self._link(facts),
            "date": self._date(facts.starts_at_ms, language),
            "time": "" if facts.starts_at_ms is None else f"{self._at(facts.starts_at_ms):%H:%M}",
            "until": self._until(facts.until_ms, language),
        }

    def _place(self, facts: Facts, language: str) -> str:
        match facts.place:
            case InDoor(cabinet=code) | AtPartner(partner=code):
                return _named(self._naming.places.get(code, {}), language, code)
            case OnShelf(label=label):
                return label
            case Posted(carrier=carrier, reference=reference):
                return f"{carrier} {reference}"
            case None:
                return ""
        assert_never(facts.place)

    def _link(self, facts: Facts) -> str:
        """To the page of the number, or of the case; what is secret stands behind the fragment."""
        naming = self._naming
        if facts.reference:
            return f"{naming.public_url}/t/{facts.reference}#{naming.holder_secret(facts.reference)}"
        if facts.serial:
            code, token = naming.pickup_code(facts.serial), naming.pickup_token(facts.serial)
            return f"{naming.public_url}/p#{code}.{token}"
        return ""

    def _date(self, at_ms: int | None, language: str) -> str:
        if at_ms is None:
            return ""
        at = self._at(at_ms)
        return f"{at.day} {at:%b}" if language == "en" else f"{at.month}月{at.day}日"

    def _until(self, at_ms: int | None, language: str) -> str:
        """To the minute: it is not good for the whole day."""
        if at_ms is None:
            return ""
        blank = " " if language == "en" else ""
        return f"{self._date(at_ms, language)}{blank}{self._at(at_ms):%H:%M}"

    def _at(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, self._naming.zone)


def grouped(code: str) -> str:
    """As people read it out: 123 456 789."""
    return " ".join(code[at : at + 3] for at in range(0, len(code), 3))


def _named(names: Names, language: str, otherwise: str = "") -> str:
    return names.get(language) or names.get(FALLBACK_LANGUAGE) or next(iter(names.values()), otherwise)
