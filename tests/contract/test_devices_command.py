import json

import pytest
from typer.testing import CliRunner

from drivers.catalog.table import DRIVERS
from drivers.cli import app
from drivers.contract.errors import BadAddress
from drivers.runtime.opening import load
from sim.rig import PrivatePcscd


def test_the_list_names_every_driver_its_options_and_the_readers_that_are_there(
    private_pcscd: PrivatePcscd,
) -> None:
    shown = CliRunner().invoke(app, ["list", "--json"])
    assert shown.exit_code == 0
    listed = json.loads(shown.stdout)
    assert private_pcscd.reader(0) in [found["place"] for found in listed["found"]]
    drivers = {driver["scheme"]: driver for driver in listed["drivers"]}
    assert set(drivers) == set(DRIVERS)
    for scheme, entry in DRIVERS.items():
        assert drivers[scheme]["ledger"] == entry.ledger
        assert [option["name"] for option in drivers[scheme]["options"]] == [o.name for o in entry.options]


@pytest.mark.usefixtures("private_pcscd")
def test_the_list_can_be_read_by_a_person() -> None:
    shown = CliRunner().invoke(app, ["list"])
    assert shown.exit_code == 0
    assert all(scheme in shown.stdout for scheme in DRIVERS)


@pytest.mark.parametrize("entry", DRIVERS.values(), ids=list(DRIVERS))
def test_every_module_of_the_table_opens_devices_and_knows_what_they_can_do(entry: object) -> None:
    module = load(entry)  # type: ignore[arg-type]
    assert callable(module.open_device)
    assert callable(module.capabilities)


@pytest.mark.parametrize("as_json", [[], ["--json"]])
def test_a_device_that_is_away_is_told_with_a_remedy(as_json: list[str], tmp_path: object) -> None:
    shown = CliRunner().invoke(app, ["check", f"escpos+serial://{tmp_path}/ttyNONE", *as_json])
    assert shown.exit_code == 1
    assert "absent" in shown.stdout
    assert "plug it in" in shown.stdout


@pytest.mark.parametrize("command", ["check", "watch"])
def test_a_mistaken_address_is_an_error_with_a_remedy(command: str) -> None:
    refused = CliRunner().invoke(app, [command, "escpos+tcp://10.4.0.31?paper=58"])
    assert isinstance(refused.exception, BadAddress)
    assert refused.exception.remedy
