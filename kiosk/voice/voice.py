"""Follows the pages and says what belongs to them; reads aloud what has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from drivers.contract.speaker import Utterance
from kiosk.presenter import Presenter
from kiosk.voice.cues import Cue, cue_of, is_due
from kiosk.voice.prompts import prompt
from kiosk.voice.reading import reading

Say = Callable[[Utterance | None], None]
Tune = Callable[[int], None]


class Voice(QObject):
    """`say` breaks off what is being said and says this; None only breaks off. `tune` sets the volume 0 … 3.

    For whoever listens instead of looking, the keypad reads whole pages through `read_aloud`; then only what
    changes on a page is said here.
    """

    def __init__(self, presenter: Presenter, say: Say, tune: Tune) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._say, self._tune = say, tune
        self._page = self._page_now()
        self._cue: Cue | None = None
        self._volume = presenter.visit.comfort.volume
        self._tune(self._volume)
        presenter.shown.connect(self._follow)

    def read_aloud(self, text: str, language: str) -> None:
        self._say(reading(text, language, self._presenter.visit))

    def _follow(self) -> None:
        visit, facts = self._presenter.visit, self._presenter.facts
        is_volume_chosen = self._is_volume_chosen()
        cue = cue_of(visit, facts)
        is_turned, is_new = self._page_now() != self._page, cue is not self._cue
        is_due_now = cue is not None and is_due(cue, visit)
        self._page, self._cue = self._page_now(), cue
        if visit.comfort.is_spoken and (is_turned or not is_new):
            return  # the keypad's
        if cue is not None and (is_volume_chosen or (is_due_now and (is_turned or is_new))):
            self._say(prompt(cue, visit, facts))
        elif is_turned or is_new:
            self._say(None)

    def _is_volume_chosen(self) -> bool:
        """By the visitor, who wants to hear how loud that is; a new visit begins with the house's volume."""
        before, self._volume = self._volume, self._presenter.visit.comfort.volume
        if self._volume == before:
            return False
        self._tune(self._volume)
        return self._presenter.visit.visit_id == self._page[0]

    def _page_now(self) -> tuple[object, ...]:
        shell = self._presenter.shell
        return (
            self._presenter.visit.visit_id,
            shell.page,
            shell.is_asked,
            shell.language,
            shell.mode,
            shell.is_spoken,
        )
