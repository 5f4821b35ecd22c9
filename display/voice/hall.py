"""All voices of one program, and what they hear from the hall: each call goes to the zone of its window."""

import asyncio
import contextlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import assert_never

import structlog

from display.kit.hall_clock import HallClock, steady_clock
from display.voice.alone import alone_at, device_of
from display.voice.announcer import Announcer, CallsSpoken, News, Surroundings
from display.voice.bank import BUILT_IN, unspeakable
from display.voice.errors import WindowWithoutZone, WordsMissing
from display.voice.manner import Manner, local_time
from display.voice.said import Memory
from display.voice.telling import Telling
from drivers.contract.errors import DeviceError
from drivers.contract.speaker import Tongue
from drivers.runtime.registry import Registry
from drivers.runtime.supervising import SupervisedSpeaker
from queue_core.client import HallClient, LinkLost, LinkUp, Update
from queue_core.client.device_reports import report_devices
from queue_core.wire.stream import Changes, Snapshot
from queue_core.wire.views import BoardView, CabinetView, CallView, HallView, View, WindowView

_log = structlog.get_logger(__name__)
_NAMES = {Tongue.MANDARIN: "zh-CN", Tongue.CANTONESE: "zh-Hant", Tongue.ENGLISH: "en"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """`windows` None: all of the hall. `place` is the code of the place where it is heard, empty for none."""

    name: str
    address: str
    windows: frozenset[int] | None = None
    place: str = ""

    def speaks_for(self, window: int) -> bool:
        return self.windows is None or window in self.windows


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """`elsewhere` are windows for which another program speaks; with `leaves_others` all that have no zone.

    `says_places`: where a window is, when that is not the place where it is heard. `bank` has the clips.
    """

    zones: Sequence[Zone]
    manner: Manner
    bank: Path = BUILT_IN
    elsewhere: frozenset[int] = frozenset()
    leaves_others: bool = False
    says_places: bool = False

    def zone_of(self, window: int) -> Zone | None:
        """None: another program speaks for it. What no zone was named for is spoken by the first."""
        if window in self.elsewhere:
            return None
        first = None if self.leaves_others else self.zones[0]
        return next((zone for zone in self.zones if zone.speaks_for(window)), first)

    def without_zone(self, windows: Iterable[int]) -> tuple[int, ...]:
        """Those for which nobody was named to speak."""
        return tuple(
            window
            for window in windows
            if not self.leaves_others
            and window not in self.elsewhere
            and not any(zone.speaks_for(window) for zone in self.zones)
        )


class HallVoice:
    """`post` hands on what happened at the speakers. The client is its owner's to close."""

    def __init__(self, client: HallClient, plan: Plan, memory: Memory, post: Callable[[News], None]) -> None:
        self._client, self._plan, self._memory, self._post = client, plan, memory, post
        self._telling = Telling(client, memory)
        self._clock = HallClock(steady_clock())
        self._hall: HallView | None = None
        self._windows: dict[int, WindowView] = {}
        self._place_words: dict[Tongue, set[str]] = {}
        self._unsaid: dict[Tongue, set[str]] = {}
        self._announcers: dict[str, Announcer] = {}

    async def run(self) -> None:
        """Until cancelled. Zones of one speaker share its one channel.

        Raises SpeakerInUse, or WindowWithoutZone when the hall has told its windows.
        """
        async with AsyncExitStack() as stack:
            devices = await stack.enter_async_context(Registry())
            for nth, zone in enumerate(self._plan.zones, 1):
                if device_of(zone.address) in self._announcers:
                    continue
                stack.enter_context(alone_at(zone.address))
                name = "speaker" if nth == 1 else f"speaker-{nth}"
                speaker = await devices.add(name, SupervisedSpeaker(zone.address))
                around = Surroundings(now=self._local_time, place=self._place)
                self._announcers[device_of(zone.address)] = Announcer(
                    speaker, self._on, self._plan.manner, self._memory, around
                )
            await self._work(devices)

    async def _work(self, devices: Registry) -> None:
        jobs = [self._follow(), self._telling.run(), report_devices(devices, self._client)]
        jobs += [each.run() for each in self._announcers.values()]
        try:
            async with asyncio.TaskGroup() as group:
                for job in jobs:
                    group.create_task(job)
        except BaseExceptionGroup as errors:
            told = errors.subgroup(WindowWithoutZone)
            if told is None:
                raise
            raise told.exceptions[0] from errors  # what else went wrong did so because of its end

    async def _follow(self) -> None:
        async with contextlib.aclosing(self._client.follow()) as updates:
            async for update in updates:
                self.learn(update)

    def learn(self, update: Update) -> None:
        """Raises WindowWithoutZone at the first snapshot."""
        match update:
            case Snapshot():
                self._clock.hear(update)
                self._begin(update)
            case Changes():
                self._clock.hear(update)
                self._go_on(update.views)
            case LinkUp() | LinkLost():
                return  # what was heard is still said; calls missed meanwhile follow with the link
            case _ as never:
                assert_never(never)

    def _begin(self, snapshot: Snapshot) -> None:
        lonely = self._plan.without_zone(snapshot.hall.windows)
        if lonely and self._hall is None:
            raise WindowWithoutZone(lonely)
        if lonely:
            _log.error("window-without-zone", windows=lonely, remedy=WindowWithoutZone(lonely).remedy)
        self._learn_hall(snapshot.hall)
        self._windows = {each.window: each for each in snapshot.windows}
        for name, calls in self._theirs(snapshot.calls).items():
            self._announcers[name].begin_anew(calls, self._windows)

    def _go_on(self, views: Iterable[View]) -> None:
        """Windows before calls: a call is believed only while its window waits."""
        calls = []
        for view in views:
            match view:
                case HallView():
                    self._learn_hall(view)
                case WindowView():
                    self._windows[view.window] = view
                case CallView():
                    calls.append(view)
                case BoardView() | CabinetView():
                    pass
                case _ as never:
                    assert_never(never)
        for name, theirs in self._theirs(calls).items():  # without a call, too: windows have changed
            self._announcers[name].announce(theirs, self._windows)

    def _learn_hall(self, hall: HallView) -> None:
        """A place that nobody can say is left out of its calls: without it a call is better than none."""
        self._hall = hall
        words = self._words_for_places(hall)
        if words == self._place_words:
            return
        self._place_words = words
        try:
            self._unsaid = unspeakable(self._plan.bank, words, speed=self._plan.manner.speed)
        except DeviceError:
            return  # the speaker tells that its bank is not there
        missing = sorted(word for found in self._unsaid.values() for word in found)
        if missing:
            _log.error("places-not-said", words=missing, remedy=WordsMissing(()).remedy)

    def _words_for_places(self, hall: HallView) -> dict[Tongue, set[str]]:
        if not self._plan.says_places:
            return {}
        tongues = self._plan.manner.tongues
        return {
            tongue: {place.names.get(_NAMES[tongue], "") for place in hall.places} - {""}
            for tongue in tongues
        }

    def _theirs(self, calls: Iterable[CallView]) -> dict[str, list[CallView]]:
        """The calls of each speaker."""
        theirs: dict[str, list[CallView]] = {name: [] for name in self._announcers}
        for call in calls:
            zone = self._plan.zone_of(call.window)
            if zone is not None:
                theirs[device_of(zone.address)].append(call)
        return theirs

    def _local_time(self) -> datetime:
        timezone = self._hall.timezone if self._hall else "Asia/Shanghai"
        return local_time(self._clock.now_ms(), timezone)

    def _place(self, call: CallView, tongue: Tongue) -> str:
        zone = self._plan.zone_of(call.window)
        if not self._plan.says_places or self._hall is None or zone is None:
            return ""
        place = next((each for each in self._hall.places if call.window in each.windows), None)
        if place is None or place.code == zone.place:
            return ""
        name = place.names.get(_NAMES[tongue], "")
        return "" if name in self._unsaid.get(tongue, ()) else name

    def _on(self, news: News) -> None:
        if isinstance(news, CallsSpoken):
            self._telling.wake()
        self._post(news)
