"""Runs one kiosk on the GUI thread: events in, pages and effects out, and the clock of patience."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.config import Patience
from kiosk.flow.effects import Effect
from kiosk.flow.events import Event, TimeOver
from kiosk.flow.facts import Facts
from kiosk.flow.learning import learn
from kiosk.flow.limits import limit_s
from kiosk.flow.table import step
from kiosk.flow.visit import Visit
from kiosk.viewmodels.sections import SECTIONS
from kiosk.viewmodels.taking_models import Hands


class Presenter(QObject):
    """`perform` takes the effects; `speak` installs a language (its tag) before the texts are derived."""

    def __init__(
        self, patience: Patience, perform: Callable[[Effect], None], speak: Callable[[str], None]
    ) -> None:
        super().__init__()
        self._patience = patience
        self._perform = perform
        self._speak = speak
        self.visit = Visit(visit_id=1)
        self.facts = Facts()
        self._models = {name: model for section in SECTIONS for name, model in section.models(self).items()}
        self._hands = {
            name: hands for section in SECTIONS for name, hands in section.hands(self, self.receive).items()
        }
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._time_is_over)
        for hands in self._hands.values():
            if isinstance(hands, Hands):
                hands.touched.connect(self._touched)

    def properties(self) -> dict[str, QObject]:
        """The initial properties of the main QML file."""
        return {**self._models, **self._hands}

    def receive(self, event: Event) -> None:
        """Take one event to its end: new facts, new visit, new pages, effects."""
        before = self.visit
        self.facts = learn(self.facts, event)
        taken = step(self.visit, event, self.facts)
        self.visit = taken.visit
        if taken.visit.language != before.language:
            self._speak(taken.visit.language)
        self.show()
        if taken.visit != before:
            self._wind_clock()
        for effect in taken.effects:
            self._perform(effect)

    def show(self) -> None:
        """Bring the pages to what visit and facts say."""
        for section in SECTIONS:
            for name, props in section.derive(self.visit, self.facts).items():
                self._models[name].show(props)

    def _wind_clock(self) -> None:
        limit = limit_s(self.visit, self._patience)
        if limit is None:
            self._clock.stop()
        else:
            self._clock.start(round(limit * 1000))

    def _touched(self) -> None:
        if not self.visit.is_asked:
            self._wind_clock()

    def _time_is_over(self) -> None:
        self.receive(TimeOver())
