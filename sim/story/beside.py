"""What a story of pickup has beside a hall's usual devices: an operator's gateway, and a cabinet's locks."""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from sim.gateways import CmppGateway
from sim.rig.lockers import DoorHand, PtyLocker8A
from sim.story.configurations import quoted
from sim.story.errors import Different
from sim.story.programs import LOCK_LINE, WorkFolder

BOARD, CHANNELS = 1, 12
CABINET = "cabinet-1"
_CODE = re.compile(r"\d{3} \d{3} \d{3}")
_SHOWN_WITHIN_S = 40.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """Doors of one size, at the channels from `first` to `last`."""

    size: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """`locks` is None in a hall without a cabinet."""

    gateway: CmppGateway
    locks: PtyLocker8A | None
    tables: str

    def door(self, number: int) -> DoorHand:
        """The hand at a door of the cabinet, by its printed number: here that of its channel."""
        assert self.locks is not None
        return self.locks.door(BOARD, number)

    def sms(self, phone: str, count: int) -> str:
        """The count-th text that this phone has shown. Raises NotInTime."""
        self.gateway.wait_for(lambda: len(self.gateway.inbox(phone)) >= count, within_s=_SHOWN_WITHIN_S)
        return self.gateway.inbox(phone)[count - 1]


def pickup_code(text: str) -> str:
    """The code in a text, as it stands there. Raises Different."""
    found = _CODE.search(text)
    if found is None:
        raise Different("the text on the phone has no pickup code")
    return found[0]


@contextmanager
def beside(doors: Sequence[Doors], work: WorkFolder) -> Iterator[Beside]:
    """All of it is up until the end; `tables` is what the hall's file says of it."""
    work.simulator.mkdir(exist_ok=True)
    with ExitStack() as stack:
        gateway = stack.enter_context(CmppGateway())
        locks = None
        if doors:
            link = work.simulator / LOCK_LINE
            locks = stack.enter_context(PtyLocker8A(link=link, boards=[BOARD], channels=CHANNELS))
        tables = _messages(gateway, work) + (_cabinet(doors) if doors else "")
        yield Beside(gateway=gateway, locks=locks, tables=tables)


def _messages(gateway: CmppGateway, work: WorkFolder) -> str:
    secret = work.root / "cmpp.secret"
    secret.touch(mode=0o600)
    secret.write_text(gateway.secret)
    host, port = gateway.address.split(":")
    return "\n".join(
        [
            "\n[[messages.carriers]]",
            'name = "operator"',
            'kind = "cmpp"',
            f"host = {quoted(host)}",
            f"port = {port}",
            f"source = {quoted(gateway.source)}",
            f"secret_file = {quoted(secret)}",
            "",
        ]
    )


def _cabinet(doors: Sequence[Doors]) -> str:
    rows = ", ".join(
        f'{{ size = "{each.size}", board = {BOARD}, channels = [{each.first}, {each.last}] }}'
        for each in doors
    )
    names = '{ "zh-CN" = "一号取件柜", "zh-Hant" = "一號取件櫃", "en" = "Cabinet 1" }'
    return f"\n[[cabinets]]\ncode = {quoted(CABINET)}\nnames = {names}\ndoors = [{rows}]\n"
