"""The demo's stories one after another, each on a hall of its own: a part of `script/bench --soak`."""

import shutil
import tempfile
import time
from pathlib import Path

from rich.console import Console

from benchmarks.figures import Figure, Figures
from sim.story.plays import PLAYS
from sim.story.telling import Script, tell

HALL = Path(__file__).parents[1] / "halls" / "demo.toml"


class Untold(RuntimeError):
    """A story did not happen; what it printed says at which step, and its logs are kept."""


def soak_stories(figures: Figures, console: Console) -> None:
    """Raises Untold with the stories that stopped, after all of them were tried."""
    stopped = []
    for name in PLAYS:
        out = Path(tempfile.mkdtemp(prefix=f"paihao-story-{name}-"))
        begun = time.perf_counter()
        if tell(Script(hall=HALL, out=out, story=name), console):
            stopped.append(f"{name} (see {out})")
            continue
        figures.add(Figure(name=f"soak, story {name}", value=time.perf_counter() - begun, unit="s"))
        shutil.rmtree(out)
    if stopped:
        raise Untold(f"stopped: {', '.join(stopped)}")
