"""A sound system of one's own: PulseAudio with an output nobody hears, and a recorder on it.

Not modelled: a loudspeaker that is unplugged while the sound system stays, the latency of real hardware,
volume knobs.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from array import array
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from sim.errors import BadLever, NotInTime, NotThere

RATE = 24_000
SINK = "hall"
_NOT_OUTLIVING = ("setpriv", "--pdeathsig", "KILL")  # not even a simulator that is killed
_UP_WITHIN_S = 10.0
_LOUD = 300  # of 32,767: what is softer is silence


class NullSink:
    """Its `environment` is what a client needs to find it, and nothing else that sounds."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="paihao-pulse-"))
        self._server: subprocess.Popen[bytes] | None = None
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pulse-starter")
        self._recorder: subprocess.Popen[bytes] | None = None
        self._heard = self._folder / "heard.raw"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PULSE_SERVER": f"unix:{self._folder / 'native'}",
            "PULSE_COOKIE": str(self._folder / "cookie"),
            "ALSA_CONFIG_PATH": str(self._folder / "no-alsa"),
        }

    @property
    def address(self) -> str:
        return "clips+sound://default"

    @property
    def is_plugged_in(self) -> bool:
        return self._server is not None

    def plug(self) -> None:
        """The sound system starts, if it does not run."""
        if self.is_plugged_in:
            return
        if shutil.which("pulseaudio") is None:
            raise NotThere("pulseaudio is not installed")
        # Without norewinds an output that was idle takes its first samples after up to two seconds.
        modules = (
            f"module-native-protocol-unix auth-anonymous=1 socket={self._folder / 'native'}",
            f"module-null-sink sink_name={SINK} rate={RATE} channels=1 norewinds=1",
        )
        with (self._folder / "log").open("ab") as log, self._heard.open("ab") as heard:
            self._begin(modules, log, heard)

    def _begin(self, modules: tuple[str, ...], log: BinaryIO, heard: BinaryIO) -> None:
        self._server = self._spawn(
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
            "--disable-shm=yes",
            *(f"--load={module}" for module in modules),
            stderr=log,
        )
        self._wait_until_up()
        self._recorder = self._spawn(
            "parec",
            "-d",
            f"{SINK}.monitor",
            "--format=s16le",
            f"--rate={RATE}",
            "--channels=1",
            "--latency-msec=20",
            stdout=heard,
            stderr=subprocess.DEVNULL,
        )

    def _spawn(
        self, *command: str, stdout: BinaryIO | None = None, stderr: BinaryIO | int | None = None
    ) -> subprocess.Popen[bytes]:
        """On the starter's thread: the death signal hangs on it, and it lives as long as this object."""
        return self._starter.submit(
            subprocess.Popen,
            [*_NOT_OUTLIVING, *command],
            env=self._own_environment(),
            stdout=stdout,
            stderr=stderr,
        ).result()

    def unplug(self) -> None:
        """The sound system dies, as in a crash."""
        for process in (self._recorder, self._server):
            if process is not None:
                process.send_signal(signal.SIGKILL)
                process.wait()
        self._recorder = self._server = None
        (self._folder / "native").unlink(missing_ok=True)

    def freeze(self, *, is_frozen: bool) -> None:
        """The sound system hangs, or goes on. Raises BadLever when it does not run."""
        if self._server is None:
            raise BadLever("the sound system does not run")
        self._server.send_signal(signal.SIGSTOP if is_frozen else signal.SIGCONT)

    @property
    def heard(self) -> "array[int]":
        """All that came out so far, silence included: mono, 16 bit, 24,000 a second."""
        raw = self._heard.read_bytes() if self._heard.exists() else b""
        return array("h", raw[: len(raw) // 2 * 2])

    @property
    def heard_s(self) -> float:
        """How long something was audible."""
        window = RATE // 50
        samples = self.heard
        loud = sum(
            max(map(abs, samples[at : at + window]), default=0) > _LOUD
            for at in range(0, len(samples), window)
        )
        return loud * window / RATE

    @property
    def loudest(self) -> int:
        return max(map(abs, self.heard), default=0)

    def forget(self) -> None:
        """What was heard so far."""
        os.truncate(self._heard, 0)

    def __enter__(self) -> Self:
        self.plug()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.unplug()
        self._starter.shutdown()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _own_environment(self) -> dict[str, str]:
        own = {"XDG_RUNTIME_DIR": str(self._folder), "HOME": str(self._folder)}
        return {**os.environ, **own, **self.environment}

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + _UP_WITHIN_S
        while time.monotonic() < deadline:
            asked = subprocess.run(
                ["pactl", "info"],  # noqa: S607
                env=self._own_environment(),
                capture_output=True,
                check=False,
            )
            if asked.returncode == 0:
                return
            time.sleep(0.02)
        raise NotInTime(
            f"pulseaudio was not up within {_UP_WITHIN_S} s: {(self._folder / 'log').read_text()}"
        )
