"""Every decoder of `drivers.protocol` with a way to feed it any bytes.

For Hypothesis, for the corpus that is kept, and for `python -m benchmarks.fuzz`. A target takes one string of
bytes, raises no DeviceError, and AssertionError when a decoder does what none may: hold without bound, tell
other values when the same bytes are cut elsewhere, go round without an end. The first bytes choose how the
rest is cut and what the decoder is told besides, so that a fuzzer finds that out too.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any
from unicodedata import category

from drivers.contract.errors import DeviceError
from drivers.contract.events import CodeKind
from drivers.protocol import (
    apdu,
    bx,
    card_serial,
    escpos_answers,
    escpos_presenter,
    escpos_status,
    ff68,
    id_number,
    identity_card,
    insurance_code,
    keymap,
    samv,
    scan_text,
    scan_text_typed,
    ssc,
)
from drivers.protocol.lock8a import Lock8A
from drivers.protocol.lock_boards import LockBoards, Request
from drivers.protocol.wkly import Wkly

MOST_HELD = 5 * 1024
"""Bytes and values; the longest frame known, a reading of SAM_V with fingerprints, has 2.3 KB."""
MOST_COMMANDS = 40 * apdu.MOST_ROUNDS
LONGEST_CODE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """`tries` names what is fed, as `module.name`; `seeds` are published frames in the form `run` takes."""

    run: Callable[[bytes], None]
    tries: frozenset[str]
    seeds: tuple[bytes, ...]


# Streams: size of pieces, when the line falls silent, then what comes over it.


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    size = size or len(data) or 1
    return (data[at : at + size] for at in range(0, len(data), size))


def held(thing: Any) -> int:
    """What an object keeps, counted in bytes and values, through its attributes."""
    if isinstance(thing, int | float | None):
        return 0
    if hasattr(thing, "__len__"):
        return len(thing)
    return sum(map(held, getattr(thing, "__dict__", {}).values()))


def listed(fed: Any) -> list[Any]:
    return list(fed) if isinstance(fed, list | tuple) else [] if fed is None else [fed]


def told(
    decoder: Any, stream: Iterator[bytes], *, settle_every: int = 0, only_first: bool = False
) -> list[Any]:
    """All that is told, in its order, up to an error."""
    values: list[Any] = []
    try:
        for count, piece in enumerate(stream, 1):
            values += listed(decoder.feed(piece))
            assert held(decoder) <= MOST_HELD, f"it holds {held(decoder)}"
            if settle_every and count % settle_every == 0:
                values += decoder.settle()
                assert not decoder.is_waiting, "silence leaves something waiting"
            if only_first and values:
                break
    except DeviceError as error:
        values.append(type(error))
    return values


def stream_of(
    make: Callable[[int], Any], data: bytes, *, settles: bool = False, only_first: bool = False
) -> list[Any]:
    """`make` is given a byte that chooses the settings."""
    if len(data) < 3:
        return []
    settings, size, silence, stream = data[0], data[1], data[2], data[3:]
    whole = told(make(settings), pieces(stream, 0), only_first=only_first)
    assert whole == told(make(settings), pieces(stream, size), only_first=only_first), (
        "it matters where it is cut"
    )
    if settles and silence:
        told(make(settings), pieces(stream, size), settle_every=silence)
    return whole


def plain(*frames: str) -> tuple[bytes, ...]:
    """Published frames as they are, and all of them in single bytes with silence between."""
    streams = [bytes.fromhex(frame) for frame in frames]
    return (*(b"\0\0\0" + stream for stream in streams), b"\0\1\5" + b"".join(streams))


def set_up(settings: int, frames: tuple[bytes, ...]) -> tuple[bytes, ...]:
    return tuple(bytes((settings,)) + frame[1:] for frame in frames)


def try_ff68(data: bytes) -> None:
    for frame in stream_of(lambda _: ff68.Decoder(), data, settles=True):
        assert not (frame.is_key and frame.is_rating)
        assert ff68.Decoder().feed(frame.encode()) == [frame]


def try_bx(data: bytes) -> None:
    """Besides, what is found is found again in what it is written as."""
    for packet in stream_of(lambda _: bx.Decoder(), data):
        bx.refusal(packet)
        assert bx.Decoder().feed(packet.encode()) == [packet]


def try_samv(data: bytes) -> None:
    for reply in stream_of(lambda _: samv.Decoder(), data, only_first=True):
        if isinstance(reply, samv.Reply):
            assert isinstance(samv.refusal(reply.word), DeviceError)
            for read in (samv.text_block, samv.module_id):
                with contextlib.suppress(DeviceError):
                    read(reply.data)


def make_lock8a(settings: int) -> LockBoards:
    boards = Lock8A(
        channels=24 if settings & 1 else 50,
        closed_is_switched=bool(settings & 2),
        lowest_last=bool(settings & 4),
        event_header=(0x81, None, 0x8A, 0x80)[settings >> 3 & 3],
    )
    return expecting(boards, settings)


def expecting(boards: LockBoards, settings: int) -> LockBoards:
    """As while a question is open."""
    match settings >> 5 & 3:
        case 1:
            boards.expect(boards.ask(1))
        case 2:
            boards.expect(boards.ask(1, 1))
        case 3:
            boards.expect(boards.unlock(1, 1))
    return boards


def try_lock_boards(make: Callable[[int], LockBoards], data: bytes) -> None:
    asked = [
        Request(said=b"", board=1, channel=channel, unlocks=unlocks)
        for channel in (None, 1)
        for unlocks in (False, True)
    ]
    for report in stream_of(make, data, settles=True):
        assert sum(request.is_answered_by(report) for request in asked) <= 1


def try_scanned_bytes(data: bytes) -> None:
    check_codes(stream_of(lambda _: scan_text.ByteCodes(LONGEST_CODE), data, settles=True))


def check_codes(codes: list[Any]) -> None:
    for code in codes:
        assert isinstance(code, scan_text.Dropped) or 0 < len(code) <= LONGEST_CODE
        if isinstance(code, str):
            assert insurance_code.kind_of(code) in CodeKind


def try_typed_keys(data: bytes) -> None:
    """Two bytes a key: its code, and down, up, moves that were lost, or silence."""
    codes = scan_text_typed.TypedCodes(LONGEST_CODE, follows_caps_lock=bool(data[:1] and data[0] & 1))
    for code, move in zip(data[1::2], data[2::2], strict=False):
        match move:
            case 0xFF:
                check_codes(codes.feed(keymap.GAP))
            case 0xFE:
                check_codes(codes.settle())
                assert not codes.is_waiting
            case _:
                check_codes(codes.feed(keymap.KeyMove(code, is_down=bool(move & 1))))
        assert held(codes) <= MOST_HELD


NOTHING_WRONG = escpos_status.Answers(*[escpos_status.NOTHING] * 4)


def try_escpos(data: bytes) -> None:
    """A printer with a presenter is asked for its ejector before each piece."""
    if len(data) >= 3 and data[0] & 1:
        decoder = escpos_answers.Decoder(has_presenter=True)
        stream: list[Any] = []
        for piece in pieces(data[3:], data[1]):
            decoder.expect_ejector()
            stream += told(decoder, iter([piece]))
    else:
        stream = stream_of(lambda _: escpos_answers.Decoder(), data)
    for answer in stream:
        match answer:
            case escpos_answers.Block():
                answers = answer.answers()
            case escpos_presenter.Ejector() | escpos_presenter.FullStatus():
                answers = answer.added_to(NOTHING_WRONG)
            case _:
                continue
        assert (answers.refusal() is None) is (answers.status().state == "online")


def try_escpos_status(data: bytes) -> None:
    with contextlib.suppress(DeviceError):
        escpos_presenter.FullStatus.of(data)
    if len(data) >= 4:
        with contextlib.suppress(DeviceError):
            answers = escpos_status.Answers(*data[:4])
            assert (answers.refusal() is None) is (answers.status().state == "online")


# Dialogues with cards: the length of an answer and the answer, again and again; then the card knows nothing.


def answers_of(data: bytes) -> Iterator[bytes]:
    while data:
        yield data[1 : data[0] + 1]
        data = data[data[0] + 1 :]
    while True:
        yield b"\x6a\x82"


def talk(dialogue: apdu.Dialogue[Any], data: bytes) -> Any:
    answers = answers_of(data)
    with contextlib.suppress(DeviceError):
        command = next(dialogue)
        try:
            for _ in range(MOST_COMMANDS):
                assert 4 <= len(command) <= 5 + 255 + 1
                command = dialogue.send(next(answers))
        except StopIteration as end:
            return end.value
        raise AssertionError("the dialogue never ends")
    return None


def script(*answers: str) -> bytes:
    return b"".join(bytes((len(answer) // 2,)) + bytes.fromhex(answer) for answer in answers)


def try_ssc(data: bytes) -> None:
    check_holder(talk(ssc.read_holder(), data))
    for read in (ssc.decode_number, ssc.decode_name):
        with contextlib.suppress(DeviceError):
            assert read(data)


def try_identity_pages(data: bytes) -> None:
    """The ATR, then what the reader answers, which may be long: lengths count fours."""
    atr, rest = data[:16], data[16:]
    first, second = rest[:258], rest[258:]
    dialogue = identity_card.read_holder(atr)
    with contextlib.suppress(DeviceError, StopIteration):
        next(dialogue)
        dialogue.send(first)
        dialogue.send(second)
    talk(identity_card.read_holder(bytes(13) + b"\x90\x00"), rest)


def try_identity_text(data: bytes) -> None:
    with contextlib.suppress(DeviceError):
        card = identity_card.decode(data[:256].ljust(256, b"\0"))
        check_holder(card.holder)
        assert card.id_number not in repr(card)


def check_holder(holder: Any) -> None:
    if holder is not None:
        assert not {category(letter) for letter in holder.name} & {"Cc", "Cf", "Cs"}
        assert holder.name.strip() == holder.name != ""
        assert len(holder.id_number) in (15, 18)
        assert holder.id_number.isascii()


def try_card_serial(data: bytes) -> None:
    serial = talk(card_serial.read_serial(data[:20]), data[20:])
    assert serial is None or len(str(serial)) >= 8


def try_apdu(data: bytes) -> None:
    response = talk(apdu.exchange(bytes.fromhex("00B2080000")), data)
    assert response is None or len(response.data) <= len(data)


def try_numbers_and_codes(data: bytes) -> None:
    text = data.decode("utf-8", errors="replace")
    assert id_number.is_well_formed(text) or not id_number.is_valid(text)
    assert insurance_code.kind_of(text) in CodeKind
    for decode in (scan_text.as_text, scan_text.as_gb18030):
        with contextlib.suppress(UnicodeDecodeError):
            decode(data)
    for letter in text[:4]:
        assert (keymap.control(letter) or 0) in range(32)


# What is published, or made after it, with invented people.

NUMBER = "44010619900307123" + id_number.check_digit("44010619900307123")
ATR = bytes.fromhex("3B8F8001804F0CA000000306030001000000006A").ljust(20, b"\0")


def identity_text(*places: tuple[int, str]) -> bytes:
    block = bytearray(" ".encode("utf-16-le") * 128)
    for place, text in places:
        block[place : place + 2 * len(text)] = text.encode("utf-16-le")
    return bytes(block)


TEXTS = (
    identity_text(
        (0, "王伟"), (30, "101"), (36, "19900307"), (52, "广州市"), (122, NUMBER), (188, "20200101长期")
    ),
    identity_text((0, "黄志强"), (122, NUMBER), (220, "H01234567"), (248, "J")),
    identity_text((52, "ANNA MARIA"), (122, NUMBER), (242, "DEU"), (248, "Y")),
    identity_text((0, "ANNA MARIA"), (120, "2"), (122, "DEU440190030712"), (158, "安娜"), (248, "I")),
)
READING = (256).to_bytes(2) + (16).to_bytes(2) + TEXTS[0] + bytes(16)


def module_says(status: str, data: bytes = b"") -> bytes:
    body = (4 + len(data)).to_bytes(2) + bytes.fromhex(status) + data
    check = 0
    for byte in body:
        check ^= byte
    return samv.PREAMBLE + body + bytes((check,))


SSC_ANSWERS = script(
    "9000", "9000", f"0812{NUMBER.encode().hex()}9000", f"0904{'王伟'.encode('gbk').hex()}9000"
)
EIGHT_A = plain(
    "8A 01 01 11 9B", "80 01 05 11 95", "80 01 00 00 05 33 B7", "81 01 02 00 82", "8A 01 00 11 9A"
)
WKLY = plain(
    "57 4B 4C 59 0B 00 82 00 01 00 81", "57 4B 4C 59 0B 00 83 00 01 01 80", "57 4B 4C 59 0A 00 85 01 01 8E"
)

TARGETS: Mapping[str, Target] = MappingProxyType(
    {
        "ff68": Target(
            run=try_ff68,
            tries=frozenset({"ff68.Decoder"}),
            seeds=plain(
                "FF 68 03 03 68 01 01 0C 0E 16",
                "FF 68 03 03 68 81 11 03 95 16",
                "FF 68 0F 0F 68",
                "68 02 02 68 81 01 82 16",
            ),
        ),
        "bx": Target(
            run=try_bx,
            tries=frozenset({"bx.Decoder", "bx.crc16"}),
            seeds=tuple(
                b"\0\0\0" + bx.Packet(destination=destination, data=data).encode()
                for destination, data in (
                    (1, bx.ping()),
                    (
                        0xA55A,
                        bx.show(bx.Area(text="请023号".encode("gbk"), width=8, height=16), must_answer=True),
                    ),
                    (0x8000, b"\xa0\x01\x05\x00\x00"),
                    (1, b"\xa5\xa6\x5a\x5b"),
                )
            ),
        ),
        "samv": Target(
            run=try_samv,
            tries=frozenset({"samv.Decoder", "samv.text_block", "samv.module_id"}),
            seeds=tuple(
                head + stream
                for head in (b"\0\0\0", b"\0\1\0")
                for stream in (
                    module_says("00009F", bytes(4)),
                    b"\xaa\xaa\x00" + module_says("000080"),
                    module_says("000090", bytes.fromhex("0500 0100 26B13501 4E61BC00 A99EDD3A")),
                    module_says("000090", READING),
                )
            ),
        ),
        "lock8a": Target(
            run=partial(try_lock_boards, make_lock8a),
            tries=frozenset({"lock8a.Lock8A", "lock_boards.LockBoards", "lock_boards.bcc"}),
            seeds=EIGHT_A + set_up(0x61, EIGHT_A) + set_up(0x23, EIGHT_A) + set_up(0x41, EIGHT_A),
        ),
        "wkly": Target(
            run=partial(try_lock_boards, lambda settings: expecting(Wkly(closed_is=settings & 1), settings)),
            tries=frozenset({"wkly.Wkly"}),
            seeds=WKLY + plain("57 4B 4C 59 0E 00 84 00 04 01 00 01 01 82 57 4B 4C 59 09 01 84 8D"),
        ),
        "scan_text": Target(
            run=try_scanned_bytes,
            tries=frozenset({"scan_text.ByteCodes", "scan_text.Gathering"}),
            seeds=tuple(
                b"\0\3\2" + text.encode(encoding) + b"\r\n0123\r"
                for text in ("医保 0123", "4244401031990030700141234567\x1d")
                for encoding in ("utf-8", "gb18030")
            ),
        ),
        "scan_text_typed": Target(
            run=try_typed_keys,
            tries=frozenset({"scan_text_typed.TypedCodes"}),
            seeds=(
                bytes.fromhex("00 1E01 1E00 2A01 1E01 1E00 2A00 1C01 1C00"),
                bytes.fromhex("01 3801 4D01 4D00 4B01 4B00 3800 00FF 0101 00FE 1D01 1B01 1B00 1D00"),
                bytes.fromhex("01 3A01 3A00 1E01 1E00 3801 5001 4F01 4F01 4F01 4F01 3800 0F01"),
            ),
        ),
        "escpos_answers": Target(
            run=try_escpos,
            tries=frozenset({"escpos_answers.Decoder", "escpos_back.is_first", "escpos_back.is_further"}),
            seeds=(
                b"\0\0\0" + bytes.fromhex("12 12 12 12 00 14 00 00 0F 16 12 1A 72 11 13"),
                b"\1\1\0" + bytes.fromhex("08 10 0F 25 00 00 00 12 12 10 10 0F 00 03 00 20"),
            ),
        ),
        "escpos_status": Target(
            run=try_escpos_status,
            tries=frozenset(
                {
                    "escpos_status.Answers",
                    "escpos_status.is_real_time",
                    "escpos_status.is_worked_off",
                    "escpos_presenter.FullStatus",
                }
            ),
            seeds=(
                bytes.fromhex("12121212"),
                bytes.fromhex("1A 36 1E 7E"),
                bytes.fromhex("10 0F 25 03 00 20"),
            ),
        ),
        "ssc": Target(
            run=try_ssc,
            tries=frozenset({"ssc.read_holder", "ssc.decode_number", "ssc.decode_name"}),
            seeds=(
                SSC_ANSWERS,
                NUMBER.encode(),
                "王伟".encode("gbk") + bytes(26),
                script("6110") + SSC_ANSWERS,
            ),
        ),
        "identity_pages": Target(
            run=try_identity_pages,
            tries=frozenset({"identity_card.read_holder"}),
            seeds=(
                bytes(13) + b"\x90\x00\x00" + READING[:256] + b"\x90\x00" + READING[256:] + b"\x90\x00",
                bytes(16) + script("6C10", "9000", "6A82"),
            ),
        ),
        "identity_text": Target(
            run=try_identity_text, tries=frozenset({"identity_card.decode"}), seeds=TEXTS
        ),
        "card_serial": Target(
            run=try_card_serial,
            tries=frozenset({"card_serial.read_serial"}),
            seeds=(
                ATR + script("04A1B2C3D4E5F69000"),
                ATR + script("08A1B2C39000"),
                ATR + script("6C04", "A1B2C3D49000"),
            ),
        ),
        "apdu": Target(
            run=try_apdu,
            tries=frozenset({"apdu.exchange", "apdu.parse"}),
            seeds=(
                script("6110", "01029000"),
                script("6C05", "01020304059000"),
                script(*["6101"] * 40),
                script("90"),
            ),
        ),
        "numbers_and_codes": Target(
            run=try_numbers_and_codes,
            tries=frozenset(
                {
                    "id_number.is_valid",
                    "id_number.is_well_formed",
                    "insurance_code.kind_of",
                    "keymap.control",
                    "scan_text.as_text",
                    "scan_text.as_gb18030",
                }
            ),
            seeds=(NUMBER.encode(), b"4244401031990030700141234567", "医保".encode("gb18030"), b"[\\]^_@"),
        ),
    }
)

TRIED = frozenset().union(*(target.tries for target in TARGETS.values()))
SPEAKING = frozenset(
    {
        "columns",  # text in the columns of a receipt
        "escpos_job",  # a slip as bytes
        "gb_codes",  # a table
        "letters",  # text as pictures
        "sound",  # samples of our own
        "strip51",  # strips never answer
        "strip_letters",  # text as bytes
    }
)
"""Modules that nothing from outside comes into."""
ENCODING = frozenset({"samv.request", "bx.show", "bx.Packet", "ff68.Frame", "stretching.stretched"})
"""Functions that are given bytes of ours."""
