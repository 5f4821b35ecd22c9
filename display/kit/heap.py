"""The heap of a front end: what drawing borrows goes back at once.

Where much of a screen changes, Qt's software renderer borrows up to 24 MB for a moment, more or less in each
frame. glibc learns from the first block that such are usual, takes the next ones from its heap, and keeps the
holes that they leave.
"""

import ctypes
import sys

LARGE_BYTES = 1 << 20
_M_MMAP_THRESHOLD = -3  # malloc.h


def give_large_blocks_back() -> None:
    """Each block from `LARGE_BYTES` on has pages of its own, in the whole process, where it has glibc."""
    if sys.platform == "linux":
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt is not None:
            mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES)
