"""The mouth of a kiosk printer: rollers that hold the cut ticket, push it out, or draw it back into a bin.

Tickets are known by their number, in the order they were cut. A ticket that comes while another is still
held pushes that one out, and it falls down. Not modelled: a bin that gets full, how far a ticket sticks out.
"""

from enum import StrEnum


class Place(StrEnum):
    """Where a ticket is, once it is cut."""

    INSIDE = "inside"
    AT_OUTPUT = "at_output"
    OUTSIDE = "outside"
    IN_BIN = "in_bin"
    TAKEN = "taken"


_HELD = (Place.INSIDE, Place.AT_OUTPUT)


class Presenter:
    """One ticket at a time between its rollers. While jammed, nothing moves."""

    def __init__(self) -> None:
        self.is_jammed = False
        self.places: dict[int, Place] = {}

    @property
    def held(self) -> int | None:
        return next((number for number, place in self.places.items() if place in _HELD), None)

    @property
    def is_at_output(self) -> bool:
        """A ticket sticks out, and the sensor sees it."""
        return Place.AT_OUTPUT in self.places.values()

    def feed(self, number: int) -> None:
        """The cutter let go of a ticket."""
        self.move(Place.OUTSIDE)
        self.places[number] = Place.INSIDE

    def move(self, to: Place) -> bool:
        """Presents, ejects or retracts what is held; False when nothing is, or nothing moves."""
        number = self.held
        if number is None or self.is_jammed:
            return False
        self.places[number] = to
        return True

    def take(self, number: int | None) -> int | None:
        """A hand takes that ticket, or the oldest it can reach; gives its number, if there was one."""
        for each, place in self.places.items():
            if place in (Place.AT_OUTPUT, Place.OUTSIDE) and number in (None, each):
                self.places[each] = Place.TAKEN
                return each
        return None
