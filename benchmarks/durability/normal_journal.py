"""`paihao` as it would be with the journal at `synchronous = NORMAL`: what the proofs must find out.

Only the proofs start this file; the program itself has no such choice.
"""

import re
import sqlite3

from queue_core.cli import main

_connect = sqlite3.connect
_FULL = re.compile(r"(?i)(synchronous\s*=\s*)(FULL|EXTRA)")


class _Careless(sqlite3.Connection):
    def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
        return super().execute(_FULL.sub(r"\1NORMAL", sql), *values)

    def executescript(self, script: str) -> sqlite3.Cursor:
        return super().executescript(_FULL.sub(r"\1NORMAL", script))


def _carelessly(*place: object, **options: object) -> sqlite3.Connection:
    return _connect(*place, **({"factory": _Careless} | options))


if __name__ == "__main__":
    sqlite3.connect = _carelessly
    main()
