"""The server as a process: its commands, its log, its end by signal and by kill."""

import asyncio
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
import pytest
from msgspec.structs import replace

from queue_core.client import Credential, HallClient
from queue_core.client.credential import pinned
from queue_core.wire.messages import LogIn, Rate
from queue_core.wire.words import RatingChannel, Role, WindowAction
from tests.integration.hall.conftest import DEMO, PASSWORD, accept, id_number

PAIHAO = (Path(sys.executable).with_name("paihao"),)


class Process:
    """`paihao hall` on a copy of a founded hall; started again it takes the same port."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.log = data.parent / "log"
        self.ready = data.parent / "ready.json"
        self.url = ""
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> float:
        """Returns how long it took to be ready, in seconds."""
        port = self.url.rsplit(":", 1)[-1] or "0"
        begun = time.perf_counter()
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *(*PAIHAO, "hall", "--config", DEMO, "--data", self.data),
                    *("--port", port, "--ready-file", self.ready),
                ],
                stdout=subprocess.PIPE,
                stderr=log,
            )
        assert self._process.stdout is not None
        line = self._process.stdout.readline().decode()
        assert line.startswith("ready https://"), self.log.read_text()
        self.url = msgspec.json.decode(self.ready.read_bytes())["url"]
        assert self.url in line
        return time.perf_counter() - begun

    def end(self, by: signal.Signals) -> int:
        assert self._process is not None
        self._process.send_signal(by)
        code = self._process.wait(timeout=10)
        self._process.stdout.close()
        self._process = None
        return code

    def close(self) -> None:
        if self._process is not None:
            self.end(signal.SIGKILL)


@pytest.fixture
def process(founded, tmp_path: Path) -> Iterator[Process]:
    data = tmp_path / "hall"
    subprocess.run(["cp", "-r", founded.folder.path, data], check=True)
    process = Process(data)
    yield process
    process.close()


@pytest.fixture
def credential(founded, process: Process) -> Callable[..., Credential]:
    return lambda *device: replace(founded.credentials[device], server=process.url)


async def test_a_command_outlives_a_killed_server_and_happens_once(process, credential, capfd) -> None:
    took_s = process.start()
    with capfd.disabled():
        sys.stdout.write(f"\nhall server ready after {took_s:.2f} s\n")
    async with HallClient(credential(Role.KIOSK), deadline_s=15) as kiosk:
        before = await kiosk.take_number(accept(1), key="before-the-kill")
        process.end(signal.SIGKILL)
        waiting = asyncio.create_task(kiosk.take_number(accept(2), key="during-the-kill"))
        repeated = asyncio.create_task(kiosk.take_number(accept(1), key="before-the-kill"))
        await asyncio.to_thread(process.start)
        assert (await repeated).number == before.number == "001"
        assert (await waiting).number == "002"
        assert (await kiosk.take_number(accept(2), key="during-the-kill")).number == "002"


async def test_sigterm_ends_it_cleanly_while_clients_listen(process, credential) -> None:
    process.start()
    async with HallClient(credential(Role.WALL)) as wall:
        updates = wall.follow()
        await anext(updates)
        assert await asyncio.to_thread(process.end, signal.SIGTERM) == 0
        await updates.aclose()
    assert not (process.data / "server.json").exists()


async def test_sigterm_ends_it_cleanly_beside_a_stream_whose_client_said_goodbye_and_stays(
    process, credential
) -> None:
    """As of a screen whose machine hangs between the end of the stream and the end of its connection."""
    process.start()
    wall = credential(Role.WALL)
    address = urlsplit(process.url)
    goodbye = b"\x88\x80\x00\x00\x00\x00"  # RFC 6455, 5.5.1: a close frame, masked by zeros

    def say_goodbye_and_stay() -> tuple[bytes, int]:
        with (
            socket.create_connection((address.hostname, address.port), timeout=5) as plain,
            pinned(wall.certificate).wrap_socket(plain, server_hostname=address.hostname) as stream,
        ):
            stream.sendall(
                b"GET /api/v1/stream HTTP/1.1\r\nHost: hall\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
                + f"Authorization: Bearer {wall.token}\r\n\r\n".encode()
            )
            while b"\r\n\r\n" not in (answer := stream.recv(4096)):
                assert answer
            stream.sendall(goodbye)
            return stream.recv(2), process.end(signal.SIGTERM)

    assert await asyncio.to_thread(say_goodbye_and_stay) == (b"\x88\x00", 0)
    assert "Traceback" not in process.log.read_text()


async def test_the_log_names_nobody_and_no_secret(process, credential) -> None:
    process.start()
    async with (
        HallClient(credential(Role.KIOSK)) as kiosk,
        HallClient(credential(Role.COUNTER, 1)) as counter,
        HallClient(credential(Role.PAD, 1)) as pad,
    ):
        ticket = await kiosk.take_number(accept(5))
        session = await counter.log_in(LogIn(clerk="1001", password=PASSWORD, window=1))
        for action in (WindowAction.OPEN, WindowAction.CALL_NEXT, WindowAction.START, WindowAction.FINISH):
            await counter.act(1, action)
        await pad.rate(1, Rate(ticket_id=ticket.ticket_id, level=4, channel=RatingChannel.PAD))
        reference, secret = ticket.status_url.rsplit("/", 1)[1].split("#")
        page = f"/public/tickets/{reference}"
        await kiosk._transport.send("GET", f"{page}?secret=leaky", dict, token=None)
        tokens = [kiosk.credential.token, counter.credential.token, session.token]
    process.end(signal.SIGTERM)
    log = process.log.read_text()
    assert "/api/v1/windows/{window}/{action}" in log
    for forbidden in ["测试5", id_number(5), reference, secret, "leaky", "林晓岚", PASSWORD, *tokens]:
        assert forbidden not in log


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PAIHAO, *map(str, arguments)], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )


def test_founding_twice_is_refused(founded) -> None:
    again = run("hall", "init", "--config", DEMO, "--data", founded.folder.path)
    assert again.returncode == 1
    assert "holds a hall already" in again.stderr


def test_a_bad_file_ends_with_all_its_mistakes(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    text = DEMO.read_text(encoding="utf-8")
    bad.write_text(text.replace("number_digits = 3", "number_digits = 0").replace("public_url", "publik_url"))
    answer = run("hall", "--config", bad, "--data", tmp_path / "data")
    assert answer.returncode == 2
    assert [word in answer.stderr for word in ("number_digits", "publik_url", "→")] == [True] * 3
    assert "Traceback" not in answer.stderr


def test_a_hall_that_was_not_founded_says_how_to(tmp_path: Path) -> None:
    answer = run("hall", "--config", DEMO, "--data", tmp_path / "data")
    assert (answer.returncode, "paihao hall init" in answer.stderr) == (1, True)


def test_a_folder_with_a_part_of_a_hall_names_what_is_missing(process) -> None:
    (process.data / "tokens.key").unlink()
    answer = run("hall", "--config", DEMO, "--data", process.data, "--port", "0")
    assert (answer.returncode, "tokens.key is missing" in answer.stderr) == (1, True)
    assert "Traceback" not in answer.stderr


def test_a_hall_cannot_be_founded_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    answer = run("hall", "init", "--config", DEMO, "--data", tmp_path / "file" / "hall")
    assert (answer.returncode, "cannot be founded" in answer.stderr) == (1, True)
    assert "Traceback" not in answer.stderr


def test_a_public_address_that_phones_cannot_open_is_refused(process) -> None:
    place = ("--config", DEMO, "--data", process.data, "--port", "0")
    answer = run("hall", *place, "--public-url", "hall.example.org")
    assert (answer.returncode, "is not an address of a server" in answer.stderr) == (2, True)


async def test_a_second_server_on_the_same_folder_is_refused(process) -> None:
    process.start()
    answer = await asyncio.to_thread(run, "hall", "--config", DEMO, "--data", process.data, "--port", "0")
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
