"""A PC/SC reader as the far end of a contract suite: pcscd is its plug, its slot where cards are laid."""

import os
import signal
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from sim.rig import PrivatePcscd
from sim.world.slot import Chip


class Falterer:
    """A card that answers as the one inside it, until a hand makes it mute."""

    def __init__(self, chip: Chip) -> None:
        self.kind, self.atr = chip.kind, chip.atr
        self.is_mute = False
        self._chip = chip

    def power(self) -> None:
        self._chip.power()

    def answer(self, command: bytes) -> bytes | None:
        return None if self.is_mute else self._chip.answer(command)


class PcscHands:
    """`chip` makes the card of somebody."""

    def __init__(self, pcscd: PrivatePcscd, scheme: str, slot: int, chip: Callable[[Any], Chip]) -> None:
        self._pcscd, self._slot = pcscd, pcscd.slots[slot]
        self.address = f"{scheme}://{quote(pcscd.reader(slot))}"
        self._chip = chip
        self._laid: Falterer | None = None
        self._of: Any = None

    @property
    def has_card(self) -> bool:
        return self._slot.chip is not None

    def plug(self) -> None:
        self._pcscd.start()

    def unplug(self) -> None:
        self._pcscd.kill()

    def freeze(self, *, is_frozen: bool) -> None:
        """The service hangs, or goes on."""
        assert self._pcscd.pid is not None
        os.kill(self._pcscd.pid, signal.SIGSTOP if is_frozen else signal.SIGCONT)

    def lay(self, who: Any) -> None:
        self._of = who
        self.lay_chip(self._chip(who))

    def lay_chip(self, chip: Chip) -> None:
        self._laid = Falterer(chip)
        self._slot.lay(self._laid)

    def lift(self) -> None:
        self._slot.lift()

    def lift_in_next_read(self, *, after: int = 1) -> None:
        """In the middle of the answer after so many whole ones."""
        self._slot.pull_after(after)

    def mute(self) -> None:
        """The card on the reader answers no more; without one nothing can be mute."""
        assert self._laid is not None
        self._laid.is_mute = True

    def unmute(self) -> None:
        """A mute card is taken away, and a fresh one of the same person laid down."""
        self.lay(self._of)
