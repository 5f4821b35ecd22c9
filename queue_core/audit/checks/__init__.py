"""All checks of the rules, in the order in which they speak about one event."""

from queue_core.audit.checks.absences import Absences, Deferrals, Holds
from queue_core.audit.checks.calls import BoundedLead, EqualRight, LeastKey
from queue_core.audit.checks.check import Check
from queue_core.audit.checks.claims import Determinism
from queue_core.audit.checks.consequences import Consequences
from queue_core.audit.checks.doors import Doors
from queue_core.audit.checks.findings import Findings
from queue_core.audit.checks.idle import NoIdle
from queue_core.audit.checks.numbers import Days, Numbers
from queue_core.audit.checks.overload import HeadStart
from queue_core.audit.checks.pickup import Cases, PickupCodes, Proofs
from queue_core.audit.checks.ratings import FollowUps, Ratings
from queue_core.audit.checks.rights import Appointments, Conversions, GreenChannels, Priorities
from queue_core.audit.checks.seniority import ConstantSeniority, RightsNeverCost
from queue_core.audit.checks.services import Services
from queue_core.audit.checks.timers import Timers
from queue_core.audit.checks.unlockings import Unlockings
from queue_core.audit.checks.windows import LifeCycles, OneWindowOneTicket

OF_THE_RULES: tuple[type[Check], ...] = (
    OneWindowOneTicket,
    LifeCycles,
    Consequences,
    LeastKey,
    EqualRight,
    BoundedLead,
    Determinism,
    NoIdle,
    ConstantSeniority,
    RightsNeverCost,
    Numbers,
    Days,
    Services,
    Ratings,
    FollowUps,
    Conversions,
    Appointments,
    Cases,
    PickupCodes,
    Proofs,
    Unlockings,
    Doors,
    Findings,
    Timers,
    Priorities,
    GreenChannels,
    Deferrals,
    Absences,
    Holds,
    HeadStart,
)
