"""A hosted cabinet put together: its doors and its line to the hall, with the kiosk's screen and devices."""

from display.kit.bridge import Bridge
from display.kit.hall_clock import HallClock, steady_clock
from display.receipt.template import read
from kiosk.backstage.crew import Backstage
from kiosk.cabinet.app import status
from kiosk.cabinet.backstage.crew import Crew
from kiosk.cabinet.backstage.receipts import Receipts
from kiosk.cabinet.backstage.senses import StaffCardsOnly
from kiosk.cabinet.errors import NotACabinet
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import Request
from kiosk.cabinet.flow.state import Cabinet, Means
from kiosk.cabinet.viewmodels.derive import Setting
from kiosk.cabinet.voice import CabinetVoice
from kiosk.config import KioskConfig
from kiosk.flow.events import CabinetDevicesSeen, CabinetLinkSeen, Event
from kiosk.flow.visit import Comfort, Mode
from kiosk.hosting.config import HostedCabinet, require_one_hall
from kiosk.hosting.readings import ForCabinet, share
from kiosk.hosting.turns import Turns
from queue_core.client import Credential
from queue_core.wire.words import Role


class Hosting:
    """Raises CredentialUnusable, NotACabinet, or ConfigErrors, before anything is shown.

    `of_kiosk` is the kiosk's own credential: both are of one hall. First `turns` go to the kiosk's window,
    then `run` with the kiosk's loop. `receive` takes what crosses from the loop before the kiosk does.
    """

    def __init__(self, cabinet: HostedCabinet, kiosk: KioskConfig, of_kiosk: Credential) -> None:
        self._credential = Credential.load(cabinet.credential)
        if self._credential.role is not Role.CABINET:
            raise NotACabinet(self._credential.role)
        assert kiosk.cabinet is not None, "a cabinet without a file"
        require_one_hall(of_kiosk, self._credential, kiosk.cabinet)
        self._devices = cabinet.devices
        self._template = None if cabinet.receipt.template is None else read(cabinet.receipt.template)
        self._clock = HallClock(steady_clock())
        setting = Setting(
            columns=cabinet.picture.columns, clears_after_s=round(cabinet.patience.clear_after_s)
        )
        self.turns = Turns(begin(cabinet, kiosk), self._send, self._clock.now_ms, cabinet.patience, setting)

    @property
    def code(self) -> str:
        """The hall's name for the cabinet: its device is called so."""
        return self._credential.device

    def run(self, bridge: Bridge, backstage: Backstage) -> None:
        """The doors and the line to the hall, whoever has the screen. Before the bridge starts."""
        self._bridge, self._backstage = bridge, backstage
        receipts = Receipts(backstage.printer, self._post, self._template)
        senses = StaffCardsOnly(self._devices, self._post)
        self._crew = Crew(
            self._credential,
            self._devices,
            self._post,
            senses,
            receipts,
            self._clock,
            devices_seen=lambda devices: bridge.post(CabinetDevicesSeen(devices)),
        )
        CabinetVoice(
            self.turns.model,
            say=lambda said: bridge.run(backstage.sound.say(said)) if self.turns.may_speak else None,
            tune=lambda _: None,  # the kiosk's voice tunes the one speaker
        )
        bridge.run(self._crew.run())

    def receive(self, value: Event | ForCabinet) -> bool:
        """Whether it was the cabinet's alone. On the GUI thread."""
        if isinstance(value, ForCabinet):
            self.turns.model.receive(value.happening)
            return True
        shared = share(value, is_cabinet_in_front=self.turns.is_cabinet_in_front)
        if shared.read is not None:
            self._bridge.run(self._backstage.perform(shared.read))
        if shared.to_cabinet is not None:
            self.turns.model.receive(shared.to_cabinet)
        return not shared.to_kiosk

    def take_staff_card(self, serial: str | None) -> bool:
        """A staff card on the kiosk's reader, None for one not read: is it for the cabinet? On the loop."""
        if not self.turns.is_cabinet_in_front:
            return False
        self._post(h.StaffCardUnread() if serial is None else h.StaffCardLaid(serial=serial))
        return True

    def status(self) -> str:
        """For whoever asks the service manager."""
        return f"cabinet {self.code}: {status(self.turns.model.state)}"

    def _post(self, happening: h.Happening) -> None:
        """Of the line the kiosk hears too, for its staff."""
        if isinstance(happening, h.LinkChanged):
            self._bridge.post(CabinetLinkSeen(happening.code))
        self._bridge.post(ForCabinet(happening))

    def _send(self, request: Request) -> None:
        self._bridge.run(self._crew.perform(request))


def begin(cabinet: HostedCabinet, kiosk: KioskConfig) -> Cabinet:
    """As every visit begins: with the kiosk's devices, and as the kiosk is set up."""
    house = Comfort(mode=Mode(kiosk.screen.mode))
    means = Means(
        has_reader=True,
        has_scanner=kiosk.devices.scanner is not None,
        has_staff_reader=bool(kiosk.devices.staff_reader or cabinet.devices.staff_reader),
        has_speaker=kiosk.devices.speaker is not None,
    )
    return Cabinet(means=means, house=house, comfort=house)
