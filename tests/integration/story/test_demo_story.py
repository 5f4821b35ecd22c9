"""What the demo leaves behind: its story, and of its people nothing."""

import base64
import hashlib
import json
import sqlite3
import wave
from itertools import pairwise
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from .conftest import CANARIES, Played, carries

pytestmark = pytest.mark.timeout(280)
ROAD = (
    "kiosk-class",
    "kiosk-category",
    "kiosk-matters",
    "kiosk-card",
    "witness",
    "ticket-printed",
    "phone-holds",
    "call",
    "voice",
    "recall",
    "start",
    "finish",
    "rating-pad",
    "caller-call",
    "rating-keypad",
)


def test_the_demo_ends_well_and_says_so(played: Played) -> None:
    assert played.status == 0, played.told
    assert "✗" not in played.told


def test_story_json_has_the_shape_that_was_promised(played: Played) -> None:
    story = played.story
    assert set(story["ticket"]) >= {"number", "class", "status_url"}
    assert story["ticket"]["class"] == "accept"
    assert story["ticket"]["number"].isalnum()
    assert set(story["card"]) >= {"reader", "kind"}
    assert set(story["printer"]) >= {"bytes", "png"}
    assert set(story["journal"]) >= {"path", "events", "head"}
    assert 1 <= story["rating"]["level"] <= 5
    assert all(set(step) == {"name", "ms"} and step["ms"] >= 0 for step in story["steps"])


def test_every_step_of_the_road_was_taken_in_its_order(played: Played) -> None:
    names = [step["name"] for step in played.story["steps"]]
    places = [names.index(step) for step in ROAD]
    assert all(earlier < later for earlier, later in pairwise(places))


def test_the_printed_qr_code_leads_to_the_ticket(played: Played) -> None:
    with Image.open(played.file(played.story["printer"]["png"])) as picture:
        codes = zxingcpp.read_barcodes(picture.convert("RGB"))
    assert [code.text for code in codes] == [played.story["ticket"]["status_url"]]


def test_the_raw_bytes_of_the_ticket_are_those_of_a_printer(played: Played) -> None:
    raw = played.file(played.story["printer"]["bytes"]).read_bytes()
    assert b"\x1b@" in raw
    assert played.story["ticket"]["number"].encode() in raw


def test_every_screen_was_pictured_at_every_step_after_it_came_up(played: Played) -> None:
    folders = sorted(played.file("screens").iterdir())
    for folder in folders:
        for picture in folder.glob("*.png"):
            with Image.open(picture) as image:
                image.verify()
    last = {picture.stem for picture in folders[-1].glob("*.png")}
    assert last >= {"kiosk", "wall", "pad"}
    assert any((folder / "counter.png").exists() for folder in folders)
    assert any((folder / "phone.png").exists() for folder in folders)


def test_the_spoken_call_can_be_heard(played: Played) -> None:
    spoken = played.file(played.story["voice"]["wav"])
    with wave.open(str(spoken)) as sound:
        assert sound.getnframes() > sound.getframerate()


def test_the_journal_left_behind_ends_at_the_head_told(played: Played) -> None:
    journal = played.story["journal"]
    assert sqlite3.connect(played.file(journal["path"])).execute("PRAGMA integrity_check").fetchone() == (
        "ok",
    )
    lines = played.file(journal["jsonl"]).read_text().splitlines()
    assert len(lines) == journal["events"]
    assert journal["head"] in lines[-1]


def test_a_witness_that_is_not_ours_saw_the_card(played: Played) -> None:
    assert played.story["witness"]["tool"] == "opensc-tool"
    assert played.story["witness"]["reader"] == played.story["card"]["reader"]


def test_both_citizens_were_served_and_rated(played: Played) -> None:
    deliveries = [ticket["delivery"] for ticket in played.story["tickets"]]
    assert deliveries == ["printed", "paperless"]
    assert [ticket["rating"]["channel"] for ticket in played.story["tickets"]] == ["pad", "keypad"]


def test_no_program_outlives_the_story(played: Played) -> None:
    assert not [program for program in Path("/proc").glob("[0-9]*") if carries(program, played.mark)]


@pytest.mark.parametrize("citizen", CANARIES)
def test_nothing_personal_stands_in_any_file_left(played: Played, citizen: str) -> None:
    traces = {trace: what for what, trace in all_traces(citizen)}
    found = [
        f"{what} in {path.relative_to(played.out.parent)}"
        for root in (played.out, played.work, *played.elsewhere)
        for path in root.rglob("*")
        if path.is_file()
        for trace, what in traces.items()
        if trace in path.read_bytes().lower()
    ]
    assert not found


@pytest.mark.parametrize("citizen", CANARIES)
def test_nothing_personal_was_told_sent_in_an_address_or_given_as_an_argument(
    played: Played, citizen: str
) -> None:
    public = "\n".join([played.told, *played.arguments, *played.story["phone"]["visited"]]).encode().lower()
    assert not [what for what, trace in all_traces(citizen) if trace in public]


def test_no_secret_of_the_holder_was_in_an_address_that_was_sent(played: Played) -> None:
    secrets = [ticket["status_url"].split("#")[1] for ticket in played.story["tickets"]]
    sent = "\n".join(played.story["phone"]["visited"])
    assert not [secret for secret in secrets if secret in sent]


def test_no_credential_or_password_is_left_in_the_demos_folder(played: Played) -> None:
    tokens = [json.loads(path.read_text())["token"] for path in played.work.glob("*.credential")]
    assert tokens
    for path in played.out.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert not [token for token in tokens if token.encode() in held], path


def test_the_search_would_find_what_it_searches_for() -> None:
    for citizen, canary in CANARIES.items():
        for text in (canary["name"], canary["number"]):
            for written in (
                text.encode(),
                text.encode("gb18030"),
                text.encode("utf-16le"),
                text.encode().hex().encode(),
                base64.b64encode(b"x" + text.encode() + b"yy"),
                json.dumps(text).encode(),
                hashlib.sha256(text.encode()).hexdigest().encode(),
            ):
                assert any(trace in written.lower() for _, trace in all_traces(citizen)), written


def all_traces(citizen: str) -> list[tuple[str, bytes]]:
    """How a name or a number may be written, all in lower case as the searched bytes are."""
    canary = CANARIES[citizen]
    return [
        (f"{what} as {how}", trace.lower())
        for what in ("name", "number", "address", "card_number")
        for how, trace in written_ways(canary[what])
    ]


def written_ways(text: str) -> list[tuple[str, bytes]]:
    encoded = {coding: text.encode(coding) for coding in ("utf-8", "utf-16le", "utf-16be", "gb18030")}
    ways = list(encoded.items())
    for coding, octets in encoded.items():
        ways.append((f"hexadecimal {coding}", octets.hex().encode()))
        ways += [(f"base64 {coding}", core) for core in base64_cores(octets)]
    ways.append(("JSON escapes", json.dumps(text).strip('"').encode()))
    ways.append(("bare hash", hashlib.sha256(text.encode()).hexdigest().encode()))
    ways.append(("bare hash", hashlib.sha256(text.encode()).digest()))
    return ways


def base64_cores(octets: bytes) -> list[bytes]:
    """The part of each of the three alignments that does not depend on what stands beside."""
    return [base64.b64encode(b"\0" * shift + octets)[(shift * 4 + 2) // 3 : -4] for shift in range(3)]


def test_the_canaries_numbers_are_well_formed() -> None:
    weights = [pow(2, 17 - place, 11) for place in range(17)]
    for canary in CANARIES.values():
        digits = canary["number"]
        total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=False))
        assert digits[17] == "10X98765432"[total % 11]
