"""What a front end makes of answers, also of those that no hall would give."""

import httpx
import msgspec
import pytest

from queue_core.client import HallRefused
from queue_core.client.transport import _read
from queue_core.wire.messages import Session
from queue_core.wire.problem import MEDIA_TYPE, Problem

SESSION = Session(token="t", clerk="1001", display_name="林晓岚", window=1)
PROBLEM = Problem(
    type="urn:paihao:problem:window-busy",
    title="Not possible now",
    status=409,
    detail="window 1 still has 001",
    code="window-busy",
    remedy="Finish the present ticket first.",
    request_id="r",
)


def test_an_answer_is_read_as_what_was_asked_for() -> None:
    assert _read(httpx.Response(200, content=msgspec.json.encode(SESSION)), Session) == SESSION
    assert _read(httpx.Response(204), type(None)) is None


def test_a_problem_is_a_refusal_with_its_code() -> None:
    answer = httpx.Response(409, content=msgspec.json.encode(PROBLEM), headers={"Content-Type": MEDIA_TYPE})
    with pytest.raises(HallRefused) as caught:
        _read(answer, Session)
    assert (caught.value.problem, caught.value.code) == (PROBLEM, "window-busy")


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(200, content=b"<html>Welcome to the hotel</html>"),
        httpx.Response(200, content=b'{"token": 7}'),
        httpx.Response(404, content=b"nothing here"),
        httpx.Response(409, content=b"{}", headers={"Content-Type": MEDIA_TYPE}),
    ],
)
def test_what_is_no_hall_s_answer_is_told_as_such(answer: httpx.Response) -> None:
    with pytest.raises(HallRefused) as caught:
        _read(answer, Session)
    assert caught.value.code == "not-a-hall"
    assert caught.value.remedy
