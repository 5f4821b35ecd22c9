"""The series of printed numbers: neutral, one a business day, zero-padded, letters only to widen it.

With three digits: 001 … 999, A001 … A999, B001 … Z999, AA001 … I and O are left out: they read as 1 and 0.
"""

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def number(count: int, digits: int) -> str:
    """The `count`-th number of a day (from 1); different for every count."""
    block, within = divmod(count - 1, 10**digits - 1)
    return f"{_prefix(block)}{within + 1:0{digits}d}"


def _prefix(block: int) -> str:
    letters = ""
    while block:
        block, place = divmod(block - 1, len(LETTERS))
        letters = LETTERS[place] + letters
    return letters
