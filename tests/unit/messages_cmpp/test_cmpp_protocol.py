"""Golden bytes, put together by hand from the specification's tables; digests by md5sum."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from queue_core.messages.cmpp.protocol import (
    ActiveTest,
    ActiveTestResp,
    BadFrame,
    Connect,
    ConnectResp,
    Deliver,
    DeliverResp,
    Frame,
    Status,
    Submit,
    SubmitResp,
    Terminate,
    TerminateResp,
    decode,
    encode,
)
from queue_core.messages.cmpp.splitting import Splitter

MSG_ID = bytes.fromhex("5b2c3a7f00010009")
STATUS_CONTENT = (
    MSG_ID  # Msg_Id of the SUBMIT
    + b"DELIVRD"  # Stat
    + b"2611220905"  # Submit_time
    + b"2611220906"  # Done_time
    + b"13800000000".ljust(21, b"\0")  # Dest_terminal_Id
    + bytes.fromhex("00000007")  # SMSC_sequence
)


def hexed(*pieces: str) -> bytes:
    return bytes.fromhex("".join(pieces))


def frame(command: int, body: bytes = b"") -> Frame:
    return Frame(command=command, sequence=7, body=body)


def deliver_body(content: bytes, *, is_report: int) -> bytes:
    return (
        b"\x11" * 8  # Msg_Id of the DELIVER itself
        + b"106590001".ljust(21, b"\0")  # Dest_Id
        + b"ZWDT".ljust(10, b"\0")  # Service_Id
        + bytes((0, 0, 0))  # TP_pid, TP_udhi, Msg_Fmt
        + b"13800000000".ljust(21, b"\0")  # Src_terminal_Id
        + bytes((is_report, len(content)))
        + content
        + bytes(8)  # Reserved
    )


def submit(content: bytes = b"", **changes: object) -> Submit:
    usual = {
        "part_count": 2,
        "part": 1,
        "service_id": "ZWDT",
        "source": "901234",
        "sender": "106590001",
        "phone": "13800000000",
        "text_format": 8,
        "has_header": True,
        "content": content,
    }
    return Submit(**(usual | changes))


def test_a_login_is_27_bytes_after_the_header() -> None:
    connect = Connect(
        source_address="901234",
        authenticator=bytes.fromhex("44f8d05174b160f450500d8b965476fe"),
        timestamp=1122090503,
    )
    assert encode(1, connect) == hexed(
        "00000027 00000001 00000001",  # 12 + 27 = 39 bytes
        "393031323334",
        "44f8d05174b160f450500d8b965476fe",
        "20",
        "42e1be07",
    )


def test_a_message_is_126_and_21_bytes_a_number_and_its_content_after_the_header() -> None:
    content = bytes.fromhex("050003ca0201 53d653f7")
    assert encode(0x01020304, submit(content)) == hexed(
        "000000a9 00000004 01020304",  # 12 + 126 + 21 + 10 = 169 bytes
        "0000000000000000",  # Msg_Id
        "02 01",  # Pk_total, Pk_number
        "01",  # Registered_Delivery: a status report is wanted
        "00",  # Msg_level
        "5a574454 000000000000",  # Service_Id
        "02",  # Fee_UserType: the service provider
        "00" * 21,  # Fee_terminal_Id
        "00 01 08",  # TP_pId, TP_udhi, Msg_Fmt
        "393031323334",  # Msg_src
        "3031",  # FeeType
        "303030303030",  # FeeCode
        "00" * 17,  # ValId_Time
        "00" * 17,  # At_Time
        "313036353930303031" + "00" * 12,  # Src_Id
        "01",  # DestUsr_tl
        "3133383030303030303030" + "00" * 10,  # Dest_terminal_Id
        "0a",  # Msg_Length
        "050003ca0201 53d653f7",
        "00" * 8,  # Reserve
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (ActiveTest(), "0000000c 00000008 00000009"),
        (ActiveTestResp(), "0000000d 80000008 00000009 00"),
        (Terminate(), "0000000c 00000002 00000009"),
        (TerminateResp(), "0000000c 80000002 00000009"),
        (DeliverResp(msg_id=MSG_ID, result=0), "00000015 80000005 00000009 5b2c3a7f00010009 00"),
    ],
)
def test_what_is_said_beside_messages_is_short(said, expected) -> None:
    assert encode(9, said) == bytes.fromhex(expected)


@pytest.mark.parametrize(
    ("command", "body", "heard"),
    [
        (
            0x80000001,
            "00" + "5eb69872f640717339cddfc555535cd9" + "20",
            ConnectResp(
                status=0, authenticator=bytes.fromhex("5eb69872f640717339cddfc555535cd9"), version=0x20
            ),
        ),
        (0x80000004, "5b2c3a7f00010009 08", SubmitResp(msg_id=MSG_ID, result=8)),
        (0x00000008, "", ActiveTest()),
        (0x80000008, "00", ActiveTestResp()),
        (0x00000002, "", Terminate()),
        (0x80000002, "", TerminateResp()),
        (0x80000006, "00", None),  # QUERY_RESP, which we never ask for
    ],
)
def test_what_a_gateway_says_is_understood(command, body, heard) -> None:
    assert decode(frame(command, bytes.fromhex(body))) == heard


def test_a_status_report_is_60_bytes_in_a_delivery_of_133() -> None:
    body = deliver_body(STATUS_CONTENT, is_report=1)
    assert (len(STATUS_CONTENT), len(body)) == (60, 73 + 60)
    assert decode(frame(5, body)) == Deliver(msg_id=b"\x11" * 8, status=Status(msg_id=MSG_ID, stat="DELIVRD"))


def test_what_a_phone_wrote_is_taken_without_its_words() -> None:
    heard = decode(frame(5, deliver_body(b"thank you", is_report=0)))
    assert heard == Deliver(msg_id=b"\x11" * 8, status=None)


@pytest.mark.parametrize(
    ("command", "body"),
    [
        (0x80000001, bytes(17)),
        (0x80000001, bytes(21)),  # as CMPP 3.0 says it
        (0x80000004, bytes(12)),  # likewise
        (0x80000004, b""),
        (0x80000008, b""),
        (0x00000008, b"\0"),
        (0x00000002, b"\0"),
        (0x80000002, b"\0"),
        (5, bytes(64)),
        (5, deliver_body(STATUS_CONTENT, is_report=1) + b"\0"),
        (5, deliver_body(STATUS_CONTENT, is_report=1)[:-1]),
        (5, deliver_body(STATUS_CONTENT + bytes(11), is_report=1)),  # CMPP 3.0's 71
        (5, deliver_body(STATUS_CONTENT, is_report=2)),
        (5, deliver_body(STATUS_CONTENT.replace(b"DELIVRD", bytes(7)), is_report=1)),
        (5, deliver_body(STATUS_CONTENT.replace(b"DELIVRD", b"DEL\xffVRD"), is_report=1)),
    ],
)
def test_a_body_of_another_shape_is_refused(command, body) -> None:
    with pytest.raises(BadFrame):
        decode(frame(command, body))


def test_neither_number_nor_words_of_a_message_show_in_a_log() -> None:
    shown = repr(submit("取号".encode("utf-16-be")))
    assert "13800000000" not in shown
    assert "content" not in shown


STREAM = [
    encode(1, ActiveTest()),
    encode(2, submit(b"\x01" * 140)),
    encode(3, DeliverResp(msg_id=MSG_ID, result=0)),
    encode(0xFFFFFFFF, TerminateResp()),
]


@given(cuts=st.lists(st.integers(0, len(b"".join(STREAM))), max_size=12))
@settings(max_examples=40, deadline=None)
def test_frames_are_whole_wherever_the_network_cuts_the_stream(cuts) -> None:
    stream = b"".join(STREAM)
    edges = [0, *sorted(cuts), len(stream)]
    splitter = Splitter()
    frames = [found for begin, end in itertools.pairwise(edges) for found in splitter.feed(stream[begin:end])]
    assert [(found.command, found.sequence, found.body) for found in frames] == [
        (int.from_bytes(each[4:8], "big"), int.from_bytes(each[8:12], "big"), each[12:]) for each in STREAM
    ]


@pytest.mark.parametrize("length", [0, 11, 4097, 0x48545450, 0xFFFFFFFF])
def test_an_absurd_length_is_refused_after_the_good_frames_before_it(length) -> None:
    frames = Splitter().feed(STREAM[0] + length.to_bytes(4, "big") + bytes(8))
    assert next(frames).command == 8
    with pytest.raises(BadFrame):
        next(frames)


@given(garbage=st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_garbage_is_refused_and_breaks_nothing(garbage) -> None:
    refused = None
    try:
        for found in Splitter().feed(garbage):
            decode(found)
    except BadFrame as error:
        refused = error
    assert refused is None or refused.code == "cmpp-bad-frame"


@given(command=st.sampled_from([1, 2, 4, 5, 6, 7, 8]), is_answer=st.booleans(), body=st.binary(max_size=160))
@settings(max_examples=60, deadline=None)
def test_any_body_is_understood_or_refused(command, is_answer, body) -> None:
    refused = None
    try:
        decode(frame(command | (0x80000000 if is_answer else 0), body))
    except BadFrame as error:
        refused = error
    assert refused is None or refused.remedy
