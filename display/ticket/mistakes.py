"""What is wrong with a template each of whose values is right.

Keys that do not go together, what stands in the wrong place, and lines without which a slip is of no use.
"""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from display.ticket.vocabulary import Vocabulary
from drivers.protocol.escpos_job import WIDTH_DOTS
from queue_core.config import Contradiction

PAPERS = tuple(WIDTH_DOTS)
# Which keys go with which kind; `kind`, `when` and `paper` go with all.
BELONG_TO = {
    "line": frozenset({"text", "language", "size", "bold", "align"}),
    "rule": frozenset[str](),
    "qr": frozenset({"module_dots"}),
    "picture": frozenset({"file"}),
    "space": frozenset({"lines"}),
    "cut": frozenset[str](),
}
NEEDED = {"line": "text", "picture": "file"}


def misplaced(index: int, element: Mapping[str, Any], words: Vocabulary) -> Iterator[Contradiction]:
    """Keys that do not go with the kind, and lines that would say nothing."""
    kind = element.get("kind")
    if not isinstance(kind, str) or kind not in BELONG_TO:
        return
    for key in sorted(set(element) & frozenset().union(*BELONG_TO.values()) - BELONG_TO[kind]):
        yield Contradiction(
            location=("element", index, key),
            problem=f"a {kind} has no `{key}`",
            remedy=f"remove the line, or write {_kinds_with(key)}",
        )
    needed = NEEDED.get(kind, "")
    if needed and not element.get(needed):
        yield Contradiction(
            location=("element", index, "kind"),
            problem=f"a {kind} needs `{needed}`",
            remedy=f"add `{_example(needed, words)}`",
        )
    if kind == "line":
        named = _named(element)
        for condition, what in sorted({told for one, told in words.not_always.items() if one in named}):
            if condition not in _told(element.get("when")):
                yield Contradiction(
                    location=("element", index, "text"),
                    problem=f"not every {words.slip} has {what}",
                    remedy=f'add `when = "{condition}"` to this line',
                )


def _kinds_with(key: str) -> str:
    return " or ".join(f'kind = "{kind}"' for kind, keys in BELONG_TO.items() if key in keys)


def _example(key: str, words: Vocabulary) -> str:
    return f'text = "{{{words.named}}}"' if key == "text" else 'file = "emblem.png"'


def lost(elements: list[dict[str, Any]], words: Vocabulary) -> Iterator[Contradiction]:
    """What would make tickets useless: each paper shows the number, always, and ends with one cut."""
    without = [paper for paper in PAPERS if not any(_names_it(each, paper, words) for each in elements)]
    if elements and without:
        yield Contradiction(
            location=("element", 0),
            problem=f"on paper of {' and '.join(map(str, without))} mm "
            f"not every {words.slip} shows its {words.named}",
            remedy=f"add a line with {_example('text', words)} and without `when` and `language`",
        )
    for index, element in enumerate(elements):
        if element.get("kind") == "cut" and (
            index < len(elements) - 1 or "when" in element or "paper" in element
        ):
            yield Contradiction(
                location=("element", index),
                problem="a cut stands at the end, on all papers and always",
                remedy="move it there, without `when` and `paper`",
            )
    if elements and elements[-1].get("kind") != "cut":
        yield Contradiction(
            location=("element", len(elements) - 1),
            problem=f"the {words.slip} is not cut off",
            remedy='add [[element]] with kind = "cut" at the end',
        )


def unwritten(languages: object, elements: list[dict[str, Any]]) -> Iterator[Contradiction]:
    written = [element.get("language") for element in elements]
    for index, language in enumerate(languages if isinstance(languages, list) else []):
        if isinstance(language, str) and language not in written:
            yield Contradiction(
                location=("languages", index),
                problem=f'no line is in "{language}"',
                remedy=f'add lines with language = "{language}", or leave it out here',
            )


def _names_it(element: Mapping[str, Any], paper: int, words: Vocabulary) -> bool:
    return (
        element.get("kind") == "line"
        and words.named in _named(element)
        and not {"when", "language"} & set(element)
        and element.get("paper", paper) == paper
    )


def _named(element: Mapping[str, Any]) -> list[str]:
    """The names in braces; none where the braces are not paired, which is told as a mistake of its own."""
    try:
        return [name for _, name, _, _ in Formatter().parse(element.get("text", "")) if name is not None]
    except (ValueError, TypeError):
        return []


def _told(when: object) -> list[object]:
    return when if isinstance(when, list) else [when]
