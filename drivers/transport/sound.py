"""Where speech goes: a loudspeaker of this computer, or a folder that keeps each sentence as a WAV file.

The loudspeaker is miniaudio on PulseAudio (or PipeWire in its place), else ALSA.
"""

import asyncio
import contextlib
import re
from abc import ABC, abstractmethod
from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

import miniaudio

from drivers.contract.address import Address
from drivers.contract.errors import Absent, CannotOpen, DeviceError, LinkLost, SoundRefused
from drivers.protocol.sound import RATE, SAMPLE_BYTES, Samples, as_wav, faded, quieter
from drivers.transport.worker import Worker

BACKENDS = [miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.ALSA]
DEFAULT = "default"
WAV_NAME = re.compile(r"([0-9]+)-.*\.wav")
BUFFER_MS = 100
CLOSE_WITHIN_S = 1.0
FADED_WITHIN_S = 0.5
STALLED_AFTER_S = 2.0  # a sound system that has gone no longer asks for samples
ASKED_WITHIN_S = 2.0

_ASKING = Lock()
"""A frozen sound system keeps whoever asks for an output: so only one thread of the program is kept there."""


class SoundOutput(ABC):
    """Plays one sound at a time; owned by one event loop."""

    loudness = 1.0

    @abstractmethod
    async def play(self, samples: Samples, label: str) -> None:
        """Returns when it was heard; `label` is for whoever keeps files. Cancelling breaks it off.

        Raises SoundRefused or LinkLost.
        """

    @abstractmethod
    async def check(self) -> None:
        """Raises LinkLost or SoundRefused when nothing could be heard now."""

    @abstractmethod
    async def close(self) -> None: ...


async def open_output(address: Address) -> SoundOutput:
    """Raises CannotOpen and its kin, or LinkLost from a sound system that hangs."""
    if address.scheme.endswith("+file"):
        return WavFolder.open(Path(address.path))
    return await Loudspeaker.open(address.place, address.seconds("answer_within_s"))


class WavFolder(SoundOutput):
    """For places without a loudspeaker, and for whoever wants to hear afterwards what was said.

    `0001-zh-CN.wav` and on, after what is there already; a file stands there whole or not at all.
    """

    def __init__(self, folder: Path, first: int) -> None:
        self._folder = folder
        self._numbers = count(first)

    @classmethod
    def open(cls, folder: Path) -> "WavFolder":
        try:
            folder.mkdir(parents=True, exist_ok=True)
            numbers = [int(name[1]) for each in folder.iterdir() if (name := WAV_NAME.fullmatch(each.name))]
        except OSError as error:
            raise CannotOpen(f"{folder}: {error.strerror}") from error
        return cls(folder, max(numbers, default=0) + 1)

    async def play(self, samples: Samples, label: str) -> None:
        path = self._folder / f"{next(self._numbers):04}-{label}.wav"
        hidden = path.with_name(f".{path.name}")
        try:
            hidden.write_bytes(as_wav(quieter(samples, self.loudness)))
            hidden.replace(path)
        except OSError as error:
            raise SoundRefused(f"{path}: {error.strerror}") from error

    async def check(self) -> None:
        if not self._folder.is_dir():
            raise LinkLost(f"{self._folder} is gone")

    async def close(self) -> None:
        pass


@dataclass(slots=True)
class _Playing:
    """What the sound thread takes samples from. `taken` are bytes; `end` is set on the loop."""

    samples: Samples
    end: asyncio.Event
    loop: asyncio.AbstractEventLoop
    taken: int = 0
    is_broken_off: bool = False


class Loudspeaker(SoundOutput):
    """One output of the sound system, called on a thread of its own: a sound service can hang.

    What hangs is left as it is: nothing may be freed under a call that still goes on.
    """

    def __init__(self, name: str, answer_within_s: float) -> None:
        self._name, self._answer_within_s = name, answer_within_s
        self._worker = Worker(f"sound on {name}")
        self._device: miniaudio.PlaybackDevice | None = None
        self._playing: _Playing | None = None

    @classmethod
    async def open(cls, name: str, answer_within_s: float) -> "Loudspeaker":
        speaker = cls(name, answer_within_s)
        try:
            speaker._device = await speaker._do(partial(_open, name))
        except BaseException:
            await speaker.close()
            raise
        return speaker

    async def play(self, samples: Samples, label: str) -> None:
        del label
        device = self._device
        if device is None:
            raise LinkLost("the sound system hangs")
        playing = self._playing = _Playing(samples, asyncio.Event(), asyncio.get_running_loop())
        feed = self._feed(playing)
        next(feed)
        try:
            await self._do(partial(device.start, feed))
            await self._ended(playing)
        except SoundRefused as error:  # a service that was started anew knows nothing of this output
            raise LinkLost(error.detail) from error
        except asyncio.CancelledError:
            playing.is_broken_off = True
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(FADED_WITHIN_S):
                    await playing.end.wait()
            raise
        finally:
            self._playing = None
            if self._device is not None:  # neither closed nor hanging
                with contextlib.suppress(DeviceError):  # told by the next that is to be heard
                    await asyncio.shield(self._do(device.stop))

    async def check(self) -> None:
        """The outputs that the sound system tells of; asks no loudspeaker anything."""
        try:
            names = await self._do(_outputs)
        except DeviceError as error:
            raise LinkLost(error.detail) from error
        if not names or self._name not in {DEFAULT, *names}:
            raise LinkLost(f"the sound system has no output {self._name!r} any more")

    async def close(self) -> None:
        device, self._device = self._device, None
        if self._playing is not None:
            self._playing.end.set()  # what is not played any more is not waited for
        closed = None if device is None else self._worker.submit(partial(_close, device))
        self._worker.leave()
        if closed is not None:
            await asyncio.wait({closed}, timeout=CLOSE_WITHIN_S)

    async def _ended(self, playing: _Playing) -> None:
        while not playing.end.is_set():
            before = playing.taken
            try:
                async with asyncio.timeout(STALLED_AFTER_S):
                    await playing.end.wait()
            except TimeoutError as error:
                if playing.taken == before and not playing.end.is_set():
                    raise LinkLost("the sound system takes no more samples") from error
        await asyncio.sleep(BUFFER_MS / 1000)  # what was taken is heard so much later

    def _feed(self, playing: _Playing) -> Generator[bytes, int, None]:
        """Run by the sound thread: so many frames at a time, silence after the end."""
        frames = yield b""
        while True:
            size = frames * SAMPLE_BYTES
            chunk = playing.samples[playing.taken : playing.taken + size]
            playing.taken += len(chunk)
            if playing.is_broken_off:
                chunk, playing.taken = faded(chunk), len(playing.samples)
            if playing.taken >= len(playing.samples):
                _tell(playing)
            frames = yield quieter(chunk, self.loudness) + bytes(size - len(chunk))

    async def _do(self, job: Any) -> Any:
        try:
            async with asyncio.timeout(self._answer_within_s):
                return await self._worker.submit(job)
        except TimeoutError as error:
            self._device = None
            self._worker.leave()
            self._worker = Worker(f"sound on {self._name}")
            raise LinkLost(f"the sound system does not answer within {self._answer_within_s:g} s") from error
        except miniaudio.MiniaudioError as error:
            raise SoundRefused(str(error)) from error


def _outputs() -> dict[str, Any]:
    """The sound system's outputs, by their names. Raises Absent. Blocks."""
    try:
        return {each["name"]: each["id"] for each in miniaudio.Devices(BACKENDS).get_playbacks()}
    except miniaudio.MiniaudioError as error:
        raise Absent(f"no sound system answers: {error}") from error


def _open(name: str) -> miniaudio.PlaybackDevice:
    if not _ASKING.acquire(timeout=ASKED_WITHIN_S):
        raise LinkLost("the sound system hangs")
    try:
        return _opened(name)
    finally:
        _ASKING.release()


def _opened(name: str) -> miniaudio.PlaybackDevice:
    outputs = _outputs()
    if not outputs:
        raise Absent("the sound system has no output")
    if name not in {DEFAULT, *outputs}:
        raise Absent(f"the sound system has no output {name!r}; it has {', '.join(map(repr, outputs))}")
    wanted = outputs.get(name) if name != DEFAULT else None
    try:
        return miniaudio.PlaybackDevice(
            miniaudio.SampleFormat.SIGNED16, 1, RATE, BUFFER_MS, wanted, backends=BACKENDS, app_name="paihao"
        )
    except miniaudio.MiniaudioError as error:
        raise CannotOpen(f"{name}: {error}") from error


def _close(device: miniaudio.PlaybackDevice) -> None:
    """Miniaudio 1.71 leaves the connection to the sound system behind its device open."""
    device.close()
    miniaudio.lib.ma_context_uninit(device._context)  # noqa: SLF001 - there is no public way


def _tell(playing: _Playing) -> None:
    if not playing.end.is_set():
        with contextlib.suppress(RuntimeError):  # the loop has ended
            playing.loop.call_soon_threadsafe(playing.end.set)
