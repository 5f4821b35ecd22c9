"""The stories beside the main one: each shows one thing that happens in a hall, on the screens it needs."""

from sim.story.plays.appointment import APPOINTMENT
from sim.story.plays.convert import CONVERT
from sim.story.plays.locker import LOCKER
from sim.story.plays.locker_fault import LOCKER_FAULT
from sim.story.plays.low_rating import LOW_RATING
from sim.story.plays.paper_out import PAPER_OUT
from sim.story.plays.paperless import PAPERLESS
from sim.story.plays.pickup import PICKUP
from sim.story.plays.play import Play
from sim.story.plays.reader_gone import READER_GONE
from sim.story.plays.rush import RUSH
from sim.story.plays.short import SHORT
from sim.story.plays.supervisor import SUPERVISOR

__all__ = ["PLAYS", "Play"]

PLAYS: dict[str, Play] = {
    play.name: play
    for play in (
        APPOINTMENT,
        PAPERLESS,
        CONVERT,
        PAPER_OUT,
        READER_GONE,
        RUSH,
        LOW_RATING,
        SUPERVISOR,
        PICKUP,
        LOCKER,
        LOCKER_FAULT,
        SHORT,
    )
}
