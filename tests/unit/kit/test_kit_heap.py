"""Large blocks go back to the system at once."""

import subprocess
import sys

import pytest

HELD_MB = """
import ctypes, sys
from display.kit.heap import give_large_blocks_back

class MallInfo(ctypes.Structure):
    _fields_ = [("arena", ctypes.c_size_t), ("rest", ctypes.c_size_t * 9)]

libc = ctypes.CDLL(None)
libc.mallinfo2.restype, libc.malloc.restype = MallInfo, ctypes.c_void_p
if sys.argv[1] == "given-back":
    give_large_blocks_back()
before = libc.mallinfo2().arena
for size_mb in (24, 12):
    block = ctypes.c_void_p(libc.malloc(ctypes.c_size_t(size_mb << 20)))
    small = libc.malloc(ctypes.c_size_t(64 << 10))
    libc.free(block)
print((libc.mallinfo2().arena - before) >> 20)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the heap is glibc's")
@pytest.mark.parametrize(("how", "held_mb"), [("given-back", 0), ("as-it-comes", 12)])
def test_a_large_block_that_was_borrowed_leaves_no_hole_in_the_heap(how: str, held_mb: int) -> None:
    """Without it glibc takes the second block from its heap, having learned from the first."""
    told = subprocess.run([sys.executable, "-c", HELD_MB, how], capture_output=True, text=True, check=True)
    assert int(told.stdout) == held_mb
