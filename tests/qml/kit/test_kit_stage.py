"""The stage: what a stranger may do over its socket, and what it refuses."""

import json
import os
import socket
import stat
import time
from pathlib import Path

import pytest
from PySide6.QtGui import QWindow

from display.kit.errors import StageRefused
from display.kit.stage import Stage


class Stranger:
    """The other end of the socket; asks without waiting, since the answer comes from this same thread."""

    def __init__(self, place: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(str(place))
        self._socket.setblocking(False)
        self._heard = b""

    def say(self, **request: object) -> None:
        self._socket.sendall(json.dumps(request).encode() + b"\n")

    def has_heard(self) -> bool:
        try:
            self._heard += self._socket.recv(65536)
        except BlockingIOError:
            return False
        return b"\n" in self._heard

    def reply(self) -> dict[str, object]:
        line, _, self._heard = self._heard.partition(b"\n")
        return json.loads(line)

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def ask(sampler, qtbot, tmp_path: Path):
    place = tmp_path / "s"
    stage = Stage(sampler.opened.window, place)
    stranger = Stranger(place)

    def asked(**request: object) -> dict[str, object]:
        stranger.say(**request)
        qtbot.waitUntil(stranger.has_heard, timeout=5000)
        return stranger.reply()

    yield asked
    stranger.close()
    stage.close()


def test_a_press_is_a_real_one(ask) -> None:
    assert ask(op="press", name="main") == {"ok": True}
    assert ask(op="text", name="count") == {"ok": True, "text": "按了 1 次"}


def test_a_press_can_lead_to_another_page(ask) -> None:
    assert ask(op="page")["page"] == "first"
    ask(op="press", name="card")
    assert ask(op="wait", page="second", within_s=2) == {"ok": True, "page": "second"}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("off", "not enabled"),
        ("hidden", "nothing visible"),
        ("outside", "outside the window"),
        ("nobody", "nothing visible"),
    ],
)
def test_what_a_person_could_not_press_is_refused(ask, name: str, why: str) -> None:
    reply = ask(op="press", name=name)
    assert not reply["ok"]
    assert why in reply["error"]


def test_a_page_that_has_just_come_is_pressed_where_it_will_be_seen(sampler) -> None:
    sampler.opened.window.setProperty("page", "second")
    sampler.press("left")
    assert sampler.page == "left"


def test_what_lies_under_something_else_is_not_pressed(ask) -> None:
    ask(op="press", name="main")
    ask(op="press", name="main")
    reply = ask(op="press", name="main")
    assert not reply["ok"]
    assert "covered by cover" in reply["error"]


def test_text_is_typed_letter_by_letter(ask) -> None:
    assert ask(op="type", name="field", text="1001")["ok"]
    assert ask(op="text", name="field")["text"] == "1001"


def test_text_is_typed_while_another_window_is_the_active_one(ask, sampler, qtbot) -> None:
    other = QWindow()
    other.show()
    other.requestActivate()
    qtbot.waitUntil(lambda: other.isActive() and not sampler.opened.window.isActive(), timeout=5000)
    assert ask(op="type", name="field", text="1001")["ok"]
    assert ask(op="text", name="field")["text"] == "1001"
    other.destroy()


def test_a_wait_that_is_not_fulfilled_says_which_page_there_is(ask) -> None:
    reply = ask(op="wait", page="third", within_s=0.05)
    assert not reply["ok"]
    assert "the page is first" in reply["error"]


def test_a_wait_for_a_text_ends_when_it_is_there(ask) -> None:
    ask(op="press", name="main")
    assert ask(op="wait", name="count", text="1 次", within_s=2)["ok"]


def test_a_wait_for_paint_tells_when_the_frame_with_the_text_was_shown(ask) -> None:
    begun_ns = time.monotonic_ns()
    ask(op="press", name="main")
    painted = ask(op="wait", name="count", text="1 次", painted=True, within_s=5)
    assert begun_ns < painted["painted_ns"] < time.monotonic_ns()


def test_what_is_never_painted_is_not_told_as_painted(ask) -> None:
    reply = ask(op="wait", name="count", text="1 次", painted=True, within_s=0.05)
    assert not reply["ok"]


def test_a_picture_is_written(ask, tmp_path: Path) -> None:
    assert ask(op="picture", path=str(tmp_path / "p.png"))["ok"]
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")


def test_the_names_are_those_that_can_be_seen(ask) -> None:
    names = ask(op="names")["names"]
    assert "main" in names
    assert "hidden" not in names


@pytest.mark.parametrize("line", [{"op": "dance"}, {"name": "main"}, {"op": "press"}])
def test_a_request_that_is_none_is_refused_and_the_stage_goes_on(ask, line: dict[str, object]) -> None:
    assert not ask(**line)["ok"]
    assert ask(op="page")["ok"]


def test_the_socket_is_for_its_owner_only(ask, tmp_path: Path) -> None:
    assert ask(op="page")["ok"]
    assert stat.S_IMODE((tmp_path / "s").stat().st_mode) & 0o077 == 0


def test_a_folder_of_somebody_else_is_refused(
    sampler, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    owner = tmp_path.stat().st_uid
    monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    with pytest.raises(StageRefused):
        Stage(sampler.opened.window, tmp_path / "s")
