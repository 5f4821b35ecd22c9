"""The relay and the uplink without a network: what each passes on, refuses, and forgets."""

import asyncio
import random
import ssl
from itertools import islice

import msgspec
import pytest

from queue_core.config import ConfigErrors, load
from queue_core.relay.application import Relay
from queue_core.relay.config import RelayConfig, UplinkConfig
from queue_core.relay.errors import CertificateUnusable, HallAway, HallSlow, TokenUnusable
from queue_core.relay.forwarding import Forwarder
from queue_core.relay.lines import AT_ONCE, Line, Lines
from queue_core.relay.messages import (
    Answered,
    Asked,
    encode,
    from_relay,
    from_uplink,
    to_the_hall,
    to_the_phone,
)
from queue_core.relay.token import read_token
from queue_core.relay.trust import authority_of, hall_of
from queue_core.relay.uplinking import Uplink

TOKEN = "t" * 44
SECRET = "holders-secret"


def asked(path="/public/tickets/REFERENCE/hold", method="POST", query="") -> Asked:
    return Asked(number=0, method=method, path=path, query=query, headers=(), body=SECRET.encode())


def answer(number: int) -> Answered:
    return Answered(number=number, status=200, headers=(), body=b"{}")


class Heard:
    """What was sent down a line."""

    def __init__(self) -> None:
        self.requests: asyncio.Queue[Asked] = asyncio.Queue()

    async def __call__(self, message: bytes) -> None:
        self.requests.put_nowait(from_relay(message))


async def say(relay: Relay, method: str, path: str, body: bytes = b"", query: bytes = b""):
    """One request to the relay's application: status, headers and body of its answer."""
    said = []

    async def receive():
        return {"type": "http.request", "body": body}

    async def send(message):
        said.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query,
        "headers": [(b"content-type", b"application/json")],
    }
    await relay(scope, receive, send)
    return said[0]["status"], dict(said[0]["headers"]), said[1]["body"]


async def test_answers_find_their_requests_in_any_order() -> None:
    heard, lines = Heard(), Lines()
    line = Line(heard)
    lines.join(line)
    both = [asyncio.create_task(lines.ask(asked(), 5)) for _ in range(2)]
    numbers = [(await heard.requests.get()).number for _ in both]
    for number in reversed(numbers):
        line.answered(answer(number))
    assert [(await each).number for each in both] == numbers


async def test_the_newest_uplink_is_asked_and_the_older_one_again_when_it_leaves() -> None:
    old, new, lines = Heard(), Heard(), Lines()
    lines.join(Line(old))
    newest = Line(new)
    lines.join(newest)
    first = asyncio.create_task(lines.ask(asked(), 5))
    number = (await new.requests.get()).number
    lines.leave(newest)
    second = asyncio.create_task(lines.ask(asked(), 5))
    await old.requests.get()
    newest.answered(answer(number))
    assert (await first).status == 200
    second.cancel()


async def test_without_an_answer_in_time_the_hall_is_slow_and_a_late_one_is_dropped() -> None:
    heard = Heard()
    line = Line(heard)
    with pytest.raises(HallSlow):
        await line.ask(asked(), 0.01)
    line.answered(answer(heard.requests.get_nowait().number))


async def test_a_lost_line_answers_what_is_under_way_at_once() -> None:
    heard = Heard()
    line = Line(heard)
    waiting = asyncio.create_task(line.ask(asked(), 60))
    await heard.requests.get()
    line.lost()
    with pytest.raises(HallAway):
        await waiting


async def test_more_than_a_line_carries_is_refused_and_not_kept() -> None:
    heard = Heard()
    line = Line(heard)
    waiting = [asyncio.create_task(line.ask(asked(), 60)) for _ in range(AT_ONCE)]
    for _ in waiting:
        await heard.requests.get()
    with pytest.raises(HallSlow):
        await line.ask(asked(), 60)
    line.lost()
    await asyncio.gather(*waiting, return_exceptions=True)


@pytest.mark.parametrize(
    ("method", "path", "body", "refusal"),
    [
        ("GET", "/api/v1/hall", b"", (404, "not-found")),
        ("POST", "/t/REFERENCE", b"", (405, "method-not-allowed")),
        ("DELETE", "/public/hall", b"", (405, "method-not-allowed")),
        ("POST", "/public/tickets/R/hold", b"x" * 65_537, (413, "too-large")),
        ("GET", "/public/hall", b"", (503, "hall-away")),
    ],
)
async def test_the_relay_answers_by_itself_what_is_not_for_the_hall(method, path, body, refusal) -> None:
    got, headers, said = await say(Relay("proof", TOKEN), method, path, body)
    assert (got, msgspec.json.decode(said)["code"]) == refusal
    assert headers[b"content-type"] == b"application/problem+json"
    assert set(msgspec.json.decode(said)["said"]) == {"zh-CN", "zh-Hant", "en"}


async def test_what_the_relay_logs_of_a_request_is_its_road(capsys) -> None:
    await say(Relay("proof", TOKEN), "POST", "/public/tickets/REFERENCE/hold", SECRET.encode(), b"q=QUERY")
    said = "".join(capsys.readouterr())
    assert "/public/tickets/{reference}/{act}" in said
    assert [each for each in ("REFERENCE", SECRET, "QUERY", TOKEN) if each in said] == []


async def test_head_is_answered_without_a_body() -> None:
    status, headers, body = await say(Relay("proof", TOKEN), "HEAD", "/public/hall")
    assert (status, body) == (503, b"")
    assert int(headers[b"content-length"]) > 0


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/public/tickets/REFERENCE/hold", "POST", 503),
        ("/api/v1/tickets", "POST", 404),
        ("/api/v1/hall", "GET", 404),
        ("/t/REFERENCE", "POST", 405),
        ("/public/../api/v1/hall", "GET", 404),
    ],
)
async def test_an_uplink_asks_the_hall_for_nothing_that_is_not_public_whatever_its_relay_wants(
    path, method, status
) -> None:
    """503: it did try, and nobody listens there."""
    forwarder = Forwarder("https://127.0.0.1:1", ssl.create_default_context())
    assert (await forwarder.answer(asked(path, method))).status == status
    await forwarder.close()


@pytest.mark.parametrize(("value", "status"), [("text/caf\xe9", 503), ("文本", 404)])
async def test_a_header_that_is_no_ascii_is_answered_like_any_other(value, status) -> None:
    forwarder = Forwarder("https://127.0.0.1:1", ssl.create_default_context())
    wanted = msgspec.structs.replace(asked(), headers=(("content-type", value),))
    assert (await forwarder.answer(wanted)).status == status
    await forwarder.close()


def test_only_headers_with_a_use_pass_in_both_directions() -> None:
    sent = [("Cookie", "a"), ("Authorization", "Bearer x"), ("Range", "bytes=1-"), ("If-None-Match", '"e"')]
    assert to_the_hall(sent) == (("if-none-match", '"e"'),)
    told = [("Set-Cookie", "a"), ("Server", "x"), ("ETag", '"e"'), ("Location", "/api")]
    assert to_the_phone(told) == (("etag", '"e"'),)


def test_what_travels_does_not_show_itself() -> None:
    assert "REFERENCE" not in repr(asked())
    assert SECRET not in repr(asked())


@pytest.mark.parametrize("frame", [b"", b"\x00", b"hello", encode({"type": "hello"}), encode([1, 2])])
def test_frames_of_strangers_are_refused(frame) -> None:
    with pytest.raises(msgspec.MsgspecError):
        from_uplink(frame)


def test_pauses_double_to_thirty_seconds() -> None:
    uplink = Uplink(None, None, random.Random(1))
    pauses = list(islice(uplink.pauses(), 12))
    assert 0.4 <= pauses[0] <= 0.5
    assert all(24 <= each <= 30 for each in pauses[-4:])
    assert pauses[3] > pauses[0]


def test_a_token_that_others_may_read_or_that_is_none_is_refused(tmp_path, monkeypatch) -> None:
    file = tmp_path / "relay.token"
    with pytest.raises(TokenUnusable, match="No such file"):
        read_token(file)
    file.write_text(TOKEN + "\n")
    file.chmod(0o640)
    with pytest.raises(TokenUnusable, match="others may read it"):
        read_token(file)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert read_token(file) == TOKEN
    file.chmod(0o600)
    file.write_text("short")
    with pytest.raises(TokenUnusable, match="at least 32"):
        read_token(file)


def test_files_without_a_certificate_are_named(tmp_path) -> None:
    file = tmp_path / "certificate.pem"
    file.write_text("no certificate")
    for trust in (hall_of, authority_of):
        with pytest.raises(CertificateUnusable, match=r"certificate\.pem"):
            trust(file)
        with pytest.raises(CertificateUnusable, match="No such file"):
            trust(tmp_path / "none.pem")


def test_mistakes_of_both_files_are_told_at_once_with_what_to_write(tmp_path) -> None:
    file = tmp_path / "uplink.toml"
    file.write_text('hall = "天河"\nrelay = "https://x"\nserver = "https://x/"\nheartbeat_s = 60\n')
    with pytest.raises(ConfigErrors) as found:
        load(file, UplinkConfig)
    assert {each.key for each in found.value.mistakes} == {
        "hall",
        "relay",
        "server",
        "token",
        "certificate",
        "heartbeat_s",
    }
    file.write_text('hall = "h"\nport = 70000\n')
    with pytest.raises(ConfigErrors):
        load(file, RelayConfig)
