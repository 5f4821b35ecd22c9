"""One window with its caller and evaluator: what they show, and what becomes of their keys."""

import asyncio
import contextlib
from uuid import uuid4

from counter.station.config import StationConfig
from counter.station.plan import Step, due
from counter.station.ratings import Ratings
from drivers.contract.errors import DeviceError
from drivers.contract.events import KeyPressed, Rated
from drivers.contract.window_bus import WindowBus
from queue_core.client import ClientError, HallClient
from queue_core.log import logger
from queue_core.wire.views import WindowView
from queue_core.wire.words import WindowAction, WindowState

MOST_PRESSES_WAITING = 4  # more is somebody leaning on a key while the hall is away
FRESH_FOR_S = 5.0  # a call that comes later surprises everybody

log = logger("station")


class Desk:
    """Owns nothing; `serve` runs for as long as the station does. One key press after the other."""

    def __init__(
        self,
        window: int,
        address: int,
        *,
        bus: WindowBus,
        hall: HallClient,
        config: StationConfig,
        ratings: Ratings,
    ) -> None:
        self._window, self._address = window, address
        self._bus, self._hall, self._config = bus, hall, config
        self._view: WindowView | None = None
        self._shown: tuple[str | None, int] | None = None
        self._asked: int | None = None
        self._presses: asyncio.Queue[tuple[float, KeyPressed]] = asyncio.Queue(MOST_PRESSES_WAITING)
        self._ratings = ratings

    async def see(self, view: WindowView) -> None:
        """The hall's newest view of this window."""
        self._view = view
        await self._show()
        await self._ask()

    async def see_bus_again(self) -> None:
        """The bus was away: its boxes may have lost power, and show what they like."""
        self._shown = self._asked = None
        if self._view is not None:
            await self.see(self._view)

    async def press(self, event: KeyPressed | Rated) -> None:
        """Takes a press without waiting for what becomes of it."""
        if isinstance(event, Rated):
            self._ratings.take(self._config.level(event.value))
            return
        try:
            self._presses.put_nowait((asyncio.get_running_loop().time(), event))
        except asyncio.QueueFull:
            log.warning("press-dropped", window=self._window)
            await self._tell(done=False)

    async def serve(self) -> None:
        while True:
            pressed_at, pressed = await self._presses.get()
            if asyncio.get_running_loop().time() - pressed_at < FRESH_FOR_S:
                await self._act(pressed)
            else:
                log.info("press-too-old", window=self._window, key=f"{pressed.key:02X}")
                await self._tell(done=False)

    @property
    def _state(self) -> WindowState | None:
        return None if self._view is None else self._view.state

    async def _act(self, pressed: KeyPressed) -> None:
        """Each physical press has one key for each of its commands, however often they are sent."""
        steps = self._config.steps(pressed.digits, pressed.key)
        if steps is None:
            log.info("key-without-meaning", window=self._window, key=f"{pressed.key:02X}")
            await self._tell(done=False)
            return
        press = uuid4().hex
        try:
            for nth, step in enumerate(due(steps, self._state)):
                self._view = await self._take(step, key=f"{press}-{nth}")
                self._ratings.see(self._view)
        except ClientError as error:
            log.info("press-refused", window=self._window, key=f"{pressed.key:02X}", code=error.code)
            await self._tell(done=False)
        else:
            await self._tell(done=True)
        await self._ask()

    async def _take(self, step: Step, *, key: str) -> WindowView:
        match step:
            case Step.HOLD:
                return await self._hall.hold(self._window, self._config.reasons.hold, key=key)
            case Step.PAUSE:
                return await self._hall.pause(self._window, self._config.reasons.pause, key=key)
            case _:
                return await self._hall.act(self._window, WindowAction(step.value), key=key)

    async def _tell(self, *, done: bool) -> None:
        """The box's own answer to a press: done, or not and a beep; then the display as it should be."""
        with contextlib.suppress(DeviceError):  # its supervisor tells, and shows all again
            await self._bus.confirm(self._address, done=done)
            if not done:
                await self._bus.beep(self._address)
        self._shown = None
        await self._show()

    async def _show(self) -> None:
        if self._view is None:
            return
        ticket = self._view.ticket
        wanted = (None if ticket is None else ticket.number, self._view.waiting)
        if wanted != self._shown:
            with contextlib.suppress(DeviceError):
                await self._bus.show(self._address, ticket=wanted[0], waiting=wanted[1])
                self._shown = wanted

    async def _ask(self) -> None:
        """Once a service; the next one may be the same ticket's."""
        request = self._ratings.armed
        if request is None:
            self._asked = None
        elif request.ticket_id != self._asked:
            with contextlib.suppress(DeviceError):
                await self._bus.ask(self._address)
                self._asked = request.ticket_id
