"""Calls become sound, with the real engine."""

import array
import wave

import pytest

from display.voice.announcer import Announcer
from display.voice.engine import Engine
from display.voice.loudspeaker import Loudspeaker
from display.voice.outputs import Folder
from display.voice.wording import Speech
from queue_core.wire.words import TicketState


def loudest(path):
    with wave.open(str(path)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        return max(map(abs, array.array("h", sound.readframes(sound.getnframes()))))


def seconds(path):
    with wave.open(str(path)) as sound:
        return sound.getnframes() / sound.getframerate()


@pytest.fixture
def announcer(qtbot, tmp_path, now_ms):
    assert qtbot, "there is an application"
    return Announcer(Engine(), Folder(tmp_path), now_ms=lambda: now_ms)


def files(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("speech", "text"),
    [(Speech.MANDARIN, "请 零 二 三 号，到 三 号窗口"), (Speech.ENGLISH, "Ticket 0 2 3")],
)
def test_a_sentence_becomes_sound_that_is_heard_and_not_clipped(qtbot, tmp_path, speech, text):
    engine = Engine()
    with qtbot.waitSignal(engine.rendered, timeout=10_000):
        engine.render(text, speech, tmp_path / "said.wav")
    assert 3_000 < loudest(tmp_path / "said.wav") < 32_000
    assert 1 < seconds(tmp_path / "said.wav") < 6


def test_a_call_is_kept_as_a_file_that_carries_its_id(qtbot, tmp_path, announcer, call, window):
    announcer.announce([call(7)], {3: window(3, 7)})
    qtbot.waitUntil(lambda: files(tmp_path) == ["call-7-zh-CN.wav"], timeout=10_000)


def test_an_english_ticket_is_called_in_mandarin_and_in_english(qtbot, tmp_path, announcer, call):
    announcer.announce([call(7, language="en")], {})
    qtbot.waitUntil(lambda: files(tmp_path) == ["call-7-en.wav", "call-7-zh-CN.wav"], timeout=10_000)


def test_each_call_is_told_once_when_it_was_heard(qtbot, tmp_path, announcer, call):
    told = []
    announcer.spoken.connect(told.append)
    calls = call(7, language="en"), call(8), call(9)
    for one in calls:
        announcer.announce([one], {})
    qtbot.waitUntil(lambda: not announcer.is_speaking, timeout=10_000)
    assert len(files(tmp_path)) == 3
    assert told == [calls[:1], calls[1:]]


def test_what_nobody_heard_is_not_told_as_spoken(qtbot, tmp_path, call, now_ms):
    announcer = Announcer(Engine(), Folder(tmp_path / "away"), now_ms=lambda: now_ms)
    told = []
    announcer.spoken.connect(told.append)
    with qtbot.waitSignal(announcer.trouble_changed, timeout=10_000):
        announcer.announce([call(1, language="en")], {})
    qtbot.waitUntil(lambda: not announcer.is_speaking, timeout=10_000)
    assert told == []


def test_calls_that_come_while_one_is_spoken_are_joined(qtbot, tmp_path, announcer, call):
    announcer.announce([call(7)], {})
    announcer.announce([call(8, window=5)], {})
    announcer.announce([call(9, window=6)], {})
    qtbot.waitUntil(lambda: files(tmp_path) == ["call-7-zh-CN.wav", "call-8+9-zh-CN.wav"], timeout=10_000)


def test_who_already_sits_at_the_window_is_not_called_any_more(qtbot, tmp_path, announcer, call, window):
    announcer.announce([call(7)], {})
    announcer.announce([call(8, window=5)], {})
    announcer.announce([call(9, window=6)], {5: window(5, 8, TicketState.SERVING)})
    qtbot.waitUntil(lambda: files(tmp_path) == ["call-7-zh-CN.wav", "call-9-zh-CN.wav"], timeout=10_000)


def test_a_missing_engine_is_told_and_every_later_call_is_tried(qtbot, tmp_path, call, now_ms):
    announcer = Announcer(Engine("espeak-ng-that-nobody-installed"), Folder(tmp_path), now_ms=lambda: now_ms)
    with qtbot.waitSignal(announcer.trouble_changed, timeout=10_000):
        announcer.announce([call(1)], {})
    assert announcer.trouble.code == "voice-engine-missing"
    assert "espeak-ng" in announcer.trouble.remedy
    for later in range(2, 30):
        announcer.announce([call(later)], {})
    qtbot.waitUntil(lambda: not announcer.is_speaking, timeout=10_000)
    assert files(tmp_path) == []


def test_a_folder_that_cannot_be_made_is_told_at_the_start(qtbot, tmp_path, now_ms):
    (tmp_path / "file").write_text("")
    announcer = Announcer(Engine(), Folder(tmp_path / "file" / "below"), now_ms=lambda: now_ms)
    with qtbot.waitSignal(announcer.trouble_changed):
        announcer.check()
    assert announcer.trouble.code == "voice-output-failed"


def test_the_voice_comes_back_when_its_folder_does(qtbot, tmp_path, call, now_ms):
    folder = tmp_path / "spoken"
    announcer = Announcer(Engine(), Folder(folder), now_ms=lambda: now_ms)
    with qtbot.waitSignal(announcer.trouble_changed, timeout=10_000):
        announcer.announce([call(1)], {})
    assert announcer.trouble.code == "voice-output-failed"
    folder.mkdir()
    with qtbot.waitSignal(announcer.trouble_changed, timeout=10_000):
        announcer.announce([call(2)], {})
    assert announcer.trouble is None
    assert files(folder) == ["call-2-zh-CN.wav"]


def test_a_wall_without_loudspeaker_says_so(qtbot, now_ms, monkeypatch):
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    announcer = Announcer(Engine(), Loudspeaker(), now_ms=lambda: now_ms)
    with qtbot.waitSignal(announcer.trouble_changed):
        announcer.check()
    assert announcer.trouble.code == "voice-output-missing"
