"""What several stories do."""

import tomllib

from sim.story.citizen_acts import choose, go_home, lay_card, name_no_matter, print_ticket
from sim.story.performance import Citizen, Performance, Ticket


def public_url(play: Performance) -> str:
    """Where phones find the hall."""
    return str(tomllib.loads(play.hall.read_text())["public_url"])


def take_on_paper(play: Performance, citizen: Citizen, ticket_class: str = "accept") -> Ticket:
    """A walk-in from the first touch to the ticket in the hand."""
    choose(play, ticket_class)
    name_no_matter(play)
    lay_card(play, citizen)
    ticket = print_ticket(play)
    play.expect(ticket, "ticket-printed")
    go_home(play, citizen)
    return ticket
