"""A serial line as a pty behind a path of our own that survives unplugging, as /dev/serial/by-id does.

Only 8N1 exists on ptys, and no speed: see the hardware facts. One end is held open here, so that a line
nobody uses does not hang up.
"""

import contextlib
import os
import select
import threading
import time
import tty
from pathlib import Path

from sim.links.far_end import FarEnd
from sim.links.faults import Faults

_TICK_S = 0.02


class PtyLink:
    """`path` exists from `plug` to `unplug`; each plug makes a new pty."""

    def __init__(self, path: Path, far_end: FarEnd, faults: Faults, lock: threading.RLock) -> None:
        self.path = path
        self._far_end, self._faults, self._lock = far_end, faults, lock
        self._master: int | None = None
        self._thread: threading.Thread | None = None

    @property
    def is_plugged_in(self) -> bool:
        return self._master is not None

    def plug(self) -> None:
        self.unplug()
        master, slave = os.openpty()
        tty.setraw(slave)
        os.set_blocking(master, False)
        self._point_at(os.ttyname(slave))
        self._master = master
        self._thread = threading.Thread(
            target=self._run, args=(master, slave), name=f"pty-{self.path.name}", daemon=True
        )
        self._thread.start()

    def unplug(self) -> None:
        """The path vanishes and whoever has it open gets an end of file or EIO."""
        thread = self._thread
        if self._master is None or thread is None:
            return
        self._master = None
        self.path.unlink(missing_ok=True)
        if thread is not threading.current_thread():
            thread.join(timeout=5)

    def send(self, data: bytes) -> None:
        """Bytes the device sends unasked; lost when the line is unplugged or nobody has read for long."""
        with self._lock:
            if self._master is None:
                return
            for piece in self._faults.pieces(data):
                with contextlib.suppress(OSError):
                    os.write(self._master, piece)

    def _point_at(self, name: str) -> None:
        new = self.path.with_name(f".{self.path.name}.new")
        new.unlink(missing_ok=True)
        new.symlink_to(name)
        new.replace(self.path)

    def _run(self, master: int, slave: int) -> None:
        try:
            while self._master == master:
                self._turn(master)
        finally:
            os.close(master)
            os.close(slave)

    def _turn(self, master: int) -> None:
        with self._lock:
            room = self._far_end.room()
        ready, _, _ = select.select([master] if room else [], [], [], _TICK_S)
        data = os.read(master, min(room, 4096)) if ready else None
        with self._lock:
            now_s = time.monotonic()
            through, is_cut = self._faults.admit(data or b"")
            answer = self._far_end.receive(through, now_s) if data else self._far_end.due(now_s)
            answer += self._faults.flood(now_s)
        if self._faults.delay_s and answer:
            time.sleep(self._faults.delay_s)
        self.send(answer)
        if is_cut:
            self.unplug()
