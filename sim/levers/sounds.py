"""Levers of the loudspeakers: what was heard."""

import time
from pathlib import Path

from sim.errors import NotInTime
from sim.levers.table import Arguments, Lever, Levers, Nothing, Reply
from sim.rig.sound import NullSink

_LOOK_EVERY_S = 0.05


class Freeze(Arguments, frozen=True):
    frozen: bool


class WaitHeard(Arguments, frozen=True):
    heard_s: float
    within_s: float = 5


def levers(sound: NullSink, spoken: Path) -> Levers:
    def heard() -> Reply:
        sentences = sorted(str(path) for path in spoken.glob("*.wav"))
        return {"heard_s": sound.heard_s, "loudest": sound.loudest, "spoken": sentences}

    def wait(wish: WaitHeard) -> Reply:
        deadline = time.monotonic() + wish.within_s
        while sound.heard_s < wish.heard_s:
            if time.monotonic() > deadline:
                raise NotInTime(
                    f"{sound.heard_s:.1f} of {wish.heard_s} s were heard within {wish.within_s} s"
                )
            time.sleep(_LOOK_EVERY_S)
        return heard()

    def forget(_: Nothing) -> Reply:
        sound.forget()
        return {}

    def freeze(wish: Freeze) -> Reply:
        sound.freeze(is_frozen=wish.frozen)
        return {}

    return {
        "sound.heard": Lever(Nothing, lambda _: heard()),
        "sound.wait": Lever(WaitHeard, wait),
        "sound.forget": Lever(Nothing, forget),
        "sound.freeze": Lever(Freeze, freeze),
    }
