"""What a lever is, and how a request finds its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from sim.errors import BadLever

Reply = dict[str, object]


class Arguments(msgspec.Struct, forbid_unknown_fields=True, kw_only=True, frozen=True):
    """The arguments of one lever, as they come in JSON."""


class Nothing(Arguments, frozen=True):
    """A lever without arguments."""


@dataclass(frozen=True, slots=True)
class Lever:
    arguments: type[Arguments]
    # Any: each lever takes its own kind of arguments, which `pull` makes from `arguments`.
    act: Callable[[Any], Reply]


Levers = Mapping[str, Lever]


def pull(levers: Levers, request: object) -> Reply:
    """Does what the request says. Raises SimError."""
    if not isinstance(request, dict) or not isinstance(name := request.get("lever"), str):
        raise BadLever("a request is an object with the text `lever`")
    lever = levers.get(name)
    if lever is None:
        raise BadLever(f"there is no lever {name!r}")
    given = {key: value for key, value in request.items() if key != "lever"}
    try:
        arguments = msgspec.convert(given, lever.arguments)
    except msgspec.ValidationError as error:
        raise BadLever(f"{name}: {error}") from error
    return lever.act(arguments)
