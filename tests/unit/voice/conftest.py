"""Calls and windows as the hall's stream carries them."""

import json
import math
import os
import wave
from array import array

import pytest

from display.voice.bank import WINDOWS
from display.voice.wording import TONGUES, words_of
from queue_core.wire.views import CallView, WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowState

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = 1_800_000_000_000
RATE, BEEP_S = 24_000, 0.12


def _call(call_id, *, ticket=None, window=3, nth=1, age_ms=0, language="zh-CN", number=None, is_spoken=False):
    return CallView(
        call_id=call_id,
        ticket_id=ticket or call_id,
        number=number or f"{ticket or call_id:03d}",
        ticket_class=TicketClass.ACCEPT,
        window=window,
        nth=nth,
        called_at_ms=NOW - age_ms,
        language=language,
        is_spoken=is_spoken,
    )


def _ticket(ticket, state):
    return WindowTicket(
        ticket_id=ticket,
        number=f"{ticket:03d}",
        ticket_class=TicketClass.ACCEPT,
        category="registration",
        state=state,
        calls=1,
        issued_at_ms=NOW,
        called_at_ms=NOW,
        started_at_ms=None,
        holder=None,
    )


def _window(number, ticket, state=TicketState.CALLED):
    return WindowView(
        window=number,
        state=WindowState.CALLED if ticket else WindowState.FREE,
        clerk=None,
        clerk_display_name=None,
        ticket=_ticket(ticket, state) if ticket else None,
        rating=None,
        waiting=0,
        calls_before_no_show=3,
    )


@pytest.fixture(scope="session")
def now_ms():
    return NOW


@pytest.fixture(scope="session")
def call():
    return _call


@pytest.fixture(scope="session")
def window():
    return _window


def tone(path):
    samples = (int(8_000 * math.sin(at * math.tau * 440 / RATE)) for at in range(int(BEEP_S * RATE)))
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        sound.writeframes(array("h", samples).tobytes())


def lay_beeps(folder, *places):
    """A clip bank in which every word is the same short tone: sentences take a second."""
    tables = []
    for tongue in TONGUES:
        (folder / tongue).mkdir()
        tone(folder / tongue / "beep.wav")
        words = sorted({*words_of(tongue, WINDOWS), *places})
        lines = (f'{json.dumps(word, ensure_ascii=False)} = "beep"' for word in words)
        tables.append("\n".join((f"[{tongue}]", *lines)))
    (folder / "words.toml").write_text("\n".join(tables))
    return folder


@pytest.fixture(scope="session")
def beeps(tmp_path_factory):
    return lay_beeps(tmp_path_factory.mktemp("beeps"))
