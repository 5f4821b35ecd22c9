"""What is public: the only paths that are passed on, by the relay and, once more, by the uplink.

A road is what a log may name in place of a path: a ticket's reference stands in some paths.
"""

import re
from dataclasses import dataclass

READS = frozenset({"GET", "HEAD"})
# Neither "." and ".." nor anything escaped is a segment: no path means another one further on.
_SEGMENT = r"[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,127}"
_QUERY = re.compile(r"[A-Za-z0-9%&=+._~*!'()-]{1,400}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """`name` is the path with placeholders. Without `has_query` a query is not passed on."""

    name: str
    path: re.Pattern[str]
    is_changed: bool = False
    has_query: bool = False

    def leads(self, method: str) -> bool:
        return method in READS or (method == "POST" and self.is_changed)


def _road(name: str, *, is_changed: bool = False, has_query: bool = False) -> Road:
    path = re.compile(re.sub(r"\{\w+\}", lambda _: _SEGMENT, name))
    return Road(name=name, path=path, is_changed=is_changed, has_query=has_query)


ROADS = (
    _road("/t/{reference}"),
    _road("/h"),
    _road("/p"),
    _road("/m/{matter}"),
    _road("/phone/{file}"),
    _road("/public/tickets/{reference}"),
    _road("/public/tickets/{reference}/{act}", is_changed=True),
    _road("/public/pickups", is_changed=True),
    _road("/public/matters", has_query=True),
    _road("/public/{document}"),
    _road("/public/{document}/{name}"),
)


def road_to(path: str) -> Road | None:
    """None: not public. `path` is as sent, not unescaped."""
    return next((road for road in ROADS if road.path.fullmatch(path)), None)


def query_for(road: Road, query: str) -> str | None:
    """What of a query is passed on; messengers add their own to links. None: not a query of ours."""
    if not query or not road.has_query:
        return ""
    return query if _QUERY.fullmatch(query) else None
