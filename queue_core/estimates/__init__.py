"""Wait estimates: the formula at once, the real rule simulated ahead, both corrected by what the day shows.

    estimator = Estimator(usual_ms_by_unit, Random(seed))
    estimator.hear(events)                          # each committed event, in order, replayed ones too
    estimator.refresh(scene_of(day, now_ms))        # every 15 s; scene on the day's thread, the rest not
    estimator.for_newcomer(now_ms, (unit,))         # Forecast: estimate, ahead, closing_chance (per mille)
    estimator.before_choice(now_ms, ticket, unit)   # Forecast of a conversion, to be shown before it
    estimator.for_ticket(now_ms, ticket_id)         # Estimate of a waiting ticket, or None
    estimator.calibration()                         # goes into ModelCalibrated, comes back with DayOpened

`hear` and the questions belong to the committer thread. An event costs microseconds; a question up to some
tenths of a millisecond when first asked between two refreshes, whatever the queue's length. `refresh` belongs
to one other thread. Before the first refresh there is no estimate. Waits are by the wall: they contain the
lunch break and the time to the opening.
"""

from queue_core.estimates.estimator import Estimator, Forecast
from queue_core.estimates.scene import Scene, scene_of

__all__ = ["Estimator", "Forecast", "Scene", "scene_of"]
