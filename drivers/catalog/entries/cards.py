"""Card readers: ID cards, social security cards, staff cards."""

from drivers.catalog.entry import ANSWER_WITHIN, READ_WITHIN, Entry, Option, baud, seconds
from drivers.contract.device import Kind

LEAST_PAUSE_S, LONGEST_PAUSE_S = 0.3, 5.0  # readers miss cards when they are asked more often


def pause(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = 0.0
    if not LEAST_PAUSE_S <= value <= LONGEST_PAUSE_S:
        raise ValueError(f"seconds from {LEAST_PAUSE_S:g} to {LONGEST_PAUSE_S:g}")
    return value


_LOOK_EVERY = Option(
    name="look_every_s", default=LEAST_PAUSE_S, parse=pause, meaning="how long between two looks for a card"
)
_SETTLES_WITHIN = Option(
    name="settles_within_s",
    default=1.0,
    parse=seconds(10),
    meaning="how long the reader may take, when it is opened, to find a card that lies on it",
)

ENTRIES: tuple[Entry, ...] = (
    Entry(
        scheme="ssc+pcsc",
        kind=Kind.CARD_READER,
        module="drivers.catalog.ssc_pcsc",
        title="社会保障卡, contact or contactless PC/SC reader (LD/T 32-2015)",
        example="ssc+pcsc://ACS%20ACR39U%20ICC%20Reader%2000%2000",
        options=(READ_WITHIN, _SETTLES_WITHIN),
    ),
    Entry(
        scheme="idcard+pcsc",
        kind=Kind.CARD_READER,
        module="drivers.catalog.idcard_pcsc",
        title="居民身份证, 港澳台居民居住证, 外国人永久居留身份证; PC/SC reader with a security module",
        example="idcard+pcsc://ID%20Reader%2000%2000",
        options=(READ_WITHIN, _SETTLES_WITHIN),
    ),
    Entry(
        scheme="samv+serial",
        kind=Kind.CARD_READER,
        module="drivers.catalog.samv_reader",
        title="居民身份证, 港澳台居民居住证, 外国人永久居留身份证; reader with a security module (SAM_V)",
        example="samv+serial:///dev/serial/by-id/usb-idcard?baud=115200",
        options=(baud(115_200), ANSWER_WITHIN, READ_WITHIN, _LOOK_EVERY),
    ),
    Entry(
        scheme="samv+tcp",
        kind=Kind.CARD_READER,
        module="drivers.catalog.samv_reader",
        title="the same reader behind a gateway on the network, whose port must be named",
        example="samv+tcp://10.4.0.41:10001",
        options=(ANSWER_WITHIN, READ_WITHIN, _LOOK_EVERY),
    ),
    Entry(
        scheme="uid+pcsc",
        kind=Kind.STAFF_CARD_READER,
        module="drivers.catalog.uid_pcsc",
        title="员工卡 by its serial, contactless PC/SC reader (PC/SC part 3)",
        example="uid+pcsc://ACS%20ACR122U%2000%2000",
        options=(READ_WITHIN, _SETTLES_WITHIN),
    ),
)
