"""ticket.toml: what a hall may write, and what it is told when it writes something else."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from display.ticket.sample import Example, example
from display.ticket.slip import compose
from display.ticket.template import DEFAULT, Template, default, read
from drivers.contract.slip import Align, Cut, Line, Picture, QrCode, Rule, Slip, Space
from queue_core.config import ConfigErrors, Mistake
from queue_core.wire.messages import Estimate
from queue_core.wire.words import TicketClass

DOCUMENT = Path(__file__).parents[3] / "docs" / "running-a-hall.md"
TICKET, HALL = example(Example.USUAL)
NUMBER = '[[element]]\nkind = "line"\ntext = "{number}"\n'
CUT = '[[element]]\nkind = "cut"\n'


@dataclass(frozen=True)
class Folder:
    path: Path

    def write(self, text: str) -> Path:
        file = self.path / "ticket.toml"
        file.write_text(text, encoding="utf-8")
        return file

    def template(self, *elements: str, head: str = "") -> Template:
        return read(self.write(head + NUMBER + "".join(f"[[element]]\n{one}\n" for one in elements) + CUT))

    def mistakes(self, text: str) -> tuple[Mistake, ...]:
        with pytest.raises(ConfigErrors) as caught:
            read(self.write(text))
        return caught.value.mistakes


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def texts(slip: Slip) -> list[str]:
    return [one.text for one in slip.elements if isinstance(one, Line)]


def test_ours_is_a_good_one() -> None:
    assert read(DEFAULT) == default()
    assert default().written == {"zh-CN", "zh-Hant", "en"}


def test_the_one_in_the_documentation_is_a_good_one_too(folder: Folder) -> None:
    Image.new("1", (8, 8)).save(folder.path / "emblem.png")
    (shown,) = re.findall(r"```toml\n(# ticket\.toml.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    late = replace(TICKET, may_not_be_called=True)
    lines = texts(compose(late, HALL, 32, read(folder.write(shown))))
    assert {"023", "今天下班前可能叫不到，请问导办台"} <= set(lines)


def test_elements_stand_on_paper_as_they_stand_in_the_file(folder: Folder) -> None:
    Image.new("1", (8, 8)).save(folder.path / "emblem.png")
    template = folder.template(
        'kind = "rule"',
        'kind = "picture"\nfile = "emblem.png"',
        'kind = "space"\nlines = 2',
        'kind = "qr"\nmodule_dots = 5',
        'kind = "line"\ntext = "{ahead} / {issued}"\nsize = 2\nbold = true\nalign = "left"',
    )
    assert compose(TICKET, HALL, 48, template).elements == (
        Line(text="023", align=Align.CENTRE),
        Rule(),
        Picture(png=(folder.path / "emblem.png").read_bytes()),
        Space(lines=2),
        QrCode(content=TICKET.status_url, module_dots=5),
        Line(text="6 / 2026-11-22 09:00", align=Align.LEFT, size=2, bold=True),
        Cut(),
    )


def test_a_picture_is_there_for_every_ticket_even_when_its_file_goes(folder: Folder) -> None:
    emblem = folder.path / "emblem.png"
    Image.new("1", (8, 8)).save(emblem)
    template = folder.template('kind = "picture"\nfile = "emblem.png"')
    emblem.unlink()
    assert any(isinstance(one, Picture) for one in compose(TICKET, HALL, 48, template).elements)


@pytest.mark.parametrize(
    ("when", "printed"),
    [
        ('"estimate"', True),
        ('"not estimate"', False),
        ('"ahead"', True),
        ('"nobody-ahead"', False),
        ('"accept"', True),
        ('"pickup"', False),
        ('["accept", "estimate"]', True),
        ('["accept", "not estimate"]', False),
        ('"appointment"', False),
        ('"not may-not-be-called"', True),
    ],
)
def test_a_line_is_printed_only_when_what_it_says_is_true(
    folder: Folder, when: str, *, printed: bool
) -> None:
    template = folder.template(f'kind = "line"\ntext = "here"\nwhen = {when}')
    assert ("here" in texts(compose(TICKET, HALL, 48, template))) is printed


def test_a_line_of_one_paper_is_not_on_the_other(folder: Folder) -> None:
    template = folder.template(
        'kind = "line"\ntext = "wide"\npaper = 80', 'kind = "line"\ntext = "narrow"\npaper = 58'
    )
    assert texts(compose(TICKET, HALL, 48, template)) == ["023", "wide"]
    assert texts(compose(TICKET, HALL, 32, template)) == ["023", "narrow"]


def test_names_are_told_in_the_language_of_their_line(folder: Folder) -> None:
    template = folder.template(
        *(
            f'kind = "line"\nlanguage = "{language}"\ntext = "{{hall}} {{category}} {{class}}"'
            for language in ("zh-CN", "zh-Hant", "en")
        ),
        head='languages = ["zh-CN", "zh-Hant"]\n',
    )
    consulting = replace(TICKET, ticket_class=TicketClass.CONSULT)
    assert texts(compose(consulting, HALL, 48, template)) == [
        "023",
        "示范政务服务中心 注册登记 咨询",
        "示範政務服務中心 註冊登記 諮詢",
    ]


def test_a_name_that_a_language_does_not_have_is_not_said_twice() -> None:
    hall = replace(HALL, names={"zh-CN": "示范政务服务中心"}, categories=())
    lines = texts(compose(TICKET, hall, 48))
    assert lines[:3] == ["示范政务服务中心", "受理", "Apply"]


@pytest.mark.parametrize(("text", "columns", "size"), [("{number}", 48, 8), ("号 {number}", 32, 5)])
def test_a_fitting_line_is_as_large_as_one_line_allows(
    folder: Folder, text: str, columns: int, size: int
) -> None:
    template = folder.template(f'kind = "line"\ntext = "{text}"\nsize = "fit"')
    fitted = compose(TICKET, HALL, columns, template).elements[1]
    assert isinstance(fitted, Line)
    assert fitted.size == size


@pytest.mark.parametrize("which", Example)
@pytest.mark.parametrize("columns", [48, 32])
def test_no_line_is_wider_than_the_paper_whatever_the_names(which: Example, columns: int) -> None:
    slip = compose(*example(which), columns)
    for line in (one for one in slip.elements if isinstance(one, Line)):
        assert len(line.text.encode("gb18030")) * line.size <= columns + 2  # a rare letter has four bytes


def test_names_of_hanzi_are_broken_at_signs_and_about_in_the_middle() -> None:
    ticket, hall = example(Example.LONG)
    assert texts(compose(ticket, hall, 48))[:2] == ["示范市南沙新区𬒗岗街道党群服务中心", "（政务服务分厅）"]
    assert "城市管理和综合行政执法、" in texts(compose(ticket, hall, 48))
    assert {"城市管理和综合", "行政执法、户外", "广告登记 咨询"} <= set(texts(compose(ticket, hall, 32)))


def test_a_ticket_without_an_estimate_fills_no_gap_with_nothing() -> None:
    slip = compose(replace(TICKET, estimate=None), HALL, 48)
    assert not any("分钟" in text for text in texts(slip))
    assert any(
        "2 分钟" in text
        for text in texts(compose(replace(TICKET, estimate=Estimate(p50_s=100, p90_s=110)), HALL, 48))
    )


WRONG = {
    'kind = "lne"': ("element[1].kind", "line"),
    'text = "023"': ("element[1]", "kind"),
    'kind = "line"\ntext = "{numbr}"': ("element[1].text", "{number}"),
    'kind = "line"\ntext = "{number:>4}"': ("element[1].text", "{number}"),
    'kind = "line"\ntext = "{name}"': ("element[1].text", "{"),
    'kind = "line"\ntext = "{number"': ("element[1].text", "{{"),
    'kind = "line"\ntext = ""': ("element[1].kind", "text"),
    'kind = "line"\ntext = "x"\nsize = 9': ("element[1].size", "fit"),
    'kind = "line"\ntext = "x"\nsize = true': ("element[1].size", "fit"),
    'kind = "line"\ntext = "x"\nwhen = "estimat"': ("element[1].when", "estimate"),
    'kind = "line"\ntext = "x"\npaper = 70': ("element[1].paper", "58"),
    'kind = "line"\ntext = "x"\nlanguage = "Chinese"': ("element[1].language", "zh-CN"),
    'kind = "line"\ntext = "{about_min} min"': ("element[1].text", "estimate"),
    'kind = "line"\ntext = "{slot}"': ("element[1].text", "appointment"),
    'kind = "line"\ntext = "{windows}"': ("element[1].text", "windows"),
    'kind = "line"\ntext = "{where}"': ("element[1].text", "place"),
    'kind = "line"\ntext = "x"\ncolour = "red"': ("element[1].colour", "remove"),
    'kind = "rule"\nsize = 2': ("element[1].size", "line"),
    'kind = "picture"': ("element[1].kind", "emblem.png"),
    'kind = "picture"\nfile = "none.png"': ("element[1].file", "put the picture there"),
    'kind = "picture"\nfile = "ticket.toml"': ("element[1].file", "PNG"),
    'kind = "picture"\nfile = 3': ("element[1].file", "quotes"),
    'kind = "qr"\nmodule_dots = 17': ("element[1].module_dots", "16"),
    'kind = "cut"\nwhen = "ahead"': ("element[1]", "without"),
}


@pytest.mark.parametrize(("element", "told"), WRONG.items(), ids=list(WRONG))
def test_a_mistake_is_told_with_its_place_and_what_to_write(
    folder: Folder, element: str, told: tuple[str, str]
) -> None:
    key, remedy = told
    (mistake,) = folder.mistakes(NUMBER + f"[[element]]\n{element}\n" + CUT)
    assert mistake.key.startswith(key)
    assert remedy in mistake.remedy
    assert mistake.line >= 4


def test_a_template_that_would_lose_numbers_is_refused(folder: Folder) -> None:
    only_sometimes = NUMBER + 'when = "ahead"\n'
    (hidden,) = folder.mistakes(only_sometimes + CUT)
    assert "58 and 80" in hidden.problem
    (narrow,) = folder.mistakes(NUMBER + "paper = 80\n" + CUT)
    assert "58" in narrow.problem
    (uncut,) = folder.mistakes(NUMBER)
    assert "cut off" in uncut.problem
    (early,) = folder.mistakes(CUT + NUMBER + CUT)
    assert early.line == 1


def test_a_language_nothing_is_written_in_is_told(folder: Folder) -> None:
    (mistake,) = folder.mistakes('languages = ["zh-CN"]\n' + NUMBER + CUT)
    assert "zh-CN" in mistake.problem


def test_all_mistakes_are_told_at_once(folder: Folder) -> None:
    text = NUMBER + "".join(f"[[element]]\n{one}\n" for one in WRONG)
    assert len(folder.mistakes(text)) >= len(WRONG)


@pytest.mark.parametrize("text", ["", "element = 3", "element = [1]", "element = []", "languages = 3"])
def test_any_shape_of_a_file_is_refused_with_a_sentence(folder: Folder, text: str) -> None:
    assert all(mistake.remedy for mistake in folder.mistakes(text))
