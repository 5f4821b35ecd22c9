"""The kiosk came up again after it had died in a delivery: the number is shown again, to whoever waits there.

Somebody who has begun a visit since is not disturbed; the number is found again by its holder's card.
"""

from dataclasses import replace

from kiosk.flow.delivering import deliver, print_failed
from kiosk.flow.events import PrintFailed, Resumed
from kiosk.flow.facts import Facts
from kiosk.flow.steps import Rows, Step, fresh
from kiosk.flow.visit import Page, Visit, Way

RESUMED = "resumed"


def resume(visit: Visit, event: Resumed, facts: Facts) -> Step:
    """What had not begun is begun; of a paper that had begun to print nobody knows whether it came out."""
    back = replace(fresh(visit, event.language), ticket=event.ticket, way=event.way)
    if event.way is Way.PAPER and event.has_left_printer:
        begun = PrintFailed(visit_id=back.visit_id, code=RESUMED, has_left_printer=True)
        return print_failed(back, begun, facts)
    return deliver(back, event.way)


ROWS: Rows = {Page.HOME: {Resumed: resume}}
