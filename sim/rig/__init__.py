"""Peers on links, ready for a test's `with` or for `paihao-sim`."""

from sim.rig.bus import PtyBus
from sim.rig.pcscd import PrivatePcscd, ReaderSlot
from sim.rig.printer import PtyPrinter, TcpPrinter, Ticket

__all__ = ["PrivatePcscd", "PtyBus", "PtyPrinter", "ReaderSlot", "TcpPrinter", "Ticket"]
