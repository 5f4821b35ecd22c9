"""What becomes of requests that are under way while a part of the road stops, or stands still."""

import os
import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks.phones_road import TOKEN


@pytest.fixture
def frozen(road):
    """The hall server stands still, as on a machine that swaps; a test may thaw it."""
    os.kill(road.house.pid, signal.SIGSTOP)
    yield lambda: os.kill(road.house.pid, signal.SIGCONT)
    os.kill(road.house.pid, signal.SIGCONT)


def is_asked(house) -> bool:
    """Something waits at the hall's port that the hall has not read."""
    port = int(next(iter(house.credentials.values())).server.rsplit(":", 1)[1])
    rows = (line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
    return any(row[1].endswith(f":{port:04X}") and int(row[4].rpartition(":")[2], 16) > 0 for row in rows)


@pytest.mark.usefixtures("own_uplink")
def test_an_uplink_that_is_stopped_answers_what_it_was_asked(road, phone, frozen) -> None:
    with ThreadPoolExecutor() as pool:
        asked = pool.submit(phone.get, "/public/tickets/NOBODY")
        road.until(lambda: is_asked(road.house), "a request at the hall")
        stopped = pool.submit(road.stop, "uplink")
        road.until(lambda: '"leaving"' in road.log("uplink"), "the uplink's leaving")
        frozen()
        assert (asked.result().status_code, stopped.result()) == (404, 0)
    assert '"status": 404' in road.log("uplink")


@pytest.mark.usefixtures("own_uplink")
def test_a_relay_that_is_started_again_has_its_uplink_back(road, phone) -> None:
    assert phone.get("/h").status_code == 200
    assert road.stop("relay") == 0
    told = phone.get("/public/tickets/ANOTHER")
    assert (told.status_code, told.json()["code"], told.headers["Retry-After"]) == (503, "hall-away", "5")
    road.start_relay()
    road.until(lambda: phone.get("/public/tickets/ANOTHER").status_code == 404, "the hall's answer")


@pytest.mark.usefixtures("frozen")
def test_a_hall_that_stands_still_is_told_of_in_time(phone) -> None:
    slow = phone.get("/public/tickets/NOBODYHASREADTHIS")
    assert (slow.status_code, slow.json()["code"], slow.headers["retry-after"]) == (504, "hall-slow", "5")
    assert set(slow.json()["said"]) == {"zh-CN", "zh-Hant", "en"}


@pytest.mark.usefixtures("own_uplink")
def test_an_uplink_with_another_token_or_of_another_hall_is_refused_and_says_why(road, phone) -> None:
    assert road.stop("uplink") == 0
    (road.root / "relay.token").write_text("another-token-that-the-relay-knows-not")
    road.start_uplink()
    road.until(lambda: "status 403" in road.log("uplink"), "the refusal of the token")
    assert road.stop("uplink") == 0
    (road.root / "relay.token").write_text(TOKEN)
    settings = road.root / "uplink.toml"
    settings.write_text(settings.read_text().replace('hall = "proof"', 'hall = "another"'))
    road.start_uplink()
    road.until(lambda: "another-hall" in road.log("uplink"), "the refusal of the hall")
    assert phone.get("/public/tickets/SOMEBODY").json()["code"] == "hall-away"
    assert "another-token" not in road.log("uplink") + road.log("relay")
