"""What can be done at the demo hall, asked over HTTPS."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from msgspec.structs import replace

from queue_core.client.credential import pinned
from queue_core.config import ConfigErrors
from queue_core.hall.serving import Place, opened
from queue_core.wire.words import Role
from tests.integration.hall.conftest import accept

Ask = Callable[..., Awaitable[httpx.Response]]


@pytest.fixture
async def ask(hall, connect) -> Any:
    """GET of /api/v1/matters as an enrolled device."""
    tls = pinned(hall.folder.certificate.read_text())
    async with httpx.AsyncClient(base_url=f"{hall.url}/api/v1/matters", verify=tls) as raw:

        async def ask(path: str = "", *, device: tuple[object, ...] = (Role.KIOSK,), **params: object) -> Any:
            token = (await connect(*device)).credential.token
            return await raw.get(path, params=params, headers={"Authorization": f"Bearer {token}"})

        yield ask


def codes(answer: httpx.Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return [matter["code"] for matter in answer.json()["matters"]]


async def test_matters_are_found_by_name_pinyin_initials_and_code(ask: Ask) -> None:
    for typed in ("个体工商户设立", "geti gongshanghu sheli", "gtgshsldj", "sole-trader-setup"):
        assert codes(await ask(query=typed))[0] == "sole-trader-setup"


async def test_without_a_query_the_most_used_come_first(connect, ask: Ask) -> None:
    first = await ask(limit=2)
    assert (len(codes(first)), first.json()["total"] >= 60) == (2, True)
    kiosk = await connect(Role.KIOSK)
    await kiosk.take_number(replace(accept(77, "trade"), matter="export-licence"))
    assert codes(await ask(limit=2))[0] == "export-licence"
    assert codes(await ask(category="business", limit=1)) == ["food-business-licence"]


async def test_a_matter_says_what_to_bring_and_where_it_needs_no_number(ask: Ask) -> None:
    matter = (await ask("/sole-trader-setup")).json()
    assert (matter["category"], matter["usual_minutes"]) == ("registration", 15)
    assert matter["materials"][1] == {
        "names": {
            "zh-CN": "经营者身份证",
            "zh-Hant": "經營者身份證",
            "en": "Identity card of the operator",
        },
        "originals": 1,
        "copies": 1,
    }
    (terminal,) = matter["terminals"]
    assert (terminal["window"], terminal["floor"], terminal["walking_minutes"]) == (13, "1", 1)
    assert matter["web"].startswith("https://")


async def test_a_matter_that_is_not_there_is_refused_with_its_code(ask: Ask) -> None:
    answer = await ask("/passport")
    assert (answer.status_code, answer.json()["code"]) == (404, "no-such-matter")
    assert answer.json()["remedy"]


@pytest.mark.parametrize("params", [{"limit": 0}, {"limit": 1000}, {"limit": "all"}, {"query": "x" * 61}])
async def test_a_strange_question_is_refused_as_such(ask: Ask, params: dict[str, object]) -> None:
    answer = await ask(**params)
    assert (answer.status_code, answer.json()["code"]) == (400, "invalid-request")


async def test_matters_are_told_to_counters_and_not_to_walls(ask: Ask) -> None:
    assert (await ask(device=(Role.COUNTER, 1))).status_code == 200
    assert (await ask(device=(Role.WALL,))).status_code == 403


def test_a_server_whose_catalogue_has_mistakes_does_not_start_and_says_where(
    hall, settings, tmp_path: Path
) -> None:
    hall.stop()
    file = tmp_path / "matters.csv"
    file.write_text("code,category,name zh-CN,classes,minutes\nx,registration,公司,accept,soon\n")
    broken = settings.model_copy(update={"matters": file})
    with (
        pytest.raises(ConfigErrors, match=r"matters\.csv:2: minutes \(column E\)"),
        opened(hall.folder, broken, Place(host="127.0.0.1", port=0)),
    ):
        pass
