"""The WebSocket at /api/v1/stream: one Hello from the client, then Snapshot or Changes from the server.

A cursor counts the changes a role may see. Each Changes frame carries the cursor before it (`previous`) and
its own, so that a client which holds `previous` has missed nothing. A client that comes back with a cursor
which the server still remembers gets the Changes since; otherwise a Snapshot.

Calls, and what happens at windows, are told at once. Numbers of waiting (the hall's view, and a window's view
that differs in `waiting` alone) are told at most twice a second.
"""

from msgspec import Struct

from queue_core.wire.views import BoardView, CabinetView, CallView, HallView, View, WindowView


class Hello(Struct, frozen=True, kw_only=True, tag="hello"):
    protocol: int
    cursor: int | None = None


class Snapshot(Struct, frozen=True, kw_only=True, tag="snapshot"):
    """All views a role may see; `calls` are the last calls of the day, newest first.

    `cabinets`: a cabinet sees itself, supervisors see all.
    """

    cursor: int
    protocol: int
    hall: HallView
    windows: tuple[WindowView, ...]
    calls: tuple[CallView, ...]
    board: BoardView = BoardView()
    cabinets: tuple[CabinetView, ...] = ()


class Changes(Struct, frozen=True, kw_only=True, tag="changes"):
    previous: int
    cursor: int
    views: tuple[View, ...]


Frame = Snapshot | Changes
