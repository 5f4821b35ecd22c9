"""Locker boards of the family WKLY, RS-485, 9600 8N1; boards 0 to 31.

`57 4B 4C 59 | total length | board | command | data | XOR of all before`. Nine unrelated code bases agree on
frames and commands; which state byte is a closed door differs between them. Answers to 82 and 83: status,
channel, state; to 84: status, number of channels, a state for each; 85, unasked: channel, state (both after
xyz.junerver's lock demo and a Vietnamese box controller). A status that is not 00, or a state that is neither
00 nor 01, means that the board could not tell.
"""

from enum import IntEnum

from drivers.protocol.lock_boards import DoorsTold, LockBoards, Report, Request, UnlockTold, framed

START = b"WKLY"
DONE = 0x00
LENGTH_AT, BOARD_AT, COMMAND_AT, DATA_AT = 4, 5, 6, 7
LEAST_LENGTH = 8  # a frame without data
MOST_CHANNELS = 64
MOST_LENGTH = LEAST_LENGTH + 2 + MOST_CHANNELS
ONE_DOOR = 3  # data of 82 and 83


class Command(IntEnum):
    OPEN_ONE = 0x82
    QUERY_ONE = 0x83
    QUERY_ALL = 0x84
    CHANGED = 0x85


class Wkly(LockBoards):
    """`closed_is`: the state byte of a closed door."""

    def __init__(self, *, closed_is: int = 1) -> None:
        super().__init__()
        self._closed_is = closed_is

    def unlock(self, board: int, channel: int) -> Request:
        return Request(
            said=encode(board, Command.OPEN_ONE, channel), board=board, channel=channel, unlocks=True
        )

    def ask(self, board: int, channel: int | None = None) -> Request:
        said = (
            encode(board, Command.QUERY_ALL) if channel is None else encode(board, Command.QUERY_ONE, channel)
        )
        return Request(said=said, board=board, channel=channel)

    def _length(self, buffer: bytearray) -> int | None:
        start = bytes(buffer[: len(START)])
        if not START.startswith(start):
            return None
        if len(buffer) <= LENGTH_AT:
            return 0
        return buffer[LENGTH_AT] if LEAST_LENGTH <= buffer[LENGTH_AT] <= MOST_LENGTH else None

    def _decode(self, frame: bytes) -> Report | None:
        board, data = frame[BOARD_AT], frame[DATA_AT:-1]
        match frame[COMMAND_AT]:
            case Command.OPEN_ONE if len(data) == ONE_DOOR:
                return UnlockTold(board=board, channel=data[1])
            case Command.QUERY_ONE if len(data) == ONE_DOOR:
                is_closed = self._is_closed(data[2]) if data[0] == DONE else None
                return DoorsTold(board=board, channel=data[1], are_closed={data[1]: is_closed})
            case Command.QUERY_ALL if len(data) > 1 and data[0] == DONE and len(data) == data[1] + 2:
                states = {channel: self._is_closed(state) for channel, state in enumerate(data[2:], 1)}
                return DoorsTold(board=board, channel=None, are_closed=states)
            case Command.CHANGED if len(data) == ONE_DOOR - 1:
                states = {data[0]: self._is_closed(data[1])}
                return DoorsTold(board=board, channel=data[0], are_closed=states, is_answer=False)
            case _:
                return None

    def _is_closed(self, state: int) -> bool | None:
        return state == self._closed_is if state in (0, 1) else None


def encode(board: int, command: int, *data: int) -> bytes:
    return framed(*START, LEAST_LENGTH + len(data), board, command, *data)
