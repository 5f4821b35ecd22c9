"""What may be wrong with a request for a matter; mistakes of the file are ConfigErrors."""

from collections.abc import Iterable


class MatterError(Exception):
    """Root of this package's errors."""

    code = "matter-error"
    remedy = ""


class NoSuchMatter(MatterError):
    code = "no-such-matter"
    remedy = "Search the catalogue with GET /api/v1/matters and send a code from there."

    def __init__(self, matter: str) -> None:
        super().__init__(f'There is no matter "{matter}" in this hall\'s catalogue.')
        self.matter = matter


class ClassNotOffered(MatterError):
    code = "matter-class-not-offered"

    def __init__(self, matter: str, ticket_class: str, offered: Iterable[str]) -> None:
        super().__init__(f'The matter "{matter}" is not done with a number of class "{ticket_class}".')
        self.matter = matter
        self.remedy = f"Take a number of class {' or '.join(offered)}."
