"""The files of deploy/ are what nginx and systemd take, and name only what there is."""

import configparser
import re
import shutil
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import msgspec
import pytest

from benchmarks.phones_road import DEPLOY, NGINX, make_certificate, write_nginx
from queue_core.config import load
from queue_core.relay import problems
from queue_core.relay.config import RelayConfig, UplinkConfig
from queue_core.relay.errors import HallAway, NotPublic, TooLarge, TooOften

INSTALLED = "/opt/paihao/.venv/bin/paihao"
PAIHAO = Path(sys.executable).with_name("paihao")
UNITS = sorted(DEPLOY.glob("systemd/*.service"))
DROP_INS = sorted(DEPLOY.glob("kiosk/screen-*.conf"))
TEXTS = (*DEPLOY.rglob("*.md"), DEPLOY.parent / "docs" / "deploying.md")


def test_nginx_takes_its_configuration(tmp_path) -> None:
    make_certificate(tmp_path, ("127.0.0.1",))
    conf = write_nginx(tmp_path, port=20_001, relay_port=20_002, uplink_from="127.0.0.1", one_process=False)
    done = subprocess.run(
        [NGINX, "-t", "-p", tmp_path, "-c", conf], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr


def test_what_nginx_says_by_itself_is_what_the_relay_says() -> None:
    told = {each.code: each for each in (NotPublic(), TooLarge(), TooOften(), HallAway())}
    files = {path.stem: path.read_bytes() for path in DEPLOY.glob("nginx/problems/*.json")}
    named = set(re.findall(r"/problems/([a-z-]+)\.json", (DEPLOY / "nginx" / "paihao.conf").read_text()))
    assert set(files) == set(told) == named
    for code, turned in told.items():
        expected = msgspec.to_builtins(problems.problem(turned, ""))
        assert msgspec.json.decode(files[code]) == expected, code


def settings(path: Path) -> configparser.RawConfigParser:
    unit = configparser.RawConfigParser(strict=False, delimiters=("=",), comment_prefixes=("#",))
    unit.optionxform = str
    unit.read_string(path.read_text())
    return unit


def commands(path: Path) -> list[str]:
    return re.findall(r"^ExecStart=(.+)$", path.read_text(), re.MULTILINE)


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="this machine has no systemd-analyze")
@pytest.mark.parametrize("drop_in", [None, *DROP_INS], ids=lambda each: each.stem if each else "units")
def test_systemd_takes_the_units(drop_in, tmp_path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)

    def placed(path: Path) -> str:
        return re.sub(r"^(ExecStart=)/\S+", rf"\g<1>{program}", path.read_text(), flags=re.MULTILINE)

    for unit in UNITS:
        (tmp_path / unit.name).write_text(placed(unit))
    checked = [tmp_path / unit.name for unit in UNITS]
    if drop_in is not None:
        checked = [tmp_path / "paihao-kiosk.service"]
        (tmp_path / "paihao-kiosk.service.d").mkdir()
        (tmp_path / "paihao-kiosk.service.d" / "screen.conf").write_text(placed(drop_in))
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *checked], capture_output=True, text=True, check=False
    )
    ours = [line for line in done.stderr.splitlines() if "paihao" in line]
    assert (ours, done.returncode) == ([], 0), done.stderr


@pytest.mark.parametrize("path", [*UNITS, *DROP_INS], ids=lambda each: each.stem)
def test_every_unit_starts_a_command_that_there_is_with_options_it_has(path) -> None:
    known = {each.name for each in entry_points(group="paihao.commands")}
    started = [line.split(INSTALLED)[1].split() for line in commands(path) if INSTALLED in line]
    assert started or "eglfs" in path.stem
    for name, *rest in started:
        assert name in known
        options = [each for each in rest if each.startswith("--")][
            : None if "--" not in rest else rest.index("--")
        ]
        told = subprocess.run(
            [PAIHAO, name, "--help"], capture_output=True, text=True, check=True, env={"COLUMNS": "300"}
        ).stdout
        assert [each for each in options if each not in told] == []


@pytest.mark.parametrize("path", UNITS, ids=lambda each: each.stem)
def test_every_service_comes_back_for_ever_and_may_do_little(path) -> None:
    unit = settings(path)
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    service = unit["Service"]
    assert (service["Restart"], service["NoNewPrivileges"]) == ("always", "yes")
    assert service["ProtectSystem"] == "strict"
    assert "User" in service or service["DynamicUser"] == "yes"
    assert unit["Install"]["WantedBy"] == "multi-user.target"


def test_the_kiosk_is_watched_and_back_at_once() -> None:
    service = settings(DEPLOY / "systemd" / "paihao-kiosk.service")["Service"]
    wanted = {"Type": "notify", "NotifyAccess": "main", "WatchdogSec": "10", "RestartSec": "0.2"}
    assert {key: service[key] for key in wanted} == wanted


@pytest.mark.parametrize("speaks", ["wall", "voice"])
def test_what_was_spoken_outlives_the_service_that_spoke(speaks) -> None:
    unit = DEPLOY / "systemd" / f"paihao-{speaks}.service"
    assert settings(unit)["Service"]["StateDirectory"] == f"paihao-{speaks}"
    assert f"/var/lib/paihao-{speaks}/{speaks}.credential" in (DEPLOY / "README.md").read_text()


def test_users_of_units_are_made_and_groups_of_rules_are_theirs() -> None:
    made = set(re.findall(r"^u (\S+)", (DEPLOY / "systemd" / "paihao.sysusers").read_text(), re.MULTILINE))
    units = [settings(path)["Service"] for path in UNITS]
    assert {each["User"] for each in units if "User" in each} == made
    rules = (DEPLOY / "udev" / "70-paihao.rules").read_text()
    kiosk = settings(DEPLOY / "systemd" / "paihao-kiosk.service")["Service"]
    assert set(re.findall(r'GROUP="(\w+)"', rules)) <= set(kiosk["SupplementaryGroups"].split())


@pytest.mark.parametrize("path", sorted(DEPLOY.glob("udev/*.rules")), ids=lambda each: each.stem)
def test_every_udev_rule_is_a_list_of_keys_with_values(path) -> None:
    one = r'[A-Z_]+(\{[\w/]+\})?(==|!=|=|\+=|:=)"[^"]*"'
    rules = [line for line in path.read_text().splitlines() if line and not line.startswith("#")]
    assert rules
    assert [rule for rule in rules if not re.fullmatch(rf"{one}(, {one})*", rule)] == []


def test_the_two_files_of_the_road_are_as_the_programs_read_them() -> None:
    relay, uplink = load(DEPLOY / "relay.toml", RelayConfig), load(DEPLOY / "uplink.toml", UplinkConfig)
    assert relay.hall == uplink.hall
    assert relay.token.name == uplink.token.name == "relay.token"
    conf = (DEPLOY / "nginx" / "paihao.conf").read_text()
    assert f"server {relay.host}:{relay.port};" in conf
    assert f"server_name {uplink.relay.split('/')[2]};" in conf
    assert "location = /uplink {" in conf


def test_the_pages_name_every_file_and_none_that_is_not_there() -> None:
    whole = "\n".join(path.read_text() for path in TEXTS)
    files = {path for path in DEPLOY.rglob("*") if path.is_file() and path.suffix != ".md"}
    assert [path.name for path in files if path.name not in whole and path.suffix != ".json"] == []
    links = [
        (page, link) for page in TEXTS for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text())
    ]
    assert [link for page, link in links if not (page.parent / link).exists()] == []
    for page in DEPLOY.rglob("*.md"):
        for line in re.findall(r"^install -m .+$", page.read_text(), re.MULTILINE):
            given = line.split("&&")[0].split("#")[0].split()[3:-1]
            here = [each for each in given if "/" in each or each.endswith((".conf", ".service", ".rules"))]
            here = [each for each in here if not each.startswith(("/", "-"))]
            assert [each for each in here if not list(page.parent.glob(each))] == [], line
