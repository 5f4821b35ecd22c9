"""The server dies at any moment; clients send again what was not acknowledged."""

import json
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from queue_core.store.reading import rows, verify

SCRIPT = Path(__file__).with_name("loaded_hall.py")
ROUNDS = 20
MOST_ACKNOWLEDGED = 150


class Nursery:
    """Starts one life of the hall after the other and keeps what its clients had acknowledged."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.acknowledged: dict[tuple[str, int], list[int]] = {}
        self.messages: list[str] = []
        self.process = subprocess.Popen(
            [sys.executable, str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def next_numbers(self) -> dict[str, int]:
        following: Counter[str] = Counter()
        for client, number in self.acknowledged:
            following[client] = max(following[client], number + 1)
        return dict(following)

    def live(self, kill_after: int | None, room_bytes: int | None = None) -> int:
        """Let one life go by; returns its exit code, negative if it was killed by that signal."""
        life = {"folder": str(self.folder), "next": self.next_numbers(), "room_bytes": room_bytes}
        print(json.dumps(life), file=self.process.stdin, flush=True)
        pid, heard = None, 0
        for line in self.process.stdout:
            said = json.loads(line)
            if "ended" in said:
                return said["ended"]
            if "pid" in said:
                pid = said["pid"]
                continue
            self.acknowledged[said["client"], said["number"]] = said["events"]
            heard += 1
            if heard == kill_after:
                os.kill(pid, signal.SIGKILL)
        raise AssertionError(self.process.stderr.read())

    def close(self) -> str:
        _, errors = self.process.communicate()
        return errors


@pytest.fixture
def nursery(tmp_path):
    nursery = Nursery(tmp_path / "hall")
    yield nursery
    nursery.close()


def assert_nothing_lost_and_nothing_doubled(nursery: Nursery) -> None:
    path = nursery.folder / "journal.db"
    stored = [(row.header.key, json.loads(row.body)) for row in rows(path)]
    assert verify(path).events == len(stored)
    by_key = Counter(key for key, _ in stored)
    assert set(by_key.values()) == {1}
    assert {f"{client} {number}" for client, number in nursery.acknowledged} <= set(by_key)
    bodies = dict(stored)
    for (client, number), ticket_ids in nursery.acknowledged.items():
        body = bodies[f"{client} {number}"]
        assert not ticket_ids or ticket_ids == [body["ticket_id"]]
    issued = [body for _, body in stored if body["kind"] == "ticket-issued"]
    assert [body["ticket_id"] for body in issued] == list(range(1, len(issued) + 1))
    assert len({body["number"] for body in issued}) == len(issued)
    called = [body["ticket_id"] for _, body in stored if body["kind"] == "ticket-called"]
    assert called == list(range(1, len(called) + 1))


def test_twenty_kills_under_load_lose_nothing_and_double_nothing(nursery) -> None:
    chance = random.Random(20)
    for _ in range(ROUNDS):
        assert nursery.live(kill_after=chance.randint(1, MOST_ACKNOWLEDGED)) == -signal.SIGKILL
    assert_nothing_lost_and_nothing_doubled(nursery)
    assert len(nursery.acknowledged) > ROUNDS


def test_a_commit_that_fails_ends_the_process_and_nobody_was_told(nursery) -> None:
    nursery.live(kill_after=30)
    assert nursery.live(kill_after=None, room_bytes=200_000) == 70
    assert_nothing_lost_and_nothing_doubled(nursery)
    nursery.live(kill_after=30)
    assert_nothing_lost_and_nothing_doubled(nursery)
    assert "the journal could not be written, the hall stops" in nursery.close()
