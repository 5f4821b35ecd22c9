"""What the administrator types, against a running server."""

import sys
from collections.abc import Iterator

import pytest
import structlog
from typer.testing import CliRunner

from queue_core.client import Credential, HallRefused
from queue_core.client.cli import app as enrol_app
from queue_core.client.errors import CredentialUnusable
from queue_core.hall.cli import ADMIN_SECRET
from queue_core.hall.cli import app as hall_app
from tests.integration.hall.conftest import HallInThread


@pytest.fixture(autouse=True)
def log_apart() -> Iterator[None]:
    """The server runs in this process: its log stays out of what the commands say."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    yield
    structlog.reset_defaults()


def test_a_code_printed_here_enrols_a_kiosk_there(hall: HallInThread, tmp_path) -> None:
    command = ["enrolment-code", "--data", str(hall.folder.path), "--role", "kiosk", "--device", "K8"]
    printed = CliRunner().invoke(hall_app, command, env={ADMIN_SECRET: hall.secret}, catch_exceptions=False)
    out = tmp_path / "k8.json"
    enrolled = CliRunner().invoke(
        enrol_app, [printed.stdout.strip(), "--server", hall.url, "--out", str(out)], catch_exceptions=False
    )
    assert (printed.exit_code, enrolled.exit_code) == (0, 0)
    assert (Credential.load(out).device, out.stat().st_mode & 0o777) == ("K8", 0o600)


@pytest.mark.parametrize("place", ["file/k8.json", "folder"])
def test_a_code_is_not_spent_where_its_credential_cannot_be_kept(hall: HallInThread, tmp_path, place) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()
    command = ["enrolment-code", "--data", str(hall.folder.path), "--role", "kiosk", "--device", "K8"]
    printed = CliRunner().invoke(hall_app, command, env={ADMIN_SECRET: hall.secret}, catch_exceptions=False)
    code = [printed.stdout.strip(), "--server", hall.url, "--out"]
    refused = CliRunner().invoke(enrol_app, [*code, str(tmp_path / place)])
    assert isinstance(refused.exception, CredentialUnusable)
    assert CliRunner().invoke(enrol_app, [*code, str(tmp_path / "k8.json")]).exit_code == 0
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == ["file", "k8.json"]


def test_secrets_come_by_standard_input_too(hall: HallInThread) -> None:
    answer = CliRunner().invoke(
        hall_app, ["clerk", "--data", str(hall.folder.path), "1006"], input=f"{hall.secret}\nanother pass\n"
    )
    assert (answer.exit_code, answer.stdout.strip()) == (0, "clerk 1006 has a new password")


def test_a_wrong_admin_secret_changes_nothing(hall: HallInThread) -> None:
    with pytest.raises(HallRefused) as caught:
        CliRunner().invoke(
            hall_app,
            ["clerk", "--data", str(hall.folder.path), "1006"],
            input="not the secret\nanother pass\n",
            catch_exceptions=False,
        )
    assert caught.value.code == "wrong-secret"
