"""The proof from outside: reads a hall's journal and recomputes everything the call rule promises.

Shares no decision code with the engine. It reads the exported lines with its own structs (`bodies`), keeps
its own plain picture of the hall (`hall`, `following`), and asks each of `checks` about each event. What it
believes of the journal's form is written in `docs/journal.md`; what it checks, in `docs/audit.md`.
"""
