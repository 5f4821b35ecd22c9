"""How the doors of all cabinets stand on the screen: sizes to scale, board by board, no scrolling. Pure."""

from dataclasses import dataclass
from itertools import groupby, pairwise

from counter.supervisor.viewmodels.tiling import Room
from queue_core.wire.views import CabinetView, DoorView
from queue_core.wire.words import DoorSize

HEIGHTS = {DoorSize.SMALL: 1.0, DoorSize.MEDIUM: 1.7, DoorSize.LARGE: 3.0}
TALLEST = 9.0
"""In heights of a small door, a column as high as a person can reach."""
WIDTH = 2.6
"""Of a column, in heights of a small door."""
MOST_STRETCHED = 3.2
"""Doors are drawn at most so much higher than they are, so that their numbers can be read."""
WIDEST = 1.3
"""And at most so much wider."""
MOST_OF_A_TILE = 0.31
"""A small door is no higher than this part of the highest tile of a window."""


@dataclass(frozen=True, slots=True)
class Box:
    """In pixels, from the left upper corner of the room."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A cabinet's heading (as high as the room's), its body below it, and its doors by number."""

    cabinet: str
    heading: Box
    body: Box
    doors: tuple[tuple[int, Box], ...]


Columns = tuple[tuple[DoorView, ...], ...]


def stand(cabinets: tuple[CabinetView, ...], room: Room) -> tuple[Standing, ...]:
    """In as many rows as make the smallest door largest."""
    if not cabinets:
        return ()
    columns = [columns_of(each.doors) for each in cabinets]
    rows = range(1, len(cabinets) + 1)
    tried = (standing(cabinets, columns, parted(len(cabinets), count), room) for count in rows)
    return max(tried, key=smallest)


def smallest(there: tuple[Standing, ...]) -> float:
    boxes = (box for one in there for _, box in one.doors)
    return min((min(box.width, box.height) for box in boxes), default=1.0)


def parted(count: int, rows: int) -> tuple[range, ...]:
    """`count` cabinets in `rows` rows, in order, as even as can be."""
    edges = [round(count * row / rows) for row in range(rows + 1)]
    return tuple(range(first, last) for first, last in pairwise(edges))


def standing(
    cabinets: tuple[CabinetView, ...], columns: list[Columns], rows: tuple[range, ...], room: Room
) -> tuple[Standing, ...]:
    gap = 2 * room.gap
    height = (room.height - gap * (len(rows) - 1)) / len(rows)
    return tuple(
        one
        for row, members in enumerate(rows)
        for one in in_a_row(
            cabinets, columns, members, Box(0.0, row * (height + gap), room.width, height), room
        )
    )


def in_a_row(
    cabinets: tuple[CabinetView, ...], columns: list[Columns], members: range, strip: Box, room: Room
) -> list[Standing]:
    """Each as wide as its columns ask for."""
    gap = 2 * room.gap
    wide = sum(len(columns[at]) or 1 for at in members)
    free = strip.width - gap * (len(members) - 1)
    found, x = [], 0.0
    for at in members:
        width = free * (len(columns[at]) or 1) / wide
        found.append(placed(cabinets[at].cabinet, columns[at], Box(x, strip.y, width, strip.height), room))
        x += width + gap
    return found


def placed(code: str, columns: Columns, area: Box, room: Room) -> Standing:
    """As large as the area allows without being drawn out of shape."""
    tall = max((sum(HEIGHTS[one.size] for one in column) for column in columns), default=1.0)
    unit = area.width / (max(1, len(columns)) * WIDTH)
    most = min(MOST_STRETCHED * unit, MOST_OF_A_TILE * room.highest)
    high = max(1.0, min(area.height - room.heading, most * tall))
    wide = min(area.width, WIDEST * WIDTH * len(columns) * high / tall) if columns else area.width
    body = Box(area.x, area.y + room.heading, wide, high)
    return Standing(
        cabinet=code,
        heading=Box(area.x, area.y, area.width, room.heading),
        body=body,
        doors=tuple(boxes(columns, body, room.gap / 4)),
    )


def boxes(columns: Columns, body: Box, gap: float) -> list[tuple[int, Box]]:
    """Each column stands from the floor to the top."""
    width, found = body.width / len(columns) if columns else 0.0, []
    for at, column in enumerate(columns):
        tall, y = sum(HEIGHTS[one.size] for one in column), body.y
        for one in column:
            high = body.height * HEIGHTS[one.size] / tall
            box = Box(body.x + at * width + gap / 2, y + gap / 2, max(1.0, width - gap), max(1.0, high - gap))
            found.append((one.number, box))
            y += high
    return found


def columns_of(doors: tuple[DoorView, ...]) -> Columns:
    """The hall does not know how they were built: board by board, from the top, columns alike in height."""
    found: list[tuple[DoorView, ...]] = []
    by_board = sorted(doors, key=lambda one: (one.board, one.number))
    for _, some in groupby(by_board, key=lambda one: one.board):
        board = tuple(some)
        whole = sum(HEIGHTS[one.size] for one in board)
        found.extend(stacked(board, whole / max(1, round(whole / TALLEST))))
    return tuple(found)


def stacked(board: tuple[DoorView, ...], most: float) -> list[tuple[DoorView, ...]]:
    columns: list[tuple[DoorView, ...]] = [()]
    tall = 0.0
    for one in board:
        if columns[-1] and tall + HEIGHTS[one.size] / 2 > most:
            columns.append(())
            tall = 0.0
        columns[-1] = (*columns[-1], one)
        tall += HEIGHTS[one.size]
    return columns
