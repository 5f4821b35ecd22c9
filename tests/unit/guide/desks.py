"""A guide desk on the bench: presses go in, questions come out, answers are given by hand."""

from counter.guide import samples as sample
from counter.guide.flow import happenings as h
from counter.guide.flow import requests as r
from counter.guide.flow.desk import shown
from counter.guide.flow.state import Guide, Trouble
from counter.guide.flow.table import advance


class Bench:
    def __init__(self, state: Guide = sample.DESK) -> None:
        self.state = state
        self.sent: list[r.Request] = []
        self._keys = 0

    @property
    def page(self) -> str:
        return shown(self.state)

    @property
    def help(self):
        return self.state.help

    def hear(self, *happenings: h.Happening) -> "Bench":
        for happening in happenings:
            self._keys += 1
            turned = advance(self.state, happening, f"key-{self._keys}")
            self.state = turned.state
            self.sent += turned.requests
        return self

    def asked(self, kind: type) -> r.Ask:
        """The last question, which is of this kind."""
        last = [one for one in self.sent if isinstance(one, r.Ask)][-1]
        assert isinstance(last.question, kind), last.question
        return last

    def answer(self, kind: type, value: object) -> "Bench":
        return self.hear(h.Answered(ask=self.asked(kind), value=value))

    def refuse(self, kind: type, code: str, existing: int | None = None) -> "Bench":
        return self.hear(h.Refused(ask=self.asked(kind), trouble=Trouble(code=code), existing=existing))

    def told(self) -> list[r.Tell]:
        """What the hall was told of numbers."""
        return [one for one in self.sent if isinstance(one, r.Tell)]
