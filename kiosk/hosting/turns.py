"""One screen in turns: the kiosk's pages lend it to the cabinet's, which give it back.

Both keep what they know while the other is in front. Language and comfort are the visitor's, so they are the
same on both; nothing else of a visit goes from one to the other.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from display.kit.window import OpenWindow
from kiosk.cabinet.config import Patience
from kiosk.cabinet.flow import happenings as h
from kiosk.cabinet.flow.requests import GiveBack, Request
from kiosk.cabinet.flow.state import Cabinet
from kiosk.cabinet.viewmodels.derive import Setting
from kiosk.cabinet.viewmodels.model import CabinetModel, Outside
from kiosk.flow.events import CabinetLeft
from kiosk.flow.presses import LanguageChosen, ModeChosen, ReachChosen, VolumeChosen
from kiosk.flow.visit import Page
from kiosk.keypad import Keypad, SpeakAloud
from kiosk.presenter import Presenter


class Turns(QObject):
    """Lives on the GUI thread. `model` is the cabinet's; `begin` when the window is there."""

    def __init__(
        self,
        state: Cabinet,
        send: Callable[[Request], None],
        now_ms: Callable[[], int],
        patience: Patience,
        setting: Setting,
    ) -> None:
        super().__init__()
        outside = Outside(
            send=send, speak=self._speak, dress=self._dress, now_ms=now_ms, give_back=self._give_back
        )
        hidden = replace(state, is_hosted=True, is_in_front=False)
        self.model = CabinetModel(hidden, outside, patience, setting)

    def begin(self, presenter: Presenter, opened: OpenWindow, keypad: Keypad) -> None:
        self._presenter, self._opened, self._keypad = presenter, opened, keypad
        self.setParent(presenter)
        presenter.shown.connect(self._follow)
        presenter.used.connect(self.model.touched)
        self.model.turned.connect(self._turned)
        for changed in (
            self.model.languageChanged,
            self.model.modeChanged,
            self.model.isLowChanged,
            self.model.volumeChanged,
        ):
            changed.connect(self._tell_kiosk)
        opened.window.destroyed.connect(self.model.stop)

    @property
    def is_cabinet_in_front(self) -> bool:
        """May be asked from any thread."""
        return self.model.state.is_in_front

    @property
    def may_speak(self) -> bool:
        """Who listens instead of looking hears all of the page from the keypad."""
        return self.is_cabinet_in_front and not self._presenter.visit.comfort.is_spoken

    def discreet(self, speak_aloud: SpeakAloud) -> SpeakAloud:
        """Leaves out what is typed at the cabinet: others hear what is said, and a code opens a door."""

        def speak(text: str, language: str) -> None:
            field = self.model.props.field
            if field is not None and len(field.text) > 1:  # one sign is the name of a key as well
                text = text.replace(field.shown, "").replace(field.text, "")
            speak_aloud(text, language)

        return speak

    def _follow(self) -> None:
        """The kiosk's flow says who has the screen."""
        visit, state = self._presenter.visit, self.model.state
        is_lent = self._presenter.shell.page == Page.CABINET
        if is_lent and not state.is_in_front:
            self.model.receive(h.BroughtForward(language=visit.language, comfort=visit.comfort))
            self._turned()
        elif is_lent and (state.language, state.comfort) != (visit.language, visit.comfort):
            self.model.receive(h.Suited(language=visit.language, comfort=visit.comfort))
        elif not is_lent and state.is_in_front:
            self.model.receive(h.SentBack())

    def _tell_kiosk(self) -> None:
        """The kiosk behind follows how the visitor wants the screen: one wish at a time is pressed."""
        state, visit = self.model.state, self._presenter.visit
        if not state.is_in_front:
            return
        if state.language != visit.language:
            self._presenter.receive(LanguageChosen(state.language))
        if state.comfort.mode != visit.comfort.mode:
            self._presenter.receive(ModeChosen(state.comfort.mode))
        if state.comfort.reach != visit.comfort.reach:
            self._presenter.receive(ReachChosen(state.comfort.reach))
        if state.comfort.volume != visit.comfort.volume:
            self._presenter.receive(VolumeChosen(state.comfort.volume))

    def _turned(self) -> None:
        if self.is_cabinet_in_front:
            self._keypad.page_came()

    def _give_back(self, given: GiveBack) -> None:
        self._presenter.receive(CabinetLeft(is_same_visitor=given.is_same_visitor))

    def _speak(self, tag: str) -> None:
        if self.is_cabinet_in_front and self._opened.languages.current != tag:
            self._opened.speak(tag)

    def _dress(self, mode: str, is_low: bool) -> None:  # noqa: FBT001 the model's
        if self.is_cabinet_in_front:
            self._opened.dress(mode, is_low=is_low)
