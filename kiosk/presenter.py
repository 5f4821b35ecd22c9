"""Turns events into pages on the GUI thread: flow and view-models in, pages and effects out.

Keeps the clock of patience, too, and that of the card that was left behind.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.config import Patience
from kiosk.flow.effects import Beep, Effect
from kiosk.flow.events import Event
from kiosk.flow.facts import Facts
from kiosk.flow.learning import learn, when_over
from kiosk.flow.limits import limit_s
from kiosk.flow.presses import TimeOver
from kiosk.flow.shown import shown_page
from kiosk.flow.table import step
from kiosk.flow.visit import Comfort, Page, Visit
from kiosk.viewmodels.frame import ShellProps, has_left_card
from kiosk.viewmodels.frame_models import FrameHands
from kiosk.viewmodels.sections import SECTIONS

BEEP_EVERY_S = 3.0  # for as long as a forgotten card lies there


class Presenter(QObject):
    """`perform` takes the effects; `speak` installs a language (its tag) before the texts are derived.

    `dress` takes a mode of the theme and whether all that is pressed shall lie low; `house` is the comfort
    that every visit begins with. `turned`: the citizen sees another page, or the same in another way;
    `shown`: the pages say what visit and facts say; `used`: somebody is there.
    """

    turned = Signal()
    shown = Signal()
    used = Signal()

    def __init__(
        self,
        patience: Patience,
        perform: Callable[[Effect], None],
        speak: Callable[[str], None],
        dress: Callable[[str, bool], None],
        house: Comfort = Comfort(),  # noqa: B008 a frozen value
    ) -> None:
        super().__init__()
        self._patience = patience
        self._perform = perform
        self._speak = speak
        self._dress = dress
        self.visit = Visit(visit_id=1, comfort=house, house_comfort=house)
        self.facts = Facts(patience=patience)
        self._models = {name: model for section in SECTIONS for name, model in section.models(self).items()}
        self._hands = {
            name: hands for section in SECTIONS for name, hands in section.hands(self, self.receive).items()
        }
        self._clock = self._timer(self._time_is_over)
        self._beeper = self._timer(self._beep)
        for hands in self._hands.values():
            if isinstance(hands, FrameHands):
                hands.touched.connect(self.touched)

    def properties(self) -> dict[str, QObject]:
        """The initial properties of the main QML file."""
        return {**self._models, **self._hands}

    def receive(self, event: Event) -> None:
        """Take one event to its end: new facts, new visit, new pages, effects."""
        before = self.visit
        self.facts = learn(self.facts, event)
        taken = step(self.visit, event, self.facts)
        self.visit = taken.visit
        self.facts = when_over(self.facts, event, before, self.visit)
        if taken.visit.language != before.language:
            self._speak(taken.visit.language)
        self.show()
        if taken.visit != before:
            self._wind_clock()
        self._mind_left_card()
        for effect in taken.effects:
            self._perform(effect)

    def show(self) -> None:
        """Bring the pages to what visit and facts say."""
        before, comfort = self.shell, self.visit.dressed
        if shown_page(self.visit, self.facts) is not Page.CABINET:  # which dresses its pages itself
            self._dress(comfort.mode.value, comfort.reach)
        for section in SECTIONS:
            for name, props in section.derive(self.visit, self.facts).items():
                self._models[name].show(props)
        if self._seen(before) != self._seen(self.shell):
            self.turned.emit()
        self.shown.emit()

    def touched(self) -> None:
        """Somebody is there."""
        self.used.emit()
        if not self.visit.is_asked:
            self._wind_clock()

    def stop(self) -> None:
        """The window is gone: nothing more comes by itself."""
        self._clock.stop()
        self._beeper.stop()

    @property
    def shell(self) -> ShellProps:
        props = self._models["shell"].props
        assert isinstance(props, ShellProps)
        return props

    @property
    def is_beeping(self) -> bool:
        return self._beeper.isActive()

    def _seen(self, shell: ShellProps) -> tuple[object, ...]:
        return shell.page, shell.is_asked, shell.language, shell.mode, shell.is_spoken

    def _timer(self, at_its_end: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(at_its_end)
        return timer

    def _wind_clock(self) -> None:
        limit = limit_s(self.visit, self._patience)
        if limit is None:
            self._clock.stop()
        else:
            self._clock.start(round(limit * 1000))

    def _time_is_over(self) -> None:
        self.receive(TimeOver())

    def _mind_left_card(self) -> None:
        if not has_left_card(self.visit, self.facts):
            self._beeper.stop()
        elif not self.is_beeping:
            self._beep()

    def _beep(self) -> None:
        self._perform(Beep())
        self._beeper.start(round(BEEP_EVERY_S * 1000))
