"""Speaks the calls of one speaker zone: the channel decides what, a speaker says it.

Lives on the loop of the devices and holds up nobody. What goes wrong is posted, and tried again while
the call is of use.
"""

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import structlog

from display.voice.channel import Channel, Part, begin_anew, hear, put_back, take
from display.voice.errors import VoiceError
from display.voice.manner import Manner, Plays
from display.voice.said import Memory
from display.voice.wording import part
from drivers.contract.errors import DeviceError, Unspeakable
from drivers.contract.speaker import Speaker, Tongue, Utterance
from drivers.contract.status import SILENT, State, StatusChanged
from queue_core.wire.views import CallView, WindowView

CHIME_AFTER_S = 8.0
"""Who was not spoken to for so long is woken by a tone first."""
OPENED_WITHIN_S = 10.0
"""Calls wait so long for a speaker that is being opened for the first time."""
AGAIN_AFTER_S = 1.0
"""A speaker that did not speak is asked again."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class CallsSpoken:
    """These calls were heard in the hall's first language, each told once; all are of one ticket."""

    calls: tuple[CallView, ...]


@dataclass(frozen=True, slots=True)
class CallsUnspoken:
    """These calls were given up: nothing could be heard for too long, or nothing has words for them."""

    calls: tuple[CallView, ...]


@dataclass(frozen=True, slots=True)
class VoiceChanged:
    """Calls can be heard again, or why they cannot."""

    trouble: DeviceError | VoiceError | None


News = CallsSpoken | CallsUnspoken | VoiceChanged


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What an announcer asks of the hall while it speaks: its wall clock, and where a call's window is.

    `place` is empty where that need not be said.
    """

    now: Callable[[], datetime]
    place: Callable[[CallView, Tongue], str] = lambda _call, _tongue: ""


class Announcer:
    """`post` hands on what happened. The speaker is its owner's to close."""

    def __init__(
        self,
        speaker: Speaker,
        post: Callable[[News], None],
        manner: Manner,
        memory: Memory,
        around: Surroundings,
    ) -> None:
        self._speaker, self._post, self._manner, self._memory = speaker, post, manner, memory
        self._around = around
        self._channel = Channel()
        self._windows: Mapping[int, WindowView] = {}
        self._wake = asyncio.Event()
        self._silent_since = float("-inf")
        self._trouble: DeviceError | None = None

    def announce(self, calls: Iterable[CallView], windows: Mapping[int, WindowView]) -> None:
        """Takes up what is new in `calls`. `windows` says who is awaited still."""
        self._windows, now_s = windows, _now_s()
        for call in sorted(calls, key=lambda call: call.call_id):
            if not self._memory.has(call):
                self._channel = hear(self._channel, call, now_s)
        self._wake.set()

    def begin_anew(self, calls: Sequence[CallView], windows: Mapping[int, WindowView]) -> None:
        """`calls` are all that the hall remembers, and not only what was called since."""
        self._channel = begin_anew(self._channel, calls)
        self.announce(calls, windows)

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
                    self._wake.set()

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
            taken = take(self._channel, self._windows, self._manner.tongues, _now_s())
            self._channel = taken.channel
            self._give_up(taken.stale)
            if taken.part is None:
                await self._wake.wait()
            else:
                await self._utter(taken.part)

    async def _utter(self, said: Part) -> None:
        plays = self._manner.plays(self._around.now())
        try:
            if plays is None or (plays is Plays.CHIME and said.waited is not None):  # one tone a call
                await self._say(said, plays)
        except Unspeakable as error:
            self._tell(error)
            self._give_up(_calls(said))
        except DeviceError as error:
            self._tell(error)
            self._channel = put_back(self._channel, said)
            await self._changed()
        else:
            self._heard(said, is_spoken=plays is None)

    async def _say(self, said: Part, plays: Plays | None) -> None:
        loudness = self._manner.loudness_at(self._around.now())
        if loudness is not None:
            await self._speaker.set_loudness(loudness)
        await self._speaker.say(self._utterance(said, plays))
        self._silent_since = _now_s()
        self._tell(None)

    def _utterance(self, said: Part, plays: Plays | None) -> Utterance:
        if plays is Plays.CHIME:
            return Utterance(words=(), tongue=said.tongue, chime=True)
        was_silent = _now_s() - self._silent_since > CHIME_AFTER_S
        return Utterance(
            words=part(
                said.call,
                said.tongue,
                opens=said.opens,
                closes=said.closes,
                place=self._around.place(said.call, said.tongue),
            ),
            tongue=said.tongue,
            chime=self._manner.chimes and was_silent,
            speed=self._manner.hurried_speed if said.hurried else self._manner.speed,
        )

    def _heard(self, said: Part, *, is_spoken: bool) -> None:
        """What was left out in quiet hours is settled, too, and not told: its time counts from the call."""
        calls = _calls(said)
        if not calls:
            return
        self._memory.keep(calls, to_be_told=is_spoken)
        if is_spoken:
            self._post(CallsSpoken(calls))

    def _give_up(self, calls: tuple[CallView, ...]) -> None:
        if calls:
            _log.warning("calls were not spoken", calls=len(calls), windows=[each.window for each in calls])
            self._post(CallsUnspoken(calls))

    async def _changed(self) -> None:
        """The speaker is back or there is another call; at the latest after a while."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(AGAIN_AFTER_S):
                await self._wake.wait()

    def _tell(self, trouble: DeviceError | None) -> None:
        before, self._trouble = self._trouble, trouble
        if (before and before.code) == (trouble and trouble.code):
            return
        if trouble is None:
            _log.info("voice speaks again")
        else:
            _log.warning("voice is silent", code=trouble.code, reason=trouble.detail, remedy=trouble.remedy)
        self._post(VoiceChanged(trouble))


def _calls(said: Part) -> tuple[CallView, ...]:
    """Those nobody had heard before."""
    return () if said.waited is None else (*said.waited.instead_of, said.call)


def _now_s() -> float:
    return asyncio.get_running_loop().time()
