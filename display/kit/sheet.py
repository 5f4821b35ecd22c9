"""One page to look at all pictures: `python -m display.kit.sheet DIR` writes DIR/index.html.

A picture is called `<page>.<look>.webp` or `.png` in the folder of its front end; a look is made of a size, a
language and a mode, as `display.kit.gallery` names them. What is not in a name does not filter.
"""

import sys
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

from display.kit.languages import TAGS

SUFFIXES = (".webp", ".png")
MODES = ("day", "light", "contrast", "dark", "elderly-reach", "elderly", "reach")
NAMES = {"zh-CN": "简体", "zh-Hant": "繁體", "en": "English"}


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Picture:
    """`path` is relative to the sheet; empty where the name does not say."""

    front: str
    page: str
    size: str
    language: str
    mode: str
    path: str


def picture(path: Path) -> Picture:
    page, _, look = path.stem.partition(".")
    language = next((tag for tag in TAGS if f"-{tag}-" in f"-{look}-"), "")
    rest = f"-{look}-".replace(f"-{language}-", "-") if language else f"-{look}-"
    mode = next((word for word in MODES if f"-{word}-" in rest), "")
    size = rest.replace(f"-{mode}-", "-") if mode else rest
    return Picture(
        front=path.parts[0],
        page=page,
        size=size.strip("-"),
        language=language,
        mode=mode,
        path=path.as_posix(),
    )


def sheet(pictures: list[Picture]) -> str:
    """The page, with a choice for each thing that pictures differ by."""
    fronts = [(front, list(some)) for front, some in groupby(sorted(pictures), lambda one: one.front)]
    choices = [
        choice("front", "Front end", [front for front, _ in fronts], {}),
        choice(
            "language", "Language", [tag for tag in TAGS if tag in {one.language for one in pictures}], NAMES
        ),
        choice("mode", "Mode", [mode for mode in MODES if mode in {one.mode for one in pictures}], {}),
        choice("size", "Size", sorted({one.size for one in pictures} - {""}), {}),
    ]
    sections = "".join(section(front, some) for front, some in fronts)
    return PAGE.format(choices="".join(choices), sections=sections, script=SCRIPT, style=STYLE)


def choice(what: str, name: str, words: list[str], names: dict[str, str]) -> str:
    options = "".join(
        f'<option value="{escape(word)}">{escape(names.get(word, word))}</option>' for word in words
    )
    return f'<label>{name} <select name="{what}"><option value="">all</option>{options}</select></label>'


def section(front: str, pictures: list[Picture]) -> str:
    pages = "".join(
        f'<section class="page"><h3>{escape(page)}</h3><div>{"".join(map(figure, some))}</div></section>'
        for page, some in groupby(pictures, lambda one: one.page)
    )
    return f'<section class="front"><h2>{escape(front)}</h2>{pages}</section>'


def figure(one: Picture) -> str:
    look = " · ".join(word for word in (one.size, NAMES.get(one.language, ""), one.mode) if word)
    data = f'data-front="{escape(one.front)}" data-language="{one.language}" data-mode="{one.mode}"'
    return (
        f'<a href="{escape(one.path)}" {data} data-size="{escape(one.size)}">'
        f'<img loading="lazy" src="{escape(one.path)}" alt="{escape(f"{one.front} {one.page} {look}")}">'
        f"<span>{escape(look or one.page)}</span></a>"
    )


STYLE = """
body { font: 15px/1.5 "Noto Sans CJK SC", sans-serif; margin: 0; background: #f5f6f8; color: #14181f }
header { position: sticky; top: 0; background: #fff; border-bottom: 1px solid #d5dbe3; padding: 12px 24px;
  display: flex; gap: 24px; flex-wrap: wrap; align-items: baseline; z-index: 1 }
h1 { font-size: 20px; margin: 0 } h2 { font-size: 24px; margin: 32px 24px 0 } h3 { margin: 16px 24px 4px }
form { display: flex; gap: 24px; flex-wrap: wrap }
select { font: inherit; padding: 2px 6px }
.page div { display: flex; flex-wrap: wrap; gap: 12px; padding: 0 24px }
a { color: inherit; text-decoration: none; display: block; width: min-content }
img { height: 320px; min-width: 60px; max-width: 90vw; display: block; background: #e9edf3;
  border: 1px solid #d5dbe3; border-radius: 6px }
span { font-size: 13px; color: #424c5b } [hidden] { display: none !important }
"""

SCRIPT = """
const form = document.querySelector("form"), count = document.querySelector("output");
const wanted = () => [...new FormData(form)].filter(([, value]) => value);
function show() {
  let shown = 0;
  for (const one of document.querySelectorAll("a")) {
    one.hidden = wanted().some(([key, value]) => one.dataset[key] && one.dataset[key] !== value);
    shown += !one.hidden;
  }
  for (const part of document.querySelectorAll(".page, .front"))
    part.hidden = !part.querySelector("a:not([hidden])");
  count.textContent = shown + " pictures";
}
function begin() {
  for (const [key, value] of new URLSearchParams(location.hash.slice(1)))
    if (form.elements[key]) form.elements[key].value = value;
  show();
}
form.addEventListener("change", () => { location.hash = new URLSearchParams(wanted()); show(); });
begin();
"""

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Paihao 排号: every page</title>
<style>{style}</style></head>
<body><header><h1>Paihao 排号</h1><form>{choices}</form><output></output></header>
{sections}<script>{script}</script></body></html>
"""


def main(folder: Path) -> int:
    """The exit code: 1 when there is no picture to show."""
    found = sorted(path for path in folder.glob("*/*") if path.suffix in SUFFIXES)
    pictures = [picture(path.relative_to(folder)) for path in found]
    (folder / "index.html").write_text(sheet(pictures), encoding="utf-8")
    return 0 if pictures else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
