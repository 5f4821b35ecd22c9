"""The root of all refusals."""

from typing import ClassVar


class Refusal(Exception):
    """Nothing changed. The root of all refusals of the domain."""

    code: ClassVar[str] = "refused"
    remedy: ClassVar[str] = "Look at the current state and decide anew."
