"""Which line of a TOML text a key stands on; `tomllib` does not tell.

Reads only as much TOML as that needs, and only text that `tomllib` has already accepted: headers of tables
and arrays of tables, keys at the start of a statement, and where a value that spans lines ends. A key inside
an inline table or array has the line of the statement it stands in.
"""

import re
from collections.abc import Iterator

KeyPath = tuple[str | int, ...]

_PART = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*""")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|\#[^\n]*",
    re.DOTALL,
)


def key_lines(text: str) -> dict[KeyPath, int]:
    """The line (from 1) of each table and key, by its path; arrays of tables count from 0."""
    lines: dict[KeyPath, int] = {(): 1}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for line, statement in _statements(text):
        if statement.startswith("[["):
            name = _within(_parts(statement[2:])[0], counts)
            counts[name] = counts.get(name, -1) + 1
            lines.setdefault(name, line)
            table = (*name, counts[name])
        elif statement.startswith("["):
            table = _within(_parts(statement[1:])[0], counts)
        else:
            path = (*table, *_parts(statement)[0])
            lines[path] = line
            continue
        lines[table] = line
    return lines


def line_of(path: KeyPath, lines: dict[KeyPath, int]) -> int:
    """The line of `path`, or of the nearest thing around it that has one."""
    while path not in lines:
        path = path[:-1]
    return lines[path]


def _within(name: KeyPath, counts: dict[KeyPath, int]) -> KeyPath:
    """`[[a]]` … `[a.b]` means b of the last a: the indexes of open arrays are put in."""
    path: KeyPath = ()
    for part in name[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path])
    return (*path, name[-1])


def _parts(statement: str) -> tuple[KeyPath, str]:
    """The dotted key at the start of a statement, and the rest."""
    parts: list[str | int] = []
    rest = statement
    while match := _PART.match(rest):
        parts.append(next(group for group in match.groups() if group is not None))
        rest = rest[match.end() :]
        if not rest.startswith("."):
            break
        rest = rest[1:]
    return tuple(parts), rest


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each statement with the line it starts on: a header, or `key = value` however long the value."""
    number, start, depth, begun = 1, 1, 0, ""
    position = 0
    while position < len(text):
        match = _STRING.match(text, position)
        piece = match.group() if match else text[position]
        position += len(piece)
        if piece == "\n" and depth == 0:
            if begun.strip():
                yield start, begun.strip()
            begun = ""
        elif not piece.startswith("#"):
            start = number if not begun.strip() else start
            begun += piece
            if "=" in begun:
                depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(piece, 0)
        number += piece.count("\n")
    if begun.strip():
        yield start, begun.strip()
