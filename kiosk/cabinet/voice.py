"""Says what the page says: what to do now, and louder words as the screen has them. Nobody is named."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from drivers.contract.speaker import Utterance
from kiosk.cabinet.viewmodels.derive import CabinetProps
from kiosk.cabinet.viewmodels.model import CabinetModel
from kiosk.cabinet.viewmodels.parts import Layout
from kiosk.voice.prompts import tongue_of

SILENT = frozenset(
    {"home", "starting", "asking", "away", "no-board"}
)  # nobody has begun there, or it is short
STOPS = "。！？.!?"


class CabinetVoice(QObject):
    """`say` breaks off what is being said and says this; None only breaks off. `tune`: the volume 0 … 3."""

    def __init__(
        self, model: CabinetModel, say: Callable[[Utterance | None], None], tune: Callable[[int], None]
    ) -> None:
        super().__init__(model)
        self._model, self._say, self._tune = model, say, tune
        model.turned.connect(self._turned)
        model.volumeChanged.connect(self._tuned)
        self._tuned()

    def _turned(self) -> None:
        self._say(utterance(self._model.props))

    def _tuned(self) -> None:
        self._tune(max(0, self._model.props.volume))


def utterance(props: CabinetProps) -> Utterance | None:
    """What is said of a page, if anything. What staff do needs no voice."""
    is_silent = props.page in SILENT and not props.urges
    if is_silent or props.is_of_staff or props.is_asked or props.volume <= 0:
        return None
    is_loud = props.notice_title != "" and (props.layout is Layout.DOOR or props.page == "done")
    before = props.notice_title if props.page == "cases" else ""
    texts = (props.notice_title,) if is_loud else (before, props.title, props.hint)
    stop = ". " if props.language == "en" else "。"
    said = "".join(text if text[-1] in STOPS else text + stop for text in texts if text).strip()
    return Utterance(words=(said,), tongue=tongue_of(props.language)) if said else None
