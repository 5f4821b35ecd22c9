"""Runs one kiosk on the GUI thread: events in, pages and effects out, and the clock of patience."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.config import Patience
from kiosk.flow.effects import Effect
from kiosk.flow.events import (
    Again,
    Back,
    CategoryChosen,
    ClassChosen,
    Event,
    LanguageChosen,
    Leave,
    PaperInHand,
    StillHere,
    TimeOver,
    WayChosen,
    WithoutCard,
)
from kiosk.flow.facts import Facts
from kiosk.flow.learning import learn
from kiosk.flow.limits import limit_s
from kiosk.flow.table import step
from kiosk.flow.visit import Visit, Way
from kiosk.viewmodels.derive import KioskProps, derive
from kiosk.viewmodels.models import ChoiceModel, Hands, MessageModel, ShellModel, TicketModel
from queue_core.client.transport import new_key
from queue_core.wire.words import TicketClass


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
        empty = KioskProps()
        self.shell = ShellModel(empty.shell, self)
        self.choice = ChoiceModel(empty.choice, self)
        self.ticket = TicketModel(empty.ticket, self)
        self.message = MessageModel(empty.message, self)
        self.hands = Hands(self)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._time_is_over)
        self._listen_to_hands()

    def properties(self) -> dict[str, QObject]:
        """The initial properties of the main QML file."""
        return {
            "shell": self.shell,
            "choice": self.choice,
            "ticket": self.ticket,
            "message": self.message,
            "hands": self.hands,
        }

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
        """Bring the pages to what visit and facts say; the last of the language first."""
        props = derive(self.visit, self.facts)
        self.choice.show(props.choice)
        self.ticket.show(props.ticket)
        self.message.show(props.message)
        self.shell.show(props.shell)

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

    def _listen_to_hands(self) -> None:
        hands = self.hands
        hands.classChosen.connect(lambda word: self.receive(ClassChosen(TicketClass(word))))
        hands.categoryChosen.connect(lambda code: self.receive(CategoryChosen(code)))
        hands.withoutCardPressed.connect(lambda: self.receive(WithoutCard()))
        hands.paperChosen.connect(lambda: self.receive(WayChosen(way=Way.PAPER, key=new_key())))
        hands.phoneChosen.connect(lambda: self.receive(WayChosen(way=Way.PHONE, key=new_key())))
        hands.againPressed.connect(lambda: self.receive(Again()))
        hands.backPressed.connect(lambda: self.receive(Back()))
        hands.leavePressed.connect(lambda: self.receive(Leave()))
        hands.paperInHandPressed.connect(lambda: self.receive(PaperInHand()))
        hands.languageChosen.connect(lambda tag: self.receive(LanguageChosen(tag)))
        hands.stillHerePressed.connect(lambda: self.receive(StillHere()))
        hands.touched.connect(self._touched)
