"""[staff], [targets] and [[green_channels]] of hall.toml: good without, and what is wrong in them."""

import re
from pathlib import Path

import pytest

from queue_core.config import ConfigErrors, load
from queue_core.domain.rules import ChannelRules
from queue_core.hall.hall_rules import rules
from queue_core.hall.settings import HallSettings

DOCUMENT = Path(__file__).parents[3] / "docs" / "running-a-hall.md"
LEAST = """
names = { "zh-CN" = "大厅" }
public_url = "https://hall.example.org"
[[categories]]
code = "trade"
names = { en = "Trade" }
classes = ["accept", "consult"]
[[windows]]
number = 1
all_skill = true
[[windows]]
number = 2
all_skill = true
kind = "terminal"
"""


def read(tmp_path: Path, more: str = "") -> HallSettings:
    path = tmp_path / "hall.toml"
    path.write_text(LEAST + more, encoding="utf-8")
    return load(path, HallSettings)


def test_a_hall_without_any_of_it_has_reasons_and_targets_and_no_card_login(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert not settings.staff.login_by_card
    assert [each.code for each in settings.staff.pause_reasons] == [
        "short-break",
        "meal",
        "meeting",
        "paperwork",
        "system-trouble",
    ]
    assert {"photo", "copy", "form", "payment", "seal"} <= {each.code for each in settings.staff.hold_reasons}
    assert settings.targets.wait_min_for("trade", "accept") == 20
    assert rules(settings).channels == ()


def test_what_a_hall_writes_is_what_it_has(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        """
[staff]
login_by_card = true
pause_reasons = [{ code = "prayer", names = { en = "Prayer" } }]
[targets]
wait_min = { accept = 15, "trade/consult" = 5 }
[[green_channels]]
code = "lift"
names = { en = "Lifts" }
windows = [1]
""",
    )
    assert settings.staff.login_by_card
    assert [each.code for each in settings.staff.pause_reasons] == ["prayer"]
    assert settings.targets.wait_min_for("trade", "consult") == 5
    assert settings.targets.wait_min_for("other", "consult") is None
    assert rules(settings).channels == (ChannelRules(code="lift", windows=(1,)),)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('[[green_channels]]\ncode = "g"\nnames = { en = "G" }\nwindows = [7]', "7 is no window"),
        ('[[green_channels]]\ncode = "g"\nnames = { en = "G" }\nwindows = [2]', "2 is an unattended"),
        ('[targets]\nwait_min = { "trade/pickup" = 5 }', '"trade/pickup" is no class and no unit'),
        ("[targets]\nwait_min = { quick = 5 }", '"quick" is no class and no unit'),
        ("[targets]\nidle_min = 0", "idle_min"),
        (
            '[staff]\nhold_reasons = [{ code = "a", names.en = "A" }, { code = "a", names.en = "B" }]',
            '"a" is there twice',
        ),
        ('[staff]\npause_reasons = [{ code = "Tea Break", names = { en = "A" } }]', "pause_reasons"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, wrong: str, said: str) -> None:
    with pytest.raises(ConfigErrors) as found:
        read(tmp_path, wrong)
    assert said in str(found.value)


def test_what_the_page_writes_of_staff_targets_channels_and_ratings_is_what_holds_without_it(
    tmp_path: Path,
) -> None:
    blocks = re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    (written,) = [each for each in blocks if each.startswith("[staff]")]
    hall = 'categories = [{ code = "registration", classes = ["accept"], names = { en = "R" } }]\n'
    hall += "windows = [{ number = 6, all_skill = true }]\n"
    path = tmp_path / "hall.toml"
    path.write_text(LEAST.partition("[[")[0] + hall + written, encoding="utf-8")
    found, plain = load(path, HallSettings), read(tmp_path)
    assert found.green_channels[0].windows == (6,)
    assert found.targets.model_copy(update={"wait_min": {}}) == plain.targets.model_copy(
        update={"wait_min": {}}
    )
    assert found.rating.model_copy(update={"labels": ()}) == plain.rating.model_copy(update={"labels": ()})
    assert found.rating.labels[0] in plain.rating.labels
    for own, ours in (
        (found.staff.pause_reasons, plain.staff.pause_reasons),
        (found.staff.hold_reasons, plain.staff.hold_reasons),
    ):
        assert own[0] in ours
