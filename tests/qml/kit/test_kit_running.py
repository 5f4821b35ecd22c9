"""A front end as a process: how it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from display.kit.app import run
from display.kit.bridge import Bridge
from display.kit.window import FrontEnd, OpenWindow, application

async def fail():
    raise RuntimeError("a bug on the loop")

def slot():
    raise RuntimeError("a bug in a slot")

app = application("sampler")
folder = Path(sys.argv[1])
opened = OpenWindow(FrontEnd(name="sampler", main=folder / "Main.qml", texts=folder), {})
bridge = Bridge(print)
QTimer.singleShot(0, lambda: print("up", flush=True))
match sys.argv[2]:
    case "slot":
        QTimer.singleShot(0, slot)
    case "loop":
        bridge.run(fail())
    case "close":
        QTimer.singleShot(0, opened.window.close)
sys.exit(run(app, opened, bridge))
"""


@pytest.fixture
def start(tmp_path: Path):
    (tmp_path / "Main.qml").write_text("import QtQuick\nWindow { width: 100; height: 100 }\n")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    def started(what: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(tmp_path), what],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    return started


@pytest.mark.parametrize(("what", "code"), [("close", 0), ("slot", 70), ("loop", 70)])
def test_it_ends_with_a_code_that_tells_why(start, what: str, code: int) -> None:
    process = start(what)
    said, _ = process.communicate(timeout=15)
    assert process.returncode == code, said
    assert ("a bug" in said) is (code != 0)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_order(start, number: signal.Signals) -> None:
    process = start("nothing")
    assert process.stdout.readline() == "up\n"
    process.send_signal(number)
    said, _ = process.communicate(timeout=15)
    assert (process.returncode, said) == (0, "")
