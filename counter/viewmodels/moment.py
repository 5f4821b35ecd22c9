"""What a page needs to know beside the counter's state."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """`now_ms` is the hall server's time; `look` day or contrast; `has_reader`: of staff cards."""

    now_ms: int
    language: str
    look: str
    keys: Mapping[str, str]
    has_reader: bool
