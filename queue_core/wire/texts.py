"""What people are told in three languages: problems by code, reasons of calls, and the rule of the wall.

The words stand in `texts.toml`. Screens with catalogues of their own may use those instead.
"""

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from queue_core.wire.words import Reason

OPERATOR = "operator"


def said(code: str) -> dict[str, str]:
    """What to do now, by language tag; {} for a code nobody knows."""
    document = _document()
    found: dict[str, str] = document["problems"].get(code, {})
    if not found and code in document[OPERATOR]["codes"]:
        found = document[OPERATOR]["said"]
    return dict(found)


def why(reason: Reason, **filled: object) -> dict[str, str]:
    """A reason by language tag: with `slot` (appointment), `window`, `windows`, `places`, `text`."""
    given = {"slot": "", "window": "", "windows": "", "text": "", "places": ""} | filled
    return {language: text.format_map(given) for language, text in _document()["reasons"][reason].items()}


def rule(*, appointment_min: int, priority_min: int, pickup_min: int) -> dict[str, str]:
    """The call rule as it hangs on the wall, with the parameters in effect, by language tag."""
    longest_min = max(appointment_min, priority_min, pickup_min)
    minutes = {
        "arrival": None,
        "appointment": appointment_min,
        "priority": priority_min,
        "pickup": pickup_min,
        "bound": longest_min,
        "conversion": None,
    }
    return {
        language: (" " if language == "en" else "").join(
            _document()["rule"][name][language].format(minutes=each)
            for name, each in minutes.items()
            if each != 0
        )
        for language in languages()
    }


def languages() -> tuple[str, ...]:
    return tuple(_document()["languages"])


@cache
def _document() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("texts.toml").read_text("utf-8"))
