"""Who waits where: every waiting ticket has its entries here, and they move as rights begin and end.

Owned by one hall day and changed in place; nothing outside keeps a reference to it. A window's candidate is,
in this order: who was handed back to it, by return; the least rank in its lanes; the least rank of those who
let others pass.

A ticket stands once in reach of each window, with the least key of its open errands there: its windows are
grouped by that key, and each group is a lane. So nobody counts twice at a window.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush

from msgspec import Struct

from queue_core.domain.calling import Rank, Yardstick
from queue_core.domain.lanes import Lane, Lanes, Room
from queue_core.domain.line import Line
from queue_core.domain.rules import ChannelRules, Unit
from queue_core.domain.ticket import Hold, Ticket, Window
from queue_core.domain.words import TicketState, WindowState


class Spot(Struct, frozen=True, gc=False):
    """One entry: a line, and the rank in it."""

    lane: Lane
    rank: Rank
    is_deferred: bool

    @property
    def line(self) -> Line:
        return self.lane.deferred if self.is_deferred else self.lane.line


Spots = tuple[Spot, ...]


class Waiting:
    """`by` is shared with the owner, who tells when what it measures by has changed.

    `tickets` and `windows` are the owner's, newest forms first put there and then told of here.
    """

    def __init__(
        self,
        by: Yardstick,
        tickets: Mapping[int, Ticket],
        windows: Mapping[int, Window],
        *,
        has_lines: bool = True,
    ) -> None:
        self._by = by
        self._tickets = tickets
        self._windows = windows
        self._spots: dict[int, Spots] = {}  # of the waiting, but for those who stand as `_is_plain` says
        self._back: dict[int, list[Rank]] = {}  # by window: (return instant, ticket id), ascending
        self._backs = 0
        self._tied: dict[int, set[int]] = {}  # by window: whom it alone may call
        self._timers: list[tuple[int, int]] = []  # heap of (wall instant, ticket id), some outdated
        self._due: set[int] = set()
        self._counts: Counter[Unit] = Counter()
        self._ages: list[Rank] = []  # heap of (seniority, ticket id), some outdated
        self._family: dict[int, list[int]] = {}  # by visitor: tickets, where there are several
        self._busy: dict[int, int] = {}  # by visitor: the ticket called or in service
        self._channels: dict[str | None, tuple[int, ...]] = {}  # windows of each green channel
        self._lanes = Lanes({})
        self._size = 0
        self._has_lines = has_lines
        self.rebuild()

    def __len__(self) -> int:
        return self._size

    def open_channels(self, channels: Iterable[ChannelRules]) -> None:
        """Let these green channels be the hall's; `rebuild` follows."""
        self._channels = {each.code: each.windows for each in channels}

    def rebuild(self) -> None:
        """After a change of profiles, of windows, of green channels or of the clock. O(n log n)."""
        if not self._has_lines:
            return
        self._lanes = Lanes({number: window.profile for number, window in self._windows.items()})
        for kept in (self._spots, self._back, self._tied, self._due, self._counts):
            kept.clear()
        self._timers.clear()
        self._size = self._backs = 0
        ranks: defaultdict[Line, list[Rank]] = defaultdict(list)
        plain: defaultdict[Unit, list[Rank]] = defaultdict(list)
        self._ages = []
        for ticket in self._tickets.values():
            if not ticket.is_waiting:
                continue
            if self._is_plain(ticket):
                rank = _plain_rank(ticket)
                plain[ticket.errands[0].unit].append(rank)
            else:
                rank = (_age(ticket), ticket.ticket_id)
                self._count(ticket)
                for spot in self._take_spots(ticket):
                    ranks[spot.line].append(spot.rank)
            if not ticket.misses:
                self._ages.append(rank)
        for unit, of_unit in plain.items():
            ranks[self._lanes.lane_for(unit).line] += of_unit
            self._counts[unit] += len(of_unit)
            self._size += len(of_unit)
        for line, of_line in ranks.items():
            line.fill(of_line)
        heapify(self._ages)

    def suspend(self) -> None:
        """Let nobody stand anywhere until `resume`; only who is a person's other ticket is followed."""
        self._has_lines = False

    def resume(self) -> None:
        """Let all stand where they would. O(n log n)."""
        self._has_lines = True
        self.rebuild()

    # What happens

    def admit(self, ticket: Ticket) -> None:
        """A ticket just issued."""
        if ticket.visitor != ticket.ticket_id:
            self._family.setdefault(ticket.visitor, [ticket.visitor]).append(ticket.ticket_id)
        if self._has_lines and ticket.is_waiting:
            heappush(self._ages, (_age(ticket), ticket.ticket_id))
            self._enter(ticket)

    def change(self, before: Ticket, after: Ticket) -> None:
        """A ticket in its newest form."""
        was_waiting, is_waiting = before.is_waiting, after.is_waiting
        if was_waiting and _stands_as(before, after):
            return
        if was_waiting and self._has_lines:
            self._leave(before)
        if before.state is not after.state:
            self._attend(before, after)
        if is_waiting and self._has_lines:
            if not after.misses and not (before.state is after.state and _age(before) == _age(after)):
                heappush(self._ages, (_age(after), after.ticket_id))
            self._enter(after)

    def change_window(self, before: Window, after: Window) -> None:
        """A window in its newest form, its profile unchanged: it opens, closes or pauses."""
        if before.state in _AWAY or after.state in _AWAY:
            for ticket_id in sorted(self._tied.get(after.number, ())):
                self._move(ticket_id)

    def pass_time(self, now_ms: int) -> None:
        """It is later now: appointments become due, who was handed back to a window is free for all."""
        self._by.now_ms = now_ms
        while self._timers and self._timers[0][0] <= now_ms:
            self._move(heappop(self._timers)[1])

    def measure_due_anew(self) -> None:
        """After a change of the appointment head start."""
        for ticket_id in sorted(self._due):
            self._move(ticket_id)

    def in_order_at(self, window: int) -> list[int]:
        """The ids of all whom the window may call, as it would call them one after another. O(n)."""
        back = [ticket_id for _, ticket_id in self._back.get(window, ())]
        room = self._lanes.room_of(window)
        waiting = sorted(rank for lane in room for rank in lane.line)
        deferred = sorted(rank for lane in room for rank in lane.deferred)
        return [*back, *(ticket_id for _, ticket_id in (*waiting, *deferred))]

    # Who is next

    def next_at(self, window: int) -> int | None:
        """The id of the ticket the window calls next."""
        back = self._back.get(window)
        if back:
            return back[0][1]
        rank = self._lanes.least_at(window) or self._lanes.least_deferred_at(window)
        return None if rank is None else rank[1]

    def is_handed_back(self, ticket_id: int, window: int) -> bool:
        """Whether it waits to go on at that window."""
        return any(each == ticket_id for _, each in self._back.get(window, ()))

    def has_before(self, window: int, rank: Rank) -> bool:
        """Whether somebody whom the window may call, and who lets nobody pass, ranks before `rank`."""
        least = self._lanes.least_at(window)
        if least is not None and least < rank:
            return True
        profile = self._windows[window].profile
        for _, ticket_id in self._back.get(window, ()):
            key = self._by.key_for(self._tickets[ticket_id], profile)
            if key is not None and (key, ticket_id) < rank:
                return True
        return False

    def waiting_at(self, window: int) -> int:
        """How many tickets the window may call."""
        return self._lanes.count_at(window) + len(self._back.get(window, ()))

    def waiting_for(self, unit: Unit) -> int:
        """How many waiting tickets have an open errand of the unit."""
        return self._counts[unit]

    def windows_for(self, unit: Unit) -> tuple[int, ...]:
        """All windows whose profile has the unit, open or not."""
        return self._lanes.windows_for(unit)

    def is_elsewhere(self, ticket: Ticket) -> bool:
        """Whether its holder is called or in service with another number: one person, one live call."""
        return self._busy.get(ticket.visitor, ticket.ticket_id) != ticket.ticket_id

    def oldest(self) -> int | None:
        """The least seniority (hall clock) of those who wait, let nobody pass and never missed a call."""
        while self._ages:
            age_ms, ticket_id = self._ages[0]
            ticket = self._tickets.get(ticket_id)
            if (
                ticket is not None
                and ticket.state is TicketState.WAITING
                and not ticket.misses
                and _age(ticket) == age_ms
            ):
                return age_ms
            heappop(self._ages)
        return None

    def ahead(self, ticket: Ticket, open_windows: Collection[int]) -> int:
        """How many rank before a ticket at the window most favourable to it; it need not stand here itself.

        Each window has its own count: all in its lanes that rank before, and those handed back to it. The
        least of the open ones (of all, while none is open) is what is ahead in truth: a count over all lanes
        that share any window would frighten those who wait in a zone beside an all-skill window, one of the
        own lane would deceive. Those who let others pass count by their rank, for that is where they come
        back to; who lets others pass has at least those ahead.
        """
        spots = self._spots_for(ticket)
        own = self._own_spots(ticket.ticket_id)
        if self._backs or ticket.deferral is not None:
            return self._ahead_of_all(ticket, spots, own, open_windows)
        rooms = [
            (room, spot.rank) for spot in spots for room in self._lanes.rooms_of(spot.lane, open_windows)
        ]
        if not rooms:
            return self._ahead_of_all(ticket, spots, own, open_windows)
        return min(_before(room, rank, own) for room, rank in rooms)

    def _ahead_of_all(self, ticket: Ticket, spots: Spots, own: Spots, open_windows: Collection[int]) -> int:
        """The same, window by window."""
        everywhere = [(window, spot.rank) for spot in spots for window in spot.lane.windows]
        counted = [each for each in everywhere if each[0] in open_windows] or everywhere
        counts = [
            _before(self._lanes.room_of(window), rank, own) + len(self._back.get(window, ()))
            for window, rank in counted
        ]
        least = min(counts, default=0)
        if ticket.deferral is None:
            return least
        others = max((self.waiting_at(window) - bool(own) for window, _ in counted), default=0)
        return max(least, min(ticket.deferral.passes_left, others))

    # Entries

    def _enter(self, ticket: Ticket) -> None:
        """Every waiting ticket is counted; only those who may be called now have spots."""
        self._count(ticket)
        self._stand(ticket)

    def _count(self, ticket: Ticket) -> None:
        self._size += 1
        for unit in _units(ticket):
            self._counts[unit] += 1

    def _leave(self, ticket: Ticket) -> None:
        self._size -= 1
        for unit in _units(ticket):
            self._counts[unit] -= 1
        self._step_out(ticket)

    def _move(self, ticket_id: int) -> None:
        """Where it stands is found anew, without a change of itself."""
        ticket = self._tickets.get(ticket_id)
        if ticket is not None and ticket.is_waiting:
            self._step_out(ticket)
            self._stand(ticket)

    def _stand(self, ticket: Ticket) -> None:
        if self._is_plain(ticket):
            self._plain_line(ticket).add(_plain_rank(ticket))
            return
        for spot in self._take_spots(ticket):
            spot.line.add(spot.rank)

    def _is_plain(self, ticket: Ticket) -> bool:
        """Whether it stands by its seniority in the lane of its unit, and nothing but a change moves it.

        For most tickets: where they stand need not be remembered.
        """
        errands = ticket.errands
        return (
            len(errands) == 1
            and ticket.slot is None
            and ticket.priority is None
            and errands[0].case_id is None
            and ticket.deferral is None
            and ticket.hold is None
            and ticket.bound_to is None
            and ticket.project is None
            and ticket.visitor not in self._family
        )

    def _plain_line(self, ticket: Ticket) -> Line:
        return self._lanes.lane_for(ticket.errands[0].unit).line

    def _own_spots(self, ticket_id: int) -> Spots:
        """Where a ticket stands in the lines; nowhere when it does not wait here."""
        spots = self._spots.get(ticket_id)
        if spots is not None:
            return spots
        ticket = self._tickets.get(ticket_id)
        if ticket is None or not ticket.is_waiting:
            return ()
        lane = self._lanes.lane_for(ticket.errands[0].unit)
        return (Spot(lane, _plain_rank(ticket), is_deferred=False),)

    def _take_spots(self, ticket: Ticket) -> Spots:
        """All of standing but the entries in the lines."""
        spots = self._spots_for(ticket)
        if ticket.slot is not None:
            self._time_slot(ticket)
        if ticket.bound_to is not None:
            self._tied.setdefault(ticket.bound_to, set()).add(ticket.ticket_id)
        for window in self._channels.get(ticket.project, ()):
            self._tied.setdefault(window, set()).add(ticket.ticket_id)
        if ticket.hold is not None and ticket.hold.back_at_ms is not None:
            self._tied.setdefault(ticket.hold.window, set()).add(ticket.ticket_id)
            if self._goes_on_at(ticket, ticket.hold.window) and not self.is_elsewhere(ticket):
                self._hand_back(ticket, ticket.hold, ticket.hold.back_at_ms)
        self._spots[ticket.ticket_id] = spots
        return spots

    def _step_out(self, ticket: Ticket) -> None:
        ticket_id = ticket.ticket_id
        spots = self._spots.pop(ticket_id, None)
        if spots is None:
            self._plain_line(ticket).remove(_plain_rank(ticket))
            return
        for spot in spots:
            spot.line.remove(spot.rank)
        if ticket.slot is not None:
            self._due.discard(ticket_id)
        if ticket.bound_to is not None:
            self._tied[ticket.bound_to].discard(ticket_id)
        for window in self._channels.get(ticket.project, ()):
            self._tied[window].discard(ticket_id)
        if ticket.hold is not None and ticket.hold.back_at_ms is not None:
            self._tied[ticket.hold.window].discard(ticket_id)
            back = self._back.get(ticket.hold.window, [])
            if (entry := (ticket.hold.back_at_ms, ticket_id)) in back:
                back.remove(entry)
                self._backs -= 1

    def _time_slot(self, ticket: Ticket) -> None:
        assert ticket.slot is not None
        if self._by.is_due(ticket):
            self._due.add(ticket.ticket_id)
        else:
            heappush(self._timers, (self._by.due_from_ms(ticket.slot.starts_at_ms), ticket.ticket_id))

    def _hand_back(self, ticket: Ticket, hold: Hold, back_at_ms: int) -> None:
        back = self._back.setdefault(hold.window, [])
        back.append((back_at_ms, ticket.ticket_id))
        back.sort()
        self._backs += 1
        if self._is_reserved(hold):
            free_at_ms = self._by.clock.wall_at(hold.until_ms)
            if free_at_ms is not None:
                heappush(self._timers, (free_at_ms, ticket.ticket_id))

    def _goes_on_at(self, ticket: Ticket, number: int) -> bool:
        """Whether the window that held it still does what the holder wants."""
        window = self._windows.get(number)
        return window is not None and any(each.unit in window.profile for each in ticket.open_errands)

    def _is_reserved(self, hold: Hold) -> bool:
        """Whether only the window that held it may call it: for so long, and as long as that one works."""
        window = self._windows.get(hold.window)
        return (
            window is not None
            and window.state not in _AWAY
            and self._by.clock.at(self._by.now_ms) < hold.until_ms
        )

    def _spots_for(self, ticket: Ticket) -> Spots:
        is_plain = (
            len(ticket.errands) == 1
            and ticket.bound_to is None
            and ticket.hold is None
            and ticket.project is None
            and ticket.visitor not in self._family
        )
        is_deferred = ticket.deferral is not None
        if is_plain:
            errand = ticket.errands[0]
            rank = (self._by.standing(ticket, errand).key, ticket.ticket_id)
            return (Spot(self._lanes.lane_for(errand.unit), rank, is_deferred),)
        if self.is_elsewhere(ticket):
            return ()
        groups: dict[int, list[int]] = {}
        for window, key in sorted(self._keys(ticket).items()):
            groups.setdefault(key, []).append(window)
        return tuple(
            Spot(self._lanes.lane(tuple(windows)), (key, ticket.ticket_id), is_deferred)
            for key, windows in groups.items()
        )

    def _keys(self, ticket: Ticket) -> dict[int, int]:
        """The ticket's least key at each window that may call it."""
        keys: dict[int, int] = {}
        for errand in ticket.open_errands:
            key = self._by.standing(ticket, errand).key
            for window in self._lanes.windows_for(errand.unit):
                keys[window] = min(key, keys.get(window, key))
        bound = self._windows.get(ticket.bound_to or 0)
        if bound is not None and bound.state is not WindowState.CLOSED and bound.number in keys:
            keys = {bound.number: keys[bound.number]}
        elif channel := self._open_in_channel(ticket.project, keys):
            keys = {window: keys[window] for window in channel}
        hold = ticket.hold
        if hold is not None and hold.back_at_ms is not None and self._goes_on_at(ticket, hold.window):
            if self._is_reserved(hold):
                return {}
            keys.pop(hold.window, None)  # there it is in the line of those handed back
        return keys

    def _open_in_channel(self, project: str | None, keys: Collection[int]) -> list[int]:
        """The open windows of a green channel among those that serve the ticket.

        While there are none, all others may call it: nobody waits for a window that does not come.
        """
        return [
            each
            for each in self._channels.get(project, ())
            if each in keys and self._windows[each].state is not WindowState.CLOSED
        ]

    def _attend(self, before: Ticket, after: Ticket) -> None:
        """A person at a window with one number is not called with another."""
        if after.state in _AT_WINDOW:
            self._busy[after.visitor] = after.ticket_id
        elif before.state in _AT_WINDOW:
            self._busy.pop(after.visitor, None)
        else:
            return
        if self._has_lines:
            for ticket_id in self._family.get(after.visitor, ()):
                if ticket_id != after.ticket_id:
                    self._move(ticket_id)


_AWAY = frozenset({WindowState.CLOSED, WindowState.PAUSED})
_AT_WINDOW = frozenset({TicketState.CALLED, TicketState.SERVING})


def _units(ticket: Ticket) -> Iterable[Unit]:
    if len(ticket.errands) == 1:
        return (ticket.errands[0].unit,)
    return {errand.unit for errand in ticket.errands if not errand.is_done}


def _stands_as(before: Ticket, after: Ticket) -> bool:
    """Whether nothing has changed that its place hangs on, as when its number was printed."""
    return (
        before.state is after.state
        and before.errands is after.errands
        and before.priority is after.priority
        and before.slot is after.slot
        and before.deferral is after.deferral
        and before.hold is after.hold
        and before.misses == after.misses
        and before.bound_to == after.bound_to
    )


def _plain_rank(ticket: Ticket) -> Rank:
    return (ticket.errands[0].seniority_ms, ticket.ticket_id)


def _age(ticket: Ticket) -> int:
    """The seniority (hall clock) of what the holder has waited for longest."""
    if len(ticket.errands) == 1:
        return 0 if ticket.errands[0].is_done else ticket.errands[0].seniority_ms
    return min((each.seniority_ms for each in ticket.errands if not each.is_done), default=0)


def _before(room: Room, rank: Rank, own: Spots) -> int:
    """How many in the lanes rank before, not counting the asker's own spots."""
    count = sum(lane.before(rank) for lane in room)
    return count - sum(spot.lane in room and spot.rank < rank for spot in own)
