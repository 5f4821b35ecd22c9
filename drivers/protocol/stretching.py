"""Speech made quicker or slower without a change of its pitch.

WSOLA (Verhelst and Roelands, ICASSP 1993): stretches of speech are laid over one another where their waves
agree. In plain Python some 30 ms a second of speech: for clips, which are stretched once.
"""

from array import array
from operator import mul

from drivers.protocol.sound import RATE, Samples

SLOWEST, QUICKEST = 0.7, 1.5
"""Beyond these a recorded announcer is not understood any more."""
_OVERLAP = RATE // 100  # 10 ms are faded over
_HOP = RATE // 50  # 20 ms are taken at a time
_SEEK = RATE // 100  # and looked for so much further on: a period of the deepest voice
_SKIP = 4  # of so many samples one is compared


def stretched(samples: Samples, speed: float) -> Samples:
    """At `speed` 1.25 four fifths as long. Raises ValueError beyond the slowest and the quickest."""
    if not SLOWEST <= speed <= QUICKEST:
        raise ValueError(f"speed is from {SLOWEST} to {QUICKEST}")
    sound = array("h", samples)
    if speed == 1 or len(sound) < 2 * (_HOP + _OVERLAP + _SEEK):
        return samples
    made = sound[:_HOP]
    last = len(sound) - _HOP - _OVERLAP - _SEEK
    at = 0
    while round(len(made) * speed) < last:
        tail = sound[at + _HOP : at + _HOP + _OVERLAP]
        at = _most_alike(sound, tail, round(len(made) * speed))
        made.extend(_faded_over(tail, sound[at : at + _OVERLAP]))
        made.extend(sound[at + _OVERLAP : at + _HOP])
    made.extend(sound[at + _HOP :])
    return made.tobytes()


def _most_alike(sound: "array[int]", tail: "array[int]", begin: int) -> int:
    """Where, from `begin` on, the sound goes on as `tail` does."""
    wanted = tail[::_SKIP]
    best, found = begin, float("-inf")
    for at in range(begin, begin + _SEEK, _SKIP):
        there = sound[at : at + _OVERLAP : _SKIP]
        alike = sum(map(mul, wanted, there)) / (sum(map(mul, there, there)) + 1) ** 0.5
        if alike > found:
            best, found = at, alike
    return best


def _faded_over(before: "array[int]", after: "array[int]") -> "array[int]":
    pairs = enumerate(zip(before, after, strict=True))
    return array("h", ((old * (_OVERLAP - at) + new * at) // _OVERLAP for at, (old, new) in pairs))
