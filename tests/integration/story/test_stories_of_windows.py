"""The stories of windows, ratings, pickup and the supervisor: a short form of all, played here in one hall.

`script/bench --soak stories` plays each as a whole.
"""

import json
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import miniaudio
import pytest
from PIL import Image

from sim.halls import people
from sim.rig.sound import RATE
from sim.story.loudspeakers import CLIPS, announced_in

PAIHAO_SIM = Path(sys.executable).with_name("paihao-sim")
DEMO = Path(__file__).parents[3] / "halls/demo.toml"
pytestmark = pytest.mark.timeout(240)
SEEN = {
    "first-call": {"wall-a", "counter-1"},
    "server-killed": {"wall-a", "counter-1"},
    "priority": {"wall-a", "counter-1"},
    "asked": {"pad-1", "counter-1"},
    "labels": {"pad-1"},
    "reviewed": {"supervisor"},
    "accepted": {"counter-1"},
    "deposit-1": {"cabinet"},
    "opened-by-code": {"cabinet"},
    "over-target": {"supervisor"},
    "opened": {"supervisor"},
    "closed": {"supervisor", "wall-a"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    out: Path

    @property
    def story(self) -> dict:
        return json.loads((self.out / "story.json").read_text())

    @property
    def events(self) -> list[dict]:
        lines = (self.out / "journal.jsonl").read_text().splitlines()
        return [json.loads(line) for line in lines]

    def bodies(self, kind: str) -> list[dict]:
        return [each["body"] for each in self.events if each["kind"] == kind]

    def number(self, ticket_id: int) -> str:
        return next(each["number"] for each in self.bodies("ticket-issued") if each["ticket_id"] == ticket_id)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    out = tmp_path_factory.mktemp("short")
    program = [PAIHAO_SIM, "story", DEMO, "--story", "short", "--out", out]
    ended = subprocess.run(
        program, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=220, check=False
    )
    assert ended.returncode == 0, ended.stdout
    return Told(out=out)


def test_a_rush_is_heard_call_by_call_though_the_server_dies_in_the_middle(told: Told) -> None:
    spoken, calls = told.story["spoken"], told.bodies("ticket-called")
    first_two = [(told.number(each["ticket_id"]), each["window"]) for each in calls[:2]]
    assert [(each["number"], each["window"]) for each in spoken] == first_two
    assert max(each["waited_s"] for each in spoken) <= 20
    steps = [step["name"] for step in told.story["steps"]]
    assert steps.index("first-call") < steps.index("server-killed") < steps.index("heard")


def test_who_is_overtaken_is_told_by_which_right(told: Told) -> None:
    calls = [told.number(each["ticket_id"]) for each in told.bodies("ticket-called")]
    issued = [each["number"] for each in told.bodies("ticket-issued")]
    (elder,) = told.story["reasons"]
    assert issued.index(elder) > issued.index(calls[2])
    assert calls.index(elder) < 2
    assert "优先" in told.story["reasons"][elder]


def test_a_low_rating_is_followed_up_to_its_end(told: Told) -> None:
    (rated,) = told.bodies("service-rated")
    assert (rated["level"], rated["channel"]) == (1, "pad")
    assert {*rated["labels"]} == {"slow-service", "poor-attitude"}
    kinds = [each["kind"] for each in told.events if each["kind"].startswith("follow-up")]
    assert kinds == ["follow-up-opened", *["follow-up-advanced"] * 4, "follow-up-closed"]


def test_a_case_goes_from_a_window_through_a_door_into_its_holders_hands(told: Told) -> None:
    (accepted,) = told.bodies("case-accepted")
    case_id = accepted["case"]["case_id"]
    kinds = [each["kind"] for each in told.events if each["body"].get("case_id") == case_id]
    way = ["receipt-printed", "case-ready", "case-deposited", "case-handed-over"]
    assert kinds == [*way, "receipt-printed", "receipt-printed"]
    purposes = [each["unlocking"]["purpose"] for each in told.bodies("unlocking-asked")]
    assert purposes == ["deposit", "collection"]
    assert [each["finding"] for each in told.bodies("unlocking-settled")] == ["inside", "empty"]
    assert {*told.story["receipts"]} == {"acceptance", "hand-over-1", "hand-over-2"}
    for kept in told.story["receipts"].values():
        with Image.open(told.out / kept) as receipt:
            receipt.verify()


def test_its_holder_gets_one_message_and_the_gateway_no_cause_to_complain(told: Told) -> None:
    assert told.story["messages"] == {"received": 1, "billed": 1, "violations": []}


def test_a_supervisor_opens_a_window_for_a_queue_over_its_target_and_closes_the_hall(told: Told) -> None:
    assert {each.split("-unit:")[1] for each in told.story["alarms"]} == {"construction/consult"}
    opened = {(each["window"], each["clerk"]) for each in told.bodies("window-opened") if each["clerk"]}
    assert opened == {(1, "1001"), (4, "9001")}
    assert len(told.bodies("day-closed")) == 1


def test_the_story_has_its_journal_audited(told: Told) -> None:
    assert "audit" in [step["name"] for step in told.story["steps"]]


def test_what_the_screens_showed_is_kept_as_pictures(told: Told) -> None:
    kept = {folder.name.partition("-")[2]: folder for folder in (told.out / "screens").iterdir()}
    for step, screens in SEEN.items():
        assert {path.stem for path in kept[step].glob("*.png")} == screens
        for path in kept[step].glob("*.png"):
            with Image.open(path) as picture:
                picture.verify()


def test_nobody_whose_card_is_known_is_named_in_what_a_story_leaves(told: Told) -> None:
    traces = [trace.encode() for one in people().values() for trace in (one.name, one.number, one.phone)]
    kept = [path for path in told.out.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept for trace in traces if trace in path.read_bytes()]


SENTENCES = [
    ("zh-CN", "请 零 一 二 号 到 三 号窗口 办理业务", [("012", 3)]),
    ("zh-CN", "请 零 零 七 号 到 十 二 号窗口 零 零 八 号 到 四 号窗口", [("007", 12), ("008", 4)]),
    ("yue", "请 A 零 九 号 到 二 十 号窗口 办理业务", [("A09", 20)]),
    ("en", "ticket|zero|one|zero|please go to window|eleven", [("010", 11)]),
]


@pytest.mark.parametrize(("tongue", "sentence", "meant"), SENTENCES)
def test_a_storys_ear_knows_the_announcers_words(tongue: str, sentence: str, meant: list) -> None:
    words = sentence.split("|" if "|" in sentence else None)
    lead = bytes(2 * RATE)
    heard = announced_in(lead + b"".join(clip(tongue, word) for word in words), begun_s=100.0)
    assert [(each.number, each.window) for each in heard] == meant
    assert {each.tongue for each in heard} == {tongue}
    assert heard[0].at_s >= 101.0


def test_a_storys_ear_hears_nothing_in_half_a_sentence() -> None:
    assert announced_in(b"".join(clip("zh-CN", word) for word in ("请", "零", "一", "二", "号")), 0.0) == []


def clip(tongue: str, word: str) -> bytes:
    index = tomllib.loads((CLIPS / "words.toml").read_text())
    file = CLIPS / tongue / f"{index[tongue][word]}.flac"
    return miniaudio.decode_file(str(file), miniaudio.SampleFormat.SIGNED16, 1, RATE).samples.tobytes()
