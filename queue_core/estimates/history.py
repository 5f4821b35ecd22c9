"""What was learned so far: how long a call takes a window, and how often somebody comes who may overtake."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log, sqrt
from random import Random
from statistics import NormalDist

from queue_core.domain.rules import Unit

POOL = 1_024
_NORMAL = NormalDist()
_TAIL = 0.999
NORMALS = tuple(_NORMAL.inv_cdf((n + 0.5) / POOL) for n in range(POOL))
"""Together they have the whole standard normal distribution, in rising order."""


@dataclass(frozen=True, slots=True)
class Service:
    """How long one call of a unit takes its window: lognormal; `cv` is standard deviation over mean."""

    mean_ms: float
    cv: float

    @property
    def variance(self) -> float:
        return (self.mean_ms * self.cv) ** 2

    @property
    def rest_ms(self) -> float:
        """The mean rest of a service found running."""
        return self.mean_ms * (1 + self.cv**2) / 2

    def lengths(self, normals: Iterable[float]) -> list[float]:
        """The services that belong to draws of a standard normal."""
        mu, sigma = self._normal()
        return [exp(mu + sigma * each) for each in normals]

    def rest(self, passed_ms: float) -> "Rest":
        """The rest of a service that has already taken `passed_ms`."""
        mu, sigma = self._normal()
        reached = _NORMAL.cdf((log(passed_ms) - mu) / sigma) if passed_ms >= 1 else 0.0
        return Rest(self.mean_ms, mu, sigma, passed_ms, reached)

    def _normal(self) -> tuple[float, float]:
        square = log(1 + self.cv**2)
        return log(self.mean_ms) - square / 2, sqrt(square)


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of a running service, to be drawn; of all services `reached` are over by now."""

    mean_ms: float
    mu: float
    sigma: float
    passed_ms: float
    reached: float

    def draw(self, rng: Random) -> float:
        if self.reached > _TAIL:  # longer than any we know: nothing is known of its end either
            return rng.expovariate(2 / self.mean_ms)
        normal = NORMALS[int((self.reached + (1 - self.reached) * rng.random()) * POOL)]
        return max(exp(self.mu + self.sigma * normal) - self.passed_ms, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """`priority` and `pickup` are arrivals with that right per ms of opening time, by unit; `plain` has none.

    `staffed` are the windows that were open today.
    """

    services: dict[Unit, Service]
    priority: dict[Unit, float] = field(default_factory=dict)
    pickup: dict[Unit, float] = field(default_factory=dict)
    plain: dict[Unit, float] = field(default_factory=dict)
    staffed: frozenset[int] = frozenset()
