"""What station.toml says of strips, what strips say of windows, and that the documented files can be read."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from counter.station.config import StationConfig
from counter.station.plan import Step
from counter.station.sign import Around, elsewhere, sign_of
from counter.station.strip_config import StripPlace
from drivers.contract.window_strips import Colour, Motion, StripText
from queue_core.config import ConfigErrors, load
from queue_core.wire.views import UnitName, WindowTicket, WindowView
from queue_core.wire.words import TicketClass, TicketState, WindowState

DOCUMENT = Path(__file__).parents[3] / "docs" / "running-a-hall.md"
LINE = "strip51+serial:///dev/ttyS2"
LEAST = f"""
credential = "station.json"
[strips]
address = "{LINE}"
[[windows]]
window = 3
strip = 7
"""


def written(folder: Path, text: str) -> StationConfig:
    file = folder / "station.toml"
    file.write_text(text)
    return load(file, StationConfig)


ACCEPT = (UnitName(category="registration", ticket_class=TicketClass.ACCEPT),)
TEN_PAST_TWO_MS = 1_767_247_800_000  # 2026-01-01 14:10 in China
EARLIER = Around(now_ms=lambda: TEN_PAST_TWO_MS - 1)


def at(state: WindowState, *, number: str | None = None, window: int = 3) -> WindowView:
    ticket = number and WindowTicket(
        ticket_id=1,
        number=number,
        ticket_class=TicketClass.ACCEPT,
        category="registration",
        state=TicketState.CALLED,
        calls=1,
        issued_at_ms=0,
        called_at_ms=0,
        started_at_ms=None,
        holder=None,
    )
    return WindowView(
        window=window,
        state=state,
        clerk=None,
        clerk_display_name=None,
        ticket=ticket or None,
        rating=None,
        waiting=12,
        calls_before_no_show=3,
    )


@pytest.mark.parametrize(
    ("view", "text", "colour"),
    [
        (at(WindowState.FREE), "3号窗口", Colour.GREEN),
        (at(WindowState.CALLED, number="023"), "请023号", Colour.RED),
        (at(WindowState.SERVING, number="023"), "023号", Colour.GREEN),
        (at(WindowState.PAUSED), "暂停服务", Colour.YELLOW),
    ],
)
def test_a_strip_of_four_hanzi_says_what_its_window_does(
    tmp_path: Path, view: WindowView, text: str, colour: Colour
) -> None:
    config = written(tmp_path, LEAST).strips
    assert sign_of(view, config, 8) == StripText(text=text, colour=colour, motion=Motion.STILL)


@pytest.mark.parametrize(
    ("columns", "text"), [(8, "3号窗口"), (15, "3号窗口"), (16, "3号窗口 Window 3"), (24, "3号窗口 Window 3")]
)
def test_a_free_window_has_its_english_where_there_is_room(tmp_path: Path, columns: int, text: str) -> None:
    sign = sign_of(at(WindowState.FREE), written(tmp_path, LEAST).strips, columns)
    assert sign == StripText(text=text, colour=Colour.GREEN, motion=Motion.STILL)


@pytest.mark.parametrize(("columns", "motion"), [(8, Motion.LEFTWARDS), (16, Motion.STILL)])
def test_a_pause_says_until_when_as_its_clerk_said(tmp_path: Path, columns: int, motion: Motion) -> None:
    view = replace(at(WindowState.PAUSED), pause_until_ms=TEN_PAST_TWO_MS)
    config = written(tmp_path, LEAST).strips
    sign = sign_of(view, config, columns, EARLIER)
    assert sign == StripText(text="暂停至14:10", colour=Colour.YELLOW, motion=motion)
    over = sign_of(view, config, 8, Around(now_ms=lambda: TEN_PAST_TWO_MS))
    assert over is not None
    assert over.text == "暂停服务", "the pause outlasts its time: it ends by hand"


def test_a_closed_window_points_to_the_nearest_that_serve_the_same(tmp_path: Path) -> None:
    wording = written(tmp_path, LEAST + '[strips.texts]\nclosed_elsewhere = "请到{windows}号窗口"\n').strips
    closed = replace(at(WindowState.CLOSED), units=ACCEPT)
    others = [
        replace(at(state, window=window), units=units)
        for window, state, units in (
            (2, WindowState.SERVING, ()),
            (4, WindowState.PAUSED, ACCEPT),
            (5, WindowState.FREE, ACCEPT),
            (9, WindowState.FREE, ACCEPT),
            (1, WindowState.CALLED, ACCEPT),
        )
    ]
    assert elsewhere(closed, [closed, *others]) == (1, 5)
    sign = sign_of(closed, wording, 24, Around(elsewhere=(1, 5)))
    assert sign is not None
    assert sign.text == "请到1、5号窗口"
    assert sign_of(closed, wording, 24, Around()) is None
    assert sign_of(closed, written(tmp_path, LEAST).strips, 24, Around(elsewhere=(1, 5))) is None


def test_the_strip_of_a_closed_window_is_dark(tmp_path: Path) -> None:
    assert sign_of(at(WindowState.CLOSED), written(tmp_path, LEAST).strips, 8) is None


def test_a_hall_words_its_strips_itself_and_what_is_too_long_moves(tmp_path: Path) -> None:
    config = written(
        tmp_path,
        LEAST.replace("[[windows]]", "")
        .replace("window = 3\nstrip = 7", "")
        .replace("[strips]", "windows = [{ window = 3, strip = 7 }]\n[strips]")
        + '[strips.texts]\ncalled = "请{number}号到{window}号窗口"\n'
        + 'free = "等候{waiting}人"\nclosed = "下班"\n'
        + '[strips.colours]\ncalled = "yellow"\n',
    ).strips
    called = sign_of(at(WindowState.CALLED, number="A023", window=12), config, 16)
    assert called == StripText(text="请A023号到12号窗口", colour=Colour.YELLOW, motion=Motion.LEFTWARDS)
    assert sign_of(at(WindowState.CALLED, number="023", window=3), config, 16) == StripText(
        text="请023号到3号窗口", colour=Colour.YELLOW
    )
    free, closed = sign_of(at(WindowState.FREE), config, 16), sign_of(at(WindowState.CLOSED), config, 16)
    assert free is not None
    assert closed is not None
    assert (free.text, closed.text) == ("等候12人", "下班")


def test_strips_are_on_the_common_line_or_on_lines_of_their_own(tmp_path: Path) -> None:
    config = written(
        tmp_path,
        LEAST + '[[windows]]\nwindow = 4\nstrip_line = "bx+tcp://10.4.0.64"\n'
        '[[windows]]\nwindow = 5\nstrip_line = "bx+tcp://10.4.0.65"\nstrip = 2\n',
    )
    assert config.bus is None
    assert config.strip_places == {
        3: StripPlace(line=LINE, strip=7),
        4: StripPlace(line="bx+tcp://10.4.0.64", strip=1),
        5: StripPlace(line="bx+tcp://10.4.0.65", strip=2),
    }


@pytest.mark.parametrize(
    ("mistake", "key", "remedy"),
    [
        ("windows = [{ window = 3 }]", "windows[0]", "caller"),
        ("windows = [{ window = 3, address = 1 }]", "windows[0].address", "bus ="),
        (
            "windows = [{ window = 3, strip = 7 }, { window = 4, strip = 7 }]",
            "windows[1].strip",
            "of its own",
        ),
        (
            'windows = [{ window = 3, strip_line = "ff68+serial:///dev/ttyS1" }]',
            "windows[0].strip_line",
            "bx+tcp",
        ),
        ('strips.address = "strip51+serial:///dev/ttyS2?play=1"', "strips.address", "strip51+serial"),
        ("strips.refresh_s = 0", "strips.refresh_s", "1"),
        ('strips.texts.called = "请{nummer}号"', "strips.texts.called", "{number}"),
        ('strips.texts.called = "请{number:>4}号"', "strips.texts.called", "{number}"),
        ('strips.texts.called = "请{number号"', "strips.texts.called", "{number}"),
        ('strips.texts.paused = "至{until}"', "strips.texts.paused", "{waiting} or {window}"),
        ('strips.texts.free = "{number}"', "strips.texts.free", "{waiting} or {window}"),
        ('strips.colours.called = "blue"', "strips.colours.called", "green"),
        ("strips = {}", "windows[0].strip", "[strips]"),
    ],
)
def test_each_mistake_is_named_with_its_key_and_what_to_write(
    tmp_path: Path, mistake: str, key: str, remedy: str
) -> None:
    whole = {
        "credential": 'credential = "station.json"',
        "strips.address": f'strips.address = "{LINE}"',
        "windows": "windows = [{ window = 3, strip = 7 }]",
    }
    name = mistake.split(" ", 1)[0]
    whole = {place: line for place, line in whole.items() if name != "strips" or place != "strips.address"}
    whole[name] = mistake
    with pytest.raises(ConfigErrors) as refused:
        written(tmp_path, "\n".join(whole.values()))
    assert [found.key for found in refused.value.mistakes] == [key]
    assert remedy in refused.value.mistakes[0].remedy


def test_the_documented_files_say_what_they_are_said_to_say(tmp_path: Path) -> None:
    whole, strips, keys = re.findall(r"```toml\n# station\.toml(.*?)```", DOCUMENT.read_text(), re.DOTALL)
    config = written(tmp_path, "#" + whole)
    assert set(config.strip_places) == {3, 4}
    least = 'credential = "station.json"\nwindows = [{ window = 3, strip = 3 }]\n#'
    wording = written(tmp_path, least + strips.replace("[strips]", f'[strips]\naddress = "{LINE}"')).strips
    assert wording.texts.of(WindowState.CALLED) == "请{number}号到{window}号窗口"
    other = written(tmp_path, f'strips.address = "{LINE}"\n' + least + keys)
    assert other.steps((2,), 0x0F) == (Step.RESUME,)
    assert other.steps((6,), 0x0F) is None
