"""How large the windows' tiles are, so that all of a hall fit on one screen without scrolling. Pure."""

from dataclasses import dataclass

WIDE_FOR_HIGH = 1.45
"""A tile reads best about so much wider than high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """In pixels: what there is, between tiles, above each group, and how large a tile may become."""

    width: float
    height: float
    gap: float
    heading: float
    widest: float
    highest: float


def room_of(width: float, height: float, unit: float) -> Room:
    """`unit` is one design pixel of the theme."""
    return Room(
        width=width, height=height, gap=14 * unit, heading=58 * unit, widest=900 * unit, highest=480 * unit
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiling:
    """`columns` tiles in a row, each so large."""

    columns: int
    tile_width: float
    tile_height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    x: float
    y: float


def best(groups: tuple[int, ...], room: Room) -> Tiling:
    """The number of columns that makes the tiles largest; each group begins a row of its own."""
    most = max(groups, default=1)
    return max((tiled(groups, columns, room) for columns in range(1, most + 1)), key=worth)


def tiled(groups: tuple[int, ...], columns: int, room: Room) -> Tiling:
    rows = sum(-(-count // columns) for count in groups) or 1
    width = (room.width + room.gap) / columns - room.gap
    height = (room.height - room.heading * len(groups) + room.gap) / rows - room.gap
    return Tiling(
        columns=columns,
        tile_width=max(1.0, min(width, room.widest)),
        tile_height=max(1.0, min(height, room.highest)),
    )


def worth(tiling: Tiling) -> float:
    return min(tiling.tile_width / WIDE_FOR_HIGH, tiling.tile_height)


def spots(groups: tuple[int, ...], tiling: Tiling, room: Room) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Where the headings and the tiles stand, in the order of the groups."""
    headings, tiles, y = [], [], 0.0
    for count in groups:
        headings.append(Spot(x=0.0, y=y))
        y += room.heading
        for at in range(count):
            row, column = divmod(at, tiling.columns)
            tiles.append(
                Spot(
                    x=column * (tiling.tile_width + room.gap),
                    y=y + row * (tiling.tile_height + room.gap),
                )
            )
        y += -(-count // tiling.columns) * (tiling.tile_height + room.gap)
    return tuple(headings), tuple(tiles)
