"""The kiosk put together: presenter on the GUI thread, backstage on the loop, the window between."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.window import FrontEnd, OpenWindow, application
from display.ticket.template import read
from kiosk.backstage.crew import Backstage, Furnishing
from kiosk.backstage.e_cards import HttpVerifier, trust
from kiosk.backstage.keepsake import place
from kiosk.backstage.log_ring import keep_last_lines
from kiosk.backstage.sound import Sound
from kiosk.config import ECards, KioskConfig, Patience, pixels
from kiosk.flow.effects import Effect, Restart
from kiosk.flow.facts import Itself, Means
from kiosk.flow.visit import Comfort, Mode
from kiosk.keypad import Keypad, SpeakAloud
from kiosk.presenter import Presenter
from kiosk.service_notice import ServiceNotice, prober
from kiosk.voice.voice import Voice
from queue_core import log
from queue_core.client import Credential

if TYPE_CHECKING:
    from kiosk.hosting.cabinet import Hosting
    from kiosk.hosting.turns import Turns

logger = log.logger("kiosk")
RESTART = 75  # sysexits.h: EX_TEMPFAIL; the service manager starts the kiosk again
HERE = Path(__file__).parent
KIOSK = FrontEnd(name="kiosk", main=HERE / "qml" / "Main.qml", texts=HERE / "i18n")
HOST = replace(KIOSK, guests=(HERE / "cabinet" / "i18n",))


def open_kiosk(
    patience: Patience,
    perform: Callable[[Effect], None],
    house: Comfort = Comfort(),  # noqa: B008 a frozen value
    speak_aloud: SpeakAloud = lambda _, __: None,
    turns: "Turns | None" = None,
) -> tuple[Presenter, OpenWindow]:
    """A kiosk's window before it is shown, and what its pages follow.

    `house` is the comfort that every visit begins with; `speak_aloud` says a text in a language, and ends
    what is being said. `turns`: a cabinet shares the screen.
    """

    def speak(tag: str) -> None:
        if opened.languages.current != tag:
            opened.speak(tag)

    def dress(mode: str, is_low: bool) -> None:  # noqa: FBT001 the presenter's
        opened.dress(mode, is_low=is_low)

    presenter = Presenter(patience, perform, speak, dress, house)
    if turns is None:
        opened = OpenWindow(KIOSK, presenter.properties())
    else:
        opened = OpenWindow(HOST, {**presenter.properties(), "cabinet": turns.model})
    presenter.show()
    keypad = Keypad(presenter, opened, speak_aloud if turns is None else turns.discreet(speak_aloud))
    if turns is not None:
        turns.begin(presenter, opened, keypad)
    opened.window.destroyed.connect(presenter.stop)
    return presenter, opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A kiosk ready to run: start the bridge and show the window. `hosting` is the cabinet at its side."""

    presenter: Presenter
    bridge: Bridge
    opened: OpenWindow
    hosting: "Hosting | None"


def run_kiosk(config: KioskConfig, *, stage: Path | None = None, state: Path | None = None) -> int:
    """Until the window is closed; the exit code. Raises as `assemble` does."""
    app = application("kiosk")
    kiosk = assemble(config, lambda: app.exit(RESTART), state=state)
    if config.screen.fullscreen:
        kiosk.opened.window.showFullScreen()
    notice = ServiceNotice(os.environ, prober(kiosk.bridge), lambda: told(kiosk))
    notice.watch(kiosk.opened.window)
    app.aboutToQuit.connect(notice.stopping)
    return run(app, kiosk.opened, kiosk.bridge, stage=stage)


def assemble(config: KioskConfig, restart: Callable[[], None], *, state: Path | None = None) -> Assembled:
    """`state` is the folder for what outlives a crash; `restart` ends the kiosk, to be started anew.

    Raises CredentialUnusable, NotACabinet, or ConfigErrors about the hall's template or the cabinet that is
    hosted, before anything is shown.
    """
    credential = Credential.load(config.credential)
    hosting = hosting_of(config, credential)
    furnishing = furnished(config, credential, state)
    if hosting is not None:
        furnishing = replace(furnishing, lend_staff_card=hosting.take_staff_card)

    def perform(effect: Effect) -> None:
        if isinstance(effect, Restart):
            restart()
        else:
            bridge.run(backstage.perform(effect))

    def read_aloud(text: str, language: str) -> None:
        voice.read_aloud(text, language)

    def receive(value: Any) -> None:
        if hosting is None or not hosting.receive(value):
            presenter.receive(value)

    itself = Itself(name=credential.device, server=credential.server, version=version("paihao"))
    house = Comfort(mode=Mode(config.screen.mode))
    turns = hosting.turns if hosting else None
    presenter, opened = open_kiosk(config.patience, perform, house, read_aloud, turns)
    bridge = Bridge(receive)
    backstage = Backstage(credential, config.devices, bridge.post, furnishing)
    voice = voice_of(presenter, bridge, backstage.sound)
    if hosting is not None:
        hosting.run(bridge, backstage)
    means = replace(means_of(config), cabinet=hosting.code if hosting else "")
    presenter.facts = replace(presenter.facts, means=means, itself=itself)
    presenter.show()
    opened.resize(*pixels(config.screen.size))
    bridge.run(backstage.run())
    return Assembled(presenter=presenter, bridge=bridge, opened=opened, hosting=hosting)


def hosting_of(config: KioskConfig, credential: Credential) -> "Hosting | None":
    """Imported late: most kiosks host no cabinet."""
    from kiosk.hosting.config import read_hosted  # noqa: PLC0415

    cabinet = read_hosted(config)
    if cabinet is None:
        return None
    from kiosk.hosting.cabinet import Hosting  # noqa: PLC0415

    return Hosting(cabinet, config, credential)


def voice_of(presenter: Presenter, bridge: Bridge, sound: Sound) -> Voice:
    return Voice(
        presenter,
        say=lambda utterance: bridge.run(sound.say(utterance)),
        tune=lambda volume: bridge.run(sound.set_volume(volume)),
    )


def furnished(config: KioskConfig, credential: Credential, state: Path | None) -> Furnishing:
    """A state folder that cannot be made is told in the log; the kiosk goes on without."""
    try:
        keepsake = place(state, credential)
    except OSError as error:
        logger.warning("no-state-folder", why=os.strerror(error.errno or 0))
        keepsake = None
    issuer = config.e_cards
    return Furnishing(
        template=None if config.ticket.template is None else read(config.ticket.template),
        verifier=None if issuer is None else verifier_of(issuer),
        keepsake=keepsake,
        log_lines=keep_last_lines().lines,
    )


def verifier_of(issuer: ECards) -> HttpVerifier:
    return HttpVerifier(issuer.verify_at, issuer.token, trust(issuer.root_ca))


def means_of(config: KioskConfig) -> Means:
    return Means(
        typing=config.offer.typed_numbers,
        e_cards=config.e_cards is not None,
        matters=config.offer.matters,
    )


def told(kiosk: Assembled) -> str:
    both = [status(kiosk.presenter)]
    if kiosk.hosting is not None:
        both.append(kiosk.hosting.status())
    return "; ".join(both)


def status(presenter: Presenter) -> str:
    """One line for whoever asks the service manager; nobody's visit is in it."""
    facts = presenter.facts
    ailing = [f"{each.name}: {each.trouble}" for each in facts.devices if each.trouble]
    link = f"hall: {facts.link_trouble}" if facts.link_trouble else "hall: connected"
    return ", ".join([link, *ailing])
