"""How the cabinet looks to who stands before it: each door in its place, as configured or by the boards."""

from dataclasses import dataclass
from itertools import groupby

from queue_core.wire.views import DoorView
from queue_core.wire.words import DoorSize

HEIGHTS = {DoorSize.SMALL: 1.0, DoorSize.MEDIUM: 1.7, DoorSize.LARGE: 3.0}
SCREEN = "screen"
SCREEN_HEIGHT = 3.0
WIDTH = 2.6  # of a column, in heights of a small door
TALLEST = 9.0  # of a column that nobody has drawn
Columns = tuple[tuple[int | str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One door, or the screen (`number` 0), in parts of the picture's width and height."""

    number: int
    x: float
    y: float
    width: float
    height: float
    is_here: bool = False
    is_open: bool = False


def draw(
    doors: tuple[DoorView, ...], columns: Columns, *, here: int | None, opened: tuple[int, ...]
) -> tuple[Drawn, ...]:
    """`here` is the door the page is about."""
    known = {one.number: one for one in doors}
    stand = [[one for one in column if one == SCREEN or one in known] for column in columns]
    stand = [column for column in stand if column] or in_order(doors)
    heights = [[height(one, known) for one in column] for column in stand]
    tallest = max((sum(column) for column in heights), default=1.0)
    return tuple(
        Drawn(
            number=0 if one == SCREEN else int(one),
            x=at / len(stand),
            width=1 / len(stand),
            y=sum(tall[:row]) / sum(tall),
            height=tall[row] / sum(tall),
            is_here=one == here,
            is_open=one in opened,
        )
        for at, (column, tall) in enumerate(zip(stand, filled(heights, tallest), strict=True))
        for row, one in enumerate(column)
    )


def ratio(drawn: tuple[Drawn, ...], doors: tuple[DoorView, ...], columns: Columns) -> float:
    """Width over height of the whole picture."""
    count = len({one.x for one in drawn}) or 1
    known = {one.number: one for one in doors}
    stand: list[list[int | str]] = [list(column) for column in columns] or in_order(doors)
    tallest = max((sum(height(one, known) for one in column) for column in stand), default=1.0)
    return min(2.4, max(0.45, count * WIDTH / max(tallest, 1.0)))


def filled(heights: list[list[float]], tallest: float) -> list[list[float]]:
    """Each column stands from the floor to the top."""
    return [[one * tallest / sum(column) for one in column] for column in heights]


def height(one: int | str, known: dict[int, DoorView]) -> float:
    if isinstance(one, str) or one not in known:
        return SCREEN_HEIGHT if one == SCREEN else 0.0
    return HEIGHTS[known[one].size]


def in_order(doors: tuple[DoorView, ...]) -> list[list[int | str]]:
    """Board by board, as many doors above each other as a person can reach."""
    columns: list[list[int | str]] = []
    by_board = sorted(doors, key=lambda one: (one.board, one.number))
    for _, some in groupby(by_board, key=lambda one: one.board):
        board = list(some)
        whole = sum(HEIGHTS[one.size] for one in board)
        most = whole / max(1, round(whole / TALLEST))
        columns.extend(stacked(board, most))
    return columns


def stacked(board: list[DoorView], most: float) -> list[list[int | str]]:
    columns: list[list[int | str]] = [[]]
    tall = 0.0
    for one in board:
        if columns[-1] and tall + HEIGHTS[one.size] / 2 > most:
            columns.append([])
            tall = 0.0
        columns[-1].append(one.number)
        tall += HEIGHTS[one.size]
    return columns
