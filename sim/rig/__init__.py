"""Peers on links, ready for a test's `with` or for `paihao-sim`."""

from sim.rig.pcscd import PrivatePcscd, ReaderSlot

__all__ = ["PrivatePcscd", "ReaderSlot"]
