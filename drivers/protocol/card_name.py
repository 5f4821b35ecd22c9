"""What a card may hold as a name: any letters, but nothing that steers a screen or a printer.

Rare hanzi are often kept as letters of private use, or are newer than the Unicode of this program: they are
somebody's name all the same.
"""

from unicodedata import category

from drivers.contract.errors import CardUnreadable

_STEERING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, marks of direction, halves, ends of line


def check_name(name: str) -> str:
    """The name without the blanks around it, of whatever width. Raises CardUnreadable."""
    name = name.strip()
    if not name or any(category(letter) in _STEERING for letter in name):
        raise CardUnreadable("the card has no name")
    return name
