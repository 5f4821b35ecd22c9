"""The virtual cards behind a real pcscd, as strangers see them."""

import contextlib
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.halls import person
from sim.peers.idcard import IdCardChip
from sim.peers.oddcards import MuteChip
from sim.peers.ssc import SocialSecurityChip
from sim.rig import PrivatePcscd

SELECT_SSSE = "00A404000F7378312E73682EC9E7BBE1B1A3D5CF"
CITIZEN = person("chen-jianguo")


@pytest.fixture(scope="module")
def rig() -> Iterator[PrivatePcscd]:
    """Only child processes are clients here, so each module may have its own."""
    with PrivatePcscd() as pcscd:
        yield pcscd


def run(pcscd: PrivatePcscd, *command: str, given: str = "") -> str:
    done = subprocess.run(
        command,
        env=os.environ | pcscd.environment,
        input=given,
        capture_output=True,
        text=True,
        timeout=15,
        check=False,
    )
    return done.stdout + done.stderr


def test_opensc_sees_both_readers_and_reads_the_holder_by_tag(rig: PrivatePcscd) -> None:
    rig.slots[0].lay(SocialSecurityChip(CITIZEN))
    assert "Virtual PCD 00 01" in run(rig, "opensc-tool", "-l")
    told = run(rig, "opensc-tool", "-r", "0", "-s", SELECT_SSSE, "-s", "00A4020002EF06", "-s", "00B2080000")
    assert told.count("SW1=0x90, SW2=0x00") == 3
    assert CITIZEN.number[:14].encode().hex(" ") in told.lower()


def test_opensc_sees_the_mark_of_the_id_reader(rig: PrivatePcscd) -> None:
    rig.slots[1].lay(IdCardChip(CITIZEN))
    assert run(rig, "opensc-tool", "-r", "1", "-a").strip() == IdCardChip(CITIZEN).atr.hex(":")


def test_scriptor_speaks_with_the_card(rig: PrivatePcscd) -> None:
    rig.slots[0].lay(SocialSecurityChip(CITIZEN))
    told = run(rig, "scriptor", "-r", rig.reader(0), given=SELECT_SSSE + "\n00A4020002EF05\n00B2030000\n")
    assert "33 2E 30 30 90 00" in told  # "3.00"


def test_a_lifted_card_is_gone_and_a_card_comes_back_with_pcscd(rig: PrivatePcscd) -> None:
    slot = rig.slots[0]
    slot.lay(SocialSecurityChip(CITIZEN))
    rig.kill()
    assert "No smart card readers" in run(rig, "opensc-tool", "-l")
    rig.start()
    assert slot.wait_for(lambda: slot.is_seen, within_s=5)
    assert "3b:6d" in run(rig, "opensc-tool", "-r", "0", "-a")
    slot.lift()
    until = time.monotonic() + 5
    while "3b:6d" in run(rig, "opensc-tool", "-r", "0", "-a"):
        assert time.monotonic() < until


def test_a_card_pulled_in_the_middle_of_a_read_is_gone(rig: PrivatePcscd) -> None:
    slot = rig.slots[0]
    slot.lay(SocialSecurityChip(CITIZEN))
    slot.pull_after(1)
    told = run(rig, "scriptor", "-r", rig.reader(0), given=SELECT_SSSE + "\n00A4020002EF06\n")
    assert told.count("Normal processing") == 1
    assert slot.chip is None


def test_a_mute_card_holds_its_reader_until_it_is_lifted(rig: PrivatePcscd) -> None:
    slot = rig.slots[0]
    slot.lay(MuteChip())
    client = subprocess.Popen(
        ["opensc-tool", "-r", "0", "-s", SELECT_SSSE],
        env=os.environ | rig.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    with pytest.raises(subprocess.TimeoutExpired):
        client.wait(timeout=0.7)
    slot.lift()
    client.wait(timeout=10)


def test_two_run_at_once_and_keep_their_cards_apart(rig: PrivatePcscd) -> None:
    rig.slots[0].lay(SocialSecurityChip(CITIZEN))
    with PrivatePcscd() as other:
        assert other.environment != rig.environment
        assert "Card not present" in run(other, "opensc-tool", "-r", "0", "-a")


def test_pcscd_dies_with_whoever_started_it(tmp_path: Path) -> None:
    told = tmp_path / "pid"
    child = f"""
import os, pathlib, signal
from sim.rig import PrivatePcscd
rig = PrivatePcscd(home=pathlib.Path({str(tmp_path)!r})).__enter__()
pathlib.Path({str(told)!r}).write_text(str(rig.pid))
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", child], timeout=20, check=False)
    with (
        contextlib.suppress(ProcessLookupError),
        os.fdopen(os.pidfd_open(int(told.read_text())), "rb") as process,
    ):
        assert select.select([process], [], [], 5)[0]
