"""The kiosk for those who use a plugged-in keypad and listen instead of touching and looking."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt

from display.kit.focus import FocusGuide
from display.kit.reading import said_of, texts_of
from display.kit.stage import lay_out, named
from display.kit.window import OpenWindow
from kiosk.flow.presses import SpokenChosen, VolumeChosen
from kiosk.presenter import Presenter

Key = Qt.Key
HELP = frozenset({Key.Key_F1, Key.Key_Help})
PLUGGED_IN, PULLED_OUT = (
    Key.Key_F15,
    Key.Key_F16,
)  # what an audio keypad is set to send for its headphone socket
LOUDER, QUIETER = Key.Key_VolumeUp, Key.Key_VolumeDown
READ = ("still-there", "left-card", "pages")  # what is read of a page, by the items' names

SpeakAloud = Callable[[str, str], None]


class Keypad(QObject):
    """`speak_aloud(text, language)` ends what is being said and says this; empty: only ends it."""

    def __init__(self, presenter: Presenter, opened: OpenWindow, speak_aloud: SpeakAloud) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._window = opened.window
        self._speak_aloud = speak_aloud
        self._was_spoken = False
        self._is_turning = False
        self.guide = FocusGuide(opened.window, self._take)
        self.guide.used.connect(presenter.touched)
        self.guide.focused.connect(self._say_focus)
        presenter.turned.connect(self.page_came)

    def _take(self, key: int) -> bool:
        comfort = self._presenter.visit.comfort
        if key in HELP and comfort.is_spoken:
            self._say(self._whole_page())
        elif key in HELP or key == PLUGGED_IN:
            self._presenter.receive(SpokenChosen(True))
        elif key == PULLED_OUT:
            self._presenter.receive(SpokenChosen(False))
        elif key in {LOUDER, QUIETER}:
            self._presenter.receive(VolumeChosen(comfort.volume + (1 if key == LOUDER else -1)))
        else:
            return False
        return True

    def page_came(self) -> None:
        """Who listens hears all of the page. What others hear of it is the voice's."""
        comfort = self._presenter.visit.comfort
        begins, self._was_spoken = comfort.is_spoken and not self._was_spoken, comfort.is_spoken
        self.guide.is_in_use = self.guide.is_in_use or comfort.is_spoken
        self._is_turning = True
        self.guide.begin()
        self._is_turning = False
        if comfort.is_spoken:
            self._say(([how_to()] if begins else []) + self._whole_page())
        else:
            self._speak_aloud("", self._presenter.visit.language)

    def _whole_page(self) -> list[str]:
        lay_out(self._window)
        roots = [root for name in READ if (root := named(self._window, name))]
        focused = self.guide.current()
        return [text for root in roots for text in texts_of(root)] + ([said_of(focused)] if focused else [])

    def _say_focus(self, text: str) -> None:
        if self._presenter.visit.comfort.is_spoken and not self._is_turning:
            self._say([text])

    def _say(self, texts: list[str]) -> None:
        visit = self._presenter.visit
        if visit.comfort.volume:
            self._speak_aloud(sentences(texts, visit.language), visit.language)


def sentences(texts: list[str], language: str) -> str:
    """The texts as one, with a stop after each that has none."""
    stop = ". " if language == "en" else "。"
    return "".join(text if text[-1] in "。！？.!?" else text + stop for text in texts if text).strip()


def how_to() -> str:
    return QCoreApplication.translate("Keypad", "按方向键选择，按确认键执行，按返回键后退，按帮助键重听。")
