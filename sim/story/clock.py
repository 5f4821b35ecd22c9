"""The hall's clock, where a story moves it: instants of the day on which the story plays."""

import tomllib
from datetime import date, datetime, time
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

import httpx

from sim.story.errors import Refused
from sim.story.performance import Performance
from sim.story.phone import trusting


def today(hall: Path) -> date:
    """By the hall's time."""
    return datetime.now(_zone(hall)).date()


def set_clock(play: Performance, at: str) -> None:
    """Move the hall's clock forward to an instant of the story's day, such as 09:30."""
    instant = datetime.combine(play.day, time.fromisoformat(at), _zone(play.hall))
    credential = play.credential("kiosk")
    headers = {"Authorization": f"Bearer {credential.token}", "Idempotency-Key": uuid4().hex}
    with httpx.Client(
        base_url=credential.server, verify=trusting(credential.certificate), headers=headers, trust_env=False
    ) as http:
        answer = http.post("/api/v1/clock", json={"now_ms": int(instant.timestamp() * 1000)})
    if answer.is_error:
        raise Refused(f"the hall's clock could not be moved to {at}: {answer.status_code}")


def _zone(hall: Path) -> ZoneInfo:
    return ZoneInfo(tomllib.loads(hall.read_text())["timezone"])
