"""What preparing a request leads to: a command of the domain, and what to keep once it has happened."""

from collections.abc import Callable

from msgspec import Struct

from queue_core.domain.commands import Command
from queue_core.domain.entry import Attendance
from queue_core.domain.events import Event
from queue_core.store.message import Message
from queue_core.store.parties import Party


class Kept(Struct, frozen=True, kw_only=True):
    """What belongs to a person, beside the chain; `messages` to the person are kept with it."""

    attendances: tuple[Attendance, ...] = ()
    parties: tuple[Party, ...] = ()
    messages: tuple[Message, ...] = ()


class Prepared(Struct, frozen=True, kw_only=True):
    """`kept` tells what to keep for an event the command led to."""

    command: Command
    kept: Callable[[Event], Kept] = lambda _: Kept()
