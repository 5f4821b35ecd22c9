"""Speaks the calls of a hall: the channel decides what, a speaker says it.

Lives on the loop of the devices and holds up nobody. What goes wrong is posted; the next call is tried again.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import structlog

from display.voice.channel import Channel, hear, take
from display.voice.wording import sentence, tongues
from drivers.contract.errors import DeviceError
from drivers.contract.speaker import Speaker, Tongue, Utterance
from drivers.contract.status import SILENT, State, StatusChanged
from queue_core.wire.views import CallView, WindowView

CHIME_AFTER_S = 8.0
"""Who was not spoken to for so long is woken by a tone first."""
OPENED_WITHIN_S = 10.0
"""Calls wait so long for a speaker that is being opened for the first time."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class CallsSpoken:
    """These calls were heard, each told once: when the first sentence with it was said to its end."""

    calls: tuple[CallView, ...]


@dataclass(frozen=True, slots=True)
class VoiceChanged:
    """Calls can be heard again, or why they cannot."""

    trouble: DeviceError | None


class Announcer:
    """`post` hands on CallsSpoken and VoiceChanged. The speaker is its owner's to close."""

    def __init__(
        self, speaker: Speaker, post: Callable[[CallsSpoken | VoiceChanged], None], *, chimes: bool
    ) -> None:
        self._speaker, self._post, self._chimes = speaker, post, chimes
        self._channel = Channel()
        self._windows: Mapping[int, WindowView] = {}
        self._wake = asyncio.Event()
        self._silent_since = float("-inf")
        self._trouble: DeviceError | None = None

    async def announce(
        self, calls: Iterable[CallView], windows: Mapping[int, WindowView], now_ms: int
    ) -> None:
        """Takes up what is new in `calls`. `windows` says who is awaited still; `now_ms` is the hall's."""
        self._windows = windows
        for call in sorted(calls, key=lambda call: call.call_id):
            self._channel = hear(self._channel, call, now_ms)
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._watch())
            group.create_task(self._speak())

    async def _watch(self) -> None:
        with self._speaker.subscribe() as events:
            self._tell(self._speaker.trouble)
            async for event in events:
                if isinstance(event, StatusChanged) and event.after.state in SILENT:
                    self._tell(self._speaker.trouble)
                elif isinstance(event, StatusChanged) and event.before.state in SILENT:
                    self._tell(None)

    async def _opened(self) -> None:
        """The speaker is there, or has told why it is not."""
        with self._speaker.subscribe() as events, contextlib.suppress(TimeoutError):
            async with asyncio.timeout(OPENED_WITHIN_S):
                while self._speaker.status.state is State.STARTING:
                    await anext(events)

    async def _speak(self) -> None:
        await self._opened()
        while True:
            self._wake.clear()
            self._channel, calls = take(self._channel, self._windows)
            if not calls:
                await self._wake.wait()
                continue
            unheard = calls
            for tongue, wanted in _parts(calls):
                if await self._say(wanted, tongue):
                    heard = tuple(call for call in wanted if call in unheard)
                    unheard = tuple(call for call in unheard if call not in heard)
                    if heard:
                        self._post(CallsSpoken(heard))

    async def _say(self, calls: tuple[CallView, ...], tongue: Tongue) -> bool:
        now = asyncio.get_running_loop().time()
        chime = self._chimes and now - self._silent_since > CHIME_AFTER_S
        try:
            await self._speaker.say(Utterance(words=sentence(calls, tongue), tongue=tongue, chime=chime))
        except DeviceError as error:
            self._tell(error)
            return False
        self._silent_since = asyncio.get_running_loop().time()
        self._tell(None)
        return True

    def _tell(self, trouble: DeviceError | None) -> None:
        before, self._trouble = self._trouble, trouble
        if (before and before.code) == (trouble and trouble.code):
            return
        if trouble is None:
            _log.info("voice speaks again")
        else:
            _log.warning("voice is silent", code=trouble.code, reason=trouble.detail, remedy=trouble.remedy)
        self._post(VoiceChanged(trouble))


def _parts(calls: tuple[CallView, ...]) -> Iterator[tuple[Tongue, tuple[CallView, ...]]]:
    """Mandarin for all of them first, then each other language for those that want it."""
    for tongue in Tongue:
        wanted = tuple(call for call in calls if tongue in tongues(call))
        if wanted:
            yield tongue, wanted
