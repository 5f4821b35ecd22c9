"""Locker boards of the family 8A/80/90/9A: 广州硕铭科技 and its clones, RS-485, 9600 8N1.

Frames end in the XOR of what is before. After the makers' "485锁控板24路通讯协议2021" and "2024A1". Boards
differ in what this module takes as arguments: which state of a door is told as 11 (the switch is closed by a
locked door on some, by an open one on others), which byte of a board's status has channels 1 to 8, and the
header of changes that are told unasked.
"""

from typing import ClassVar

from drivers.protocol.lock_boards import DoorsTold, LockBoards, Report, Request, UnlockTold, framed

UNLOCK, STATUS = 0x8A, 0x80
OPEN_WORD, ASK_WORD = 0x11, 0x33
SWITCHED, NOT_SWITCHED = 0x11, 0x00
ALL = 0x00  # in place of a channel
SHORT_FRAME = 5
FEW_CHANNELS = 24
BOARD_FRAME, MANY_CHANNELS_FRAME = 7, 11  # 3 bytes for boards of 2 to 24 channels, 7 for those of 50


class Lock8A(LockBoards):
    """`event_header` None: the boards tell nothing unasked. `open_s` 0: as long as the board itself likes."""

    MOST_OPEN_S: ClassVar[int] = 9

    def __init__(
        self,
        *,
        channels: int,
        closed_is_switched: bool = True,
        lowest_last: bool = True,
        event_header: int | None = 0x81,
        open_s: int = 0,
    ) -> None:
        super().__init__()
        self._channels = range(1, channels + 1)
        self._board_frame = BOARD_FRAME if channels <= FEW_CHANNELS else MANY_CHANNELS_FRAME
        self._closed_is_switched = closed_is_switched
        self._lowest_last = lowest_last
        self._event_header = event_header
        self._open_s = open_s

    def unlock(self, board: int, channel: int) -> Request:
        seconds = (self._open_s,) if self._open_s else ()
        said = framed(UNLOCK, board, channel, OPEN_WORD, *seconds)
        return Request(said=said, board=board, channel=channel, unlocks=True)

    def ask(self, board: int, channel: int | None = None) -> Request:
        said = framed(STATUS, board, channel or ALL, ASK_WORD)
        return Request(said=said, board=board, channel=channel)

    def _length(self, buffer: bytearray) -> int | None:
        """A door's status and a board's begin alike, and the one can be the beginning of the other."""
        if buffer[0] == STATUS:
            is_of_door = self._expected is not None and self._expected.channel is not None
            return SHORT_FRAME if is_of_door else self._board_frame
        return SHORT_FRAME if buffer[0] in (UNLOCK, self._event_header) else None

    def _decode(self, frame: bytes) -> Report | None:
        board = frame[1]
        if len(frame) > SHORT_FRAME:
            return self._whole_board(board, frame[2:-2]) if frame[-2] == ASK_WORD else None
        channel, state = frame[2], frame[3]
        if channel not in self._channels or state not in (SWITCHED, NOT_SWITCHED):
            return None
        if frame[0] == UNLOCK:
            return UnlockTold(board=board, channel=channel)
        are_closed = {channel: (state == SWITCHED) == self._closed_is_switched}
        return DoorsTold(board=board, channel=channel, are_closed=are_closed, is_answer=frame[0] == STATUS)

    def _whole_board(self, board: int, states: bytes) -> DoorsTold:
        switched = int.from_bytes(states, "big" if self._lowest_last else "little")
        are_closed = {
            channel: bool(switched >> channel - 1 & 1) == self._closed_is_switched
            for channel in self._channels
        }
        return DoorsTold(board=board, channel=None, are_closed=are_closed)
