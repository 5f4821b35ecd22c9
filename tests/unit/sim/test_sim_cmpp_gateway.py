"""The simulated ISMG over a real connection, from the bytes of the published text."""

import hashlib
import socket
import struct
import time
from collections.abc import Iterator

import pytest

from sim.gateways import CmppGateway
from sim.gateways.cmpp_frames import Frame, encode, first_frame

PHONE, SECRET = "15400000001", "s3cret"
CONNECT, TERMINATE, SUBMIT, DELIVER, ACTIVE_TEST, RESP = 1, 2, 4, 5, 8, 0x80000000
DAY_S = 1_770_000_000.0


class Client:
    """What a text gateway's customer puts on the line."""

    def __init__(self, gateway: CmppGateway) -> None:
        self.gateway = gateway
        self._line = socket.create_connection(("127.0.0.1", gateway.port), timeout=10)
        self._buffer = b""

    def log_in(self, secret: str = SECRET) -> int:
        stamp = 302120000
        signed = b"901234" + bytes(9) + secret.encode() + f"{stamp:010}".encode()
        body = b"901234" + hashlib.md5(signed, usedforsecurity=False).digest()
        self.say(CONNECT, 1, body + struct.pack(">BI", 0x20, stamp))
        answer = self.hear()
        right = hashlib.md5(answer.body[:1] + body[6:] + SECRET.encode(), usedforsecurity=False).digest()
        assert (answer.command, answer.sequence, answer.body[1:17]) == (CONNECT | RESP, 1, right)
        return answer.body[0]

    def submit(self, sequence: int, text: str, *, piece: int = 1, of: int = 1, **over: bytes) -> None:
        content = text.encode("utf-16-be")
        header = bytes((5, 0, 3, 7, of, piece)) if of > 1 else b""
        self.say(SUBMIT, sequence, submission(header + content, piece=piece, of=of, **over))

    def say(self, command: int, sequence: int, body: bytes = b"") -> None:
        self._line.sendall(encode(command, sequence, body))

    def say_bytes(self, data: bytes) -> None:
        self._line.sendall(data)

    def hear(self) -> Frame:
        while (found := first_frame(self._buffer)) is None:
            data = self._line.recv(4096)
            if not data:
                raise EOFError
            self._buffer += data
        frame, self._buffer = found
        return frame

    def hear_result(self) -> int:
        """Of the next SUBMIT_RESP."""
        frame = self.hear()
        assert frame.command == SUBMIT | RESP
        return frame.body[8]

    def close(self) -> None:
        self._line.close()


def submission(content: bytes, *, piece: int = 1, of: int = 1, source: bytes = b"901234") -> bytes:
    fields = (
        bytes(8),
        bytes((of, piece, 1, 0)),
        b"PAIHAO".ljust(10, b"\0"),
        bytes(1 + 21 + 1),
        bytes((of > 1, 8)),
        source,
        b"01" + b"000000" + bytes(17 + 17),
        b"10690000".ljust(21, b"\0"),
        b"\x01" + PHONE.encode().ljust(21, b"\0"),
        bytes((len(content),)) + content + bytes(8),
    )
    body = b"".join(fields)
    assert len(body) == 126 + 21 + len(content)
    return body


@pytest.fixture
def gateway() -> Iterator[CmppGateway]:
    with CmppGateway(secret=SECRET, window=4, clock=lambda: DAY_S) as one:
        yield one


@pytest.fixture
def client(gateway: CmppGateway) -> Iterator[Client]:
    one = Client(gateway)
    assert one.log_in() == 0
    yield one
    one.close()


def test_a_text_is_answered_and_reported(gateway: CmppGateway, client: Client) -> None:
    client.submit(2, "您的办件可以取件")
    answer, report = client.hear(), client.hear()
    assert (answer.command, answer.sequence, answer.body[8]) == (SUBMIT | RESP, 2, 0)
    content = report.body[65:-8]
    assert (report.command, report.body[63], len(content)) == (DELIVER, 1, 60)
    assert (content[:8], content[8:15]) == (answer.body[:8], b"DELIVRD")
    client.say(DELIVER | RESP, report.sequence, report.body[:8] + b"\0")
    gateway.wait_for(lambda: gateway.reports_acknowledged == 1)
    assert gateway.inbox(PHONE) == ("您的办件可以取件",)
    assert (gateway.received[0].receipts, gateway.violations) == ((answer.body[:8].hex(),), [])


def test_a_wrong_secret_is_refused_and_the_line_ends(gateway: CmppGateway) -> None:
    client = Client(gateway)
    assert client.log_in("another") == 3
    with pytest.raises((EOFError, ConnectionError)):
        client.hear()
    client.close()


def test_pieces_make_one_text_and_come_again_as_one(gateway: CmppGateway, client: Client) -> None:
    gateway.fault(reports="never")
    for sequence, (text, piece) in enumerate((("二", 2), ("一", 1), ("一", 1), ("二", 2)), start=2):
        client.submit(sequence, text, piece=piece, of=2)
        assert client.hear_result() == 0
    assert [(each.text, each.parts) for each in gateway.received] == [("一二", 2)] * 2
    assert (len(gateway.billed), gateway.inbox(PHONE)) == (1, ("一二",))


def test_a_piece_that_came_twice_makes_no_second_text(gateway: CmppGateway, client: Client) -> None:
    gateway.fault(reports="never")
    for sequence, (text, piece) in enumerate((("一", 1), ("一", 1), ("二", 2), ("二", 2)), start=2):
        client.submit(sequence, text, piece=piece, of=2)
        assert client.hear_result() == 0
    assert len(gateway.received) == 1


def test_flow_control_is_result_eight_and_bills_nothing(gateway: CmppGateway, client: Client) -> None:
    gateway.fault(throttle=1, reports="never")
    client.submit(2, "好")
    client.submit(3, "好")
    assert [client.hear_result(), client.hear_result()] == [8, 0]
    assert (len(gateway.billed), gateway.refused) == (1, ["8"])


def test_an_answer_may_be_lost_and_another_come_twice(gateway: CmppGateway, client: Client) -> None:
    gateway.fault(lose_answers=1, double_answers=1, reports="never")
    client.submit(2, "好")
    client.submit(3, "好")
    assert [client.hear().sequence, client.hear().sequence] == [3, 3]
    assert (len(gateway.received), len(gateway.billed)) == (2, 1)


def test_reports_come_early_or_twice_or_say_that_it_did_not_arrive(
    gateway: CmppGateway, client: Client
) -> None:
    gateway.fault(reports="early")
    client.submit(2, "一")
    assert [client.hear().command, client.hear().command] == [DELIVER, SUBMIT | RESP]
    gateway.fault(reports="twice")
    client.submit(3, "二")
    assert [client.hear().command for _ in range(3)] == [SUBMIT | RESP, DELIVER, DELIVER]
    gateway.fault(reports="undelivered")
    client.submit(4, "三")
    assert (client.hear_result(), client.hear().body[73:80]) == (0, b"UNDELIV")
    assert gateway.inbox(PHONE) == ("一", "二")


def test_what_was_not_acknowledged_is_reported_again_to_the_next_connection(
    gateway: CmppGateway, client: Client
) -> None:
    client.submit(2, "好")
    assert client.hear_result() == 0
    first = client.hear()
    gateway.hang_up()
    again = Client(gateway)
    assert again.log_in() == 0
    assert again.hear().body == first.body
    again.close()


def test_a_half_open_gateway_takes_bytes_and_says_nothing(gateway: CmppGateway, client: Client) -> None:
    gateway.fault(half_open=True)
    client.say(ACTIVE_TEST, 2)
    client.submit(3, "好")
    gateway.wait_for(lambda: gateway.swallowed == 12 + 12 + 126 + 21 + 2)
    gateway.mend()
    client.say(ACTIVE_TEST, 4)
    assert client.hear() == Frame(ACTIVE_TEST | RESP, 4, b"\0")
    assert gateway.received == []


def test_links_are_tested_both_ways_and_ended(gateway: CmppGateway, client: Client) -> None:
    gateway.test_link()
    asked = client.hear()
    assert (asked.command, asked.body) == (ACTIVE_TEST, b"")
    client.say(ACTIVE_TEST | RESP, asked.sequence, b"\0")
    gateway.wait_for(lambda: gateway.link_tests_answered == 1)
    client.say(TERMINATE, 9)
    assert client.hear() == Frame(TERMINATE | RESP, 9, b"")
    assert gateway.violations == []


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (encode(SUBMIT, 2, bytes(150)), "SUBMIT is for 0 numbers"),
        (encode(SUBMIT, 2, submission(b"\0a")[:-1]), "SUBMIT has 148 bytes"),
        (encode(SUBMIT, 2, submission(b"\0a", source=b"000000")), "Msg_src"),
        (encode(SUBMIT, 2, submission(bytes(142))), "142 bytes of text"),
        (encode(0x77, 2, b""), "command 0x77"),
        (b"GET / HTTP/1.1\r\n\r\n", "a message of"),
    ],
)
def test_what_is_against_the_protocol_is_kept(
    gateway: CmppGateway, client: Client, data: bytes, what: str
) -> None:
    client.say_bytes(data)
    gateway.wait_for(lambda: gateway.violations != [])
    assert gateway.violations[0].startswith(what)
    assert gateway.received == []


def test_more_than_the_window_unanswered_is_a_violation(gateway: CmppGateway, client: Client) -> None:
    gateway.fault(answer_after_s=60.0)
    for sequence in range(2, 7):
        client.submit(sequence, "好")
    gateway.wait_for(lambda: gateway.violations != [])
    assert gateway.violations == ["more than 4 unanswered submissions"]


def test_an_answer_is_cut_in_the_middle_of_its_frame(gateway: CmppGateway, client: Client) -> None:
    gateway.fault(cut_after_bytes=10)
    client.submit(2, "好")
    with pytest.raises((EOFError, ConnectionError)):
        client.hear()
    assert len(gateway.received) == 1


def test_a_gateway_that_went_down_refuses_and_comes_back_at_its_port(
    gateway: CmppGateway, client: Client
) -> None:
    gateway.go_down()
    with pytest.raises((EOFError, ConnectionError)):
        client.hear()
    with pytest.raises(ConnectionRefusedError):
        Client(gateway)
    gateway.come_up()
    again = Client(gateway)
    assert again.log_in() == 0
    again.close()


def test_a_stated_rate_is_kept_by_refusing_more(gateway: CmppGateway, client: Client) -> None:
    gateway.fault(rate_per_s=2.0, reports="never")
    began_s = time.monotonic()
    for sequence in range(2, 6):
        client.submit(sequence, "好")
    results = [client.hear_result() for _ in range(4)]
    assert results.count(0) <= 2 * (1 + int(time.monotonic() - began_s))
    assert set(results) == {0, 8}
