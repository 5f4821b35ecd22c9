"""A matter (事项): one of the things that can be done at a hall, and what a citizen should bring for it."""

from msgspec import Struct

from queue_core.domain.rules import Unit
from queue_core.domain.words import TicketClass
from queue_core.matters.errors import ClassNotOffered


class Material(Struct, frozen=True, kw_only=True):
    """One paper of the one-time notice (一次性告知). `names` by language tag.

    `originals` are shown or handed in, `copies` are handed in.
    """

    names: dict[str, str]
    originals: int
    copies: int


class Matter(Struct, frozen=True, kw_only=True):
    """`names` and `department` by language tag; zh-CN is always there.

    `terminals` are the numbers of the unattended terminals that do it without a clerk, `web` the address.
    """

    code: str
    names: dict[str, str]
    category: str
    classes: tuple[TicketClass, ...]
    usual_minutes: int
    department: dict[str, str] = {}
    materials: tuple[Material, ...] = ()
    terminals: tuple[int, ...] = ()
    web: str | None = None

    @property
    def units(self) -> tuple[Unit, ...]:
        return tuple(Unit(self.category, each) for each in self.classes)

    def unit(self, ticket_class: TicketClass) -> Unit:
        """Where a number for this matter waits. Raises ClassNotOffered."""
        if ticket_class not in self.classes:
            raise ClassNotOffered(self.code, ticket_class, self.classes)
        return Unit(self.category, ticket_class)
