"""A real pcscd with two virtual readers, private to whoever starts it.

It runs in a mount namespace of its own whose /run/pcscd is a folder of ours, so the machine's own pcscd,
sockets and readers are left alone, and several can run at once. An ordinary user gets there through a
user namespace.
"""

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from sim.errors import NotInTime, NotThere
from sim.links.vpcd import VpcdLink
from sim.world.slot import Chip, Slot

_DRIVER = Path("/usr/lib/pcsc/drivers/serial/libifdvpcd.so")
_UP_WITHIN_S = 10
_EMPTY_FOR_S = 0.5
_NOTICED_WITHIN_S = 1.5
# setpriv comes last: pcscd must not outlive the thread that started it, not even after a SIGKILL.
_INSIDE = """set -e
if [ ! -d /run/pcscd ]; then mount -t tmpfs tmpfs /run; mkdir /run/pcscd; fi
mount --bind "$1" /run/pcscd
exec setpriv --pdeathsig KILL pcscd --foreground --config "$2"
"""


class ReaderSlot(Slot):
    """A slot of a virtual reader; `lay` waits until pcscd has powered the card.

    pcscd looks every 400 ms and takes a card swapped between two looks for the old one; no hand is so quick.
    So a slot stays empty for a moment, and a card that was not noticed is lifted and laid again.
    """

    def __init__(self, home: "PrivatePcscd") -> None:
        super().__init__()
        self._home = home
        self._left_s = 0.0

    def put(self, chip: Chip | None) -> None:
        if self.chip is not None and self._home.is_up:
            self._left_s = time.monotonic()
        super().put(chip)

    def forget(self) -> None:
        """Nobody is left who has seen a card here."""
        self._left_s = 0.0

    def lay(self, chip: Chip, *, within_s: float = 6) -> None:
        """Without a running pcscd the card just lies there. Raises NotInTime."""
        if self.chip is not None:
            self.lift()
        until = time.monotonic() + within_s
        while time.monotonic() < until:
            self._lay_once(chip)
            if self.wait_for(lambda: self._is_settled(chip), within_s=_NOTICED_WITHIN_S):
                return
        raise NotInTime(f"pcscd has not seen the card within {within_s} s")

    def _lay_once(self, chip: Chip) -> None:
        self.put(None)
        time.sleep(max(0.0, self._left_s + _EMPTY_FOR_S - time.monotonic()))
        self.put(chip)

    def _is_settled(self, chip: Chip) -> bool:
        return self.is_seen or self.chip is not chip or not self._home.is_up


class PrivatePcscd:
    """Context manager. `environment` belongs into every client before its first PC/SC call.

    `home` fixes where the socket lives (a short path); by default a new folder under the temporary directory.
    """

    def __init__(self, *, home: Path | None = None) -> None:
        self._given_home = home
        self._home = home or Path()
        self._process: subprocess.Popen[bytes] | None = None
        self.slots = (ReaderSlot(self), ReaderSlot(self))
        self._stack = ExitStack()

    @property
    def socket(self) -> Path:
        return self._home / "run" / "pcscd.comm"

    @property
    def environment(self) -> dict[str, str]:
        return {"PCSCLITE_CSOCK_NAME": str(self.socket)}

    @property
    def is_up(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int | None:
        """Of pcscd, while it runs."""
        return self._process.pid if self._process is not None else None

    @staticmethod
    def reader(slot: int) -> str:
        """The name PC/SC gives the reader of that slot."""
        return f"Virtual PCD 00 0{slot}"

    def __enter__(self) -> Self:
        _need_programs()
        with ExitStack() as stack:
            self._home = self._given_home or Path(tempfile.mkdtemp(prefix="paihao-pcsc-"))
            own = self._home if self._given_home is None else self._home / "run"
            stack.callback(shutil.rmtree, own, ignore_errors=True)
            self._starter = stack.enter_context(
                ThreadPoolExecutor(max_workers=1, thread_name_prefix="pcscd-starter")
            )
            self._port = _two_free_ports()
            for n, slot in enumerate(self.slots):
                stack.enter_context(VpcdLink(slot, self._port + n))
            stack.callback(self._end, signal.SIGTERM)
            self.start()
            # Before pcscd ends: a card that never answers would hold it.
            stack.callback(self._lift_all)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def start(self) -> None:
        """Also after `kill`. Raises NotThere, NotInTime."""
        if self.is_up:
            return
        self._write_configuration()
        self._process = self._starter.submit(self._spawn).result()
        self._wait_until_it_listens()

    def kill(self) -> None:
        """As a crash: SIGKILL, nothing tidied. The next one knows of no card that lay there."""
        self._end(signal.SIGKILL)
        for slot in self.slots:
            slot.forget()

    def _lift_all(self) -> None:
        for slot in self.slots:
            slot.lift()

    def _write_configuration(self) -> None:
        for folder in ("run", "conf"):
            (self._home / folder).mkdir(parents=True, exist_ok=True)
        device = f"/dev/null:{self._port}"
        (self._home / "conf" / "vpcd").write_text(
            f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME {device}\nLIBPATH {_DRIVER}\nCHANNELID 1\n',
            encoding="ascii",
        )

    def _spawn(self) -> subprocess.Popen[bytes]:
        """On the starter's thread, which lives as long as this object: pcscd's death signal hangs on it."""
        new_namespace = ["unshare", "-m"] if os.geteuid() == 0 else ["unshare", "-rm"]
        inside = ["sh", "-c", _INSIDE, "sh", str(self._home / "run"), str(self._home / "conf")]
        with (self._home / "pcscd.log").open("wb") as log:
            return subprocess.Popen(  # noqa: S603  # fixed words and folders of our own
                [*new_namespace, *inside],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _wait_until_it_listens(self) -> None:
        until = time.monotonic() + _UP_WITHIN_S
        while time.monotonic() < until:
            if not self.is_up:
                said = (self._home / "pcscd.log").read_text(errors="replace").strip()
                raise NotThere(
                    f"pcscd ended at once: {said}",
                    remedy="It needs mount namespaces: run as root, or allow unprivileged user namespaces.",
                )
            if _answers(self.socket) and _listens(self._port) and _listens(self._port + 1):
                return
            time.sleep(0.005)
        raise NotInTime(f"pcscd was not up within {_UP_WITHIN_S} s")

    def _end(self, how: signal.Signals) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(how)
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            # A card that never answers holds pcscd's thread, and with it the orderly end.
            process.kill()
            process.wait()


def _need_programs() -> None:
    missing = [program for program in ("pcscd", "unshare", "setpriv") if shutil.which(program) is None]
    if not _DRIVER.exists():
        missing.append("vsmartcard-vpcd")
    if missing:
        raise NotThere(
            f"missing: {', '.join(missing)}", remedy="apt-get install pcscd vsmartcard-vpcd util-linux"
        )


def _two_free_ports() -> int:
    """A port that is free together with the next one; vpcd takes both, on all interfaces, its own way."""
    for _ in range(200):
        port = random.randrange(20000, 32000, 2)  # noqa: S311  # below the kernel's ephemeral range
        if _is_free(port) and _is_free(port + 1):
            return port
    raise NotThere(
        "no two free neighbouring TCP ports", remedy="Close something that listens on ports 20000 to 32000."
    )


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OSError:
            return False
        return True


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
        return True


def _listens(port: int) -> bool:
    """From the kernel's table: a probing connection would be a card."""
    wanted = f":{port:04X} 00000000:0000 0A"
    return wanted in Path("/proc/net/tcp").read_text(encoding="ascii")
