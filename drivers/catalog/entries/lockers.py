"""Locker boards."""

from collections.abc import Callable

from drivers.catalog.entry import ANSWER_WITHIN, Entry, Option, baud, one_of, seconds, whole, words
from drivers.contract.device import Kind

CHANNELS_8A = (2, 8, 12, 18, 24, 50)


def channels_8a(word: str) -> int:
    if word not in map(str, CHANNELS_8A):
        raise ValueError(f"one of {', '.join(map(str, CHANNELS_8A))}")
    return int(word)


def _boards(default: str, parse: Callable[[str], object]) -> Option:
    return Option(
        name="boards",
        default=default,
        parse=words(parse),
        meaning=(
            "the boards on the line, with commas; each silent one makes opening the line take two "
            "`answer_within_s` longer"
        ),
    )


def _channels(parse: Callable[[str], int]) -> Option:
    return Option(name="channels", default=24, parse=parse, meaning="how many doors each board has")


_OF_ALL_LOCKERS = (
    Option(
        name="opens_within_s",
        default=3.0,
        parse=seconds(30),
        meaning="how long an unlocked door may take to come open, by its spring or by a hand",
    ),
    Option(
        name="left_open_after_s",
        default=60.0,
        parse=seconds(86_400),
        meaning="how long a door may stand open before it is told that it does",
    ),
    Option(
        name="ask_every_s",
        default=2.0,
        parse=seconds(60),
        meaning="how often boards are asked for their doors that tell no changes unasked",
    ),
    ANSWER_WITHIN,
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="lock8a+serial",
        kind=Kind.LOCKER,
        module="drivers.catalog.locker_8a",
        title="Locker boards of the family 8A/80/90/9A (RS-485)",
        example="lock8a+serial:///dev/serial/by-id/usb-rs485?boards=1,2&channels=24",
        options=(
            baud(9600),
            _boards("1", whole(1, 32)),
            _channels(channels_8a),
            Option(
                name="polarity",
                default="closed-11",
                parse=one_of("closed-11", "open-11"),
                meaning="which state of a door the boards tell as 11",
            ),
            Option(
                name="order",
                default="last",
                parse=one_of("last", "first"),
                meaning="which byte of a board's status has the doors 1 to 8",
            ),
            Option(
                name="event_header",
                default="81",
                parse=one_of("81", "82", "none"),
                meaning="the first byte of changes that the boards tell unasked, if they do",
            ),
            Option(
                name="open_s",
                default=0,
                parse=whole(0, 9),
                meaning="for how many seconds the bolt is drawn; 0: as long as the board itself likes",
            ),
            *_OF_ALL_LOCKERS,
        ),
    ),
    Entry(
        scheme="wkly+serial",
        kind=Kind.LOCKER,
        module="drivers.catalog.locker_wkly",
        title="Locker boards of the family WKLY (RS-485)",
        example="wkly+serial:///dev/serial/by-id/usb-rs485?boards=0&channels=12",
        options=(
            baud(9600),
            _boards("0", whole(0, 31)),
            _channels(whole(1, 64)),
            Option(
                name="polarity",
                default="closed-01",
                parse=one_of("closed-01", "closed-00"),
                meaning="which state byte is a closed door",
            ),
            Option(
                name="tells_changes",
                default="yes",
                parse=one_of("yes", "no"),
                meaning="whether the boards tell changes unasked",
            ),
            Option(
                name="answers_open",
                default="yes",
                parse=one_of("yes", "no"),
                meaning="whether the boards answer the command to open",
            ),
            *_OF_ALL_LOCKERS,
        ),
    ),
)
