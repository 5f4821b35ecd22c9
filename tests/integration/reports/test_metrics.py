"""`/metrics` of a running server: what Prometheus reads, for an auditor's token alone."""

import re
import ssl

import httpx
import pytest

from queue_core.wire.words import Role, WindowAction
from tests.integration.hall.conftest import accept

NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
LABEL = r'[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*"'
SAMPLE = re.compile(rf"({NAME})(?:\{{({LABEL}(?:,{LABEL})*)\}})? (-?[0-9.e+-]+|NaN|\+Inf)")


def parsed(text):
    """Samples by name and labels, as the format's definition reads them; a strange line fails."""
    found, types = {}, {}
    for line in text.splitlines():
        if line.startswith("# TYPE "):
            _, _, name, kind = line.split(" ")
            assert name not in types
            types[name] = kind
        elif not line.startswith("# HELP "):
            match = SAMPLE.fullmatch(line)
            assert match, line
            name, labels, value = match.groups()
            assert re.sub(r"_(bucket|sum|count)$", "", name) in types or name in types
            assert (name, labels or "") not in found
            found[name, labels or ""] = float(value)
    return found, types


@pytest.fixture
async def prometheus(hall):
    credential = await hall.enrol(Role.AUDITOR, "prometheus")
    trusted = ssl.create_default_context(cadata=hall.folder.certificate.read_text())
    trusted.check_hostname = False
    token = {"Authorization": f"Bearer {credential.token}"}
    async with httpx.AsyncClient(base_url=hall.url, verify=trusted, headers=token) as client:
        yield client


async def scraped(prometheus):
    answer = await prometheus.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    return parsed(answer.text)


async def test_prometheus_reads_queues_windows_waits_and_the_server(prometheus, connect, clerk_at):
    kiosk = await connect(Role.KIOSK)
    for serial in range(4):
        await kiosk.take_number(accept(serial))
    counter = await clerk_at(1)
    for act in ("open", "call-next", "recall", "start"):
        await counter.act(1, WindowAction(act))
    found, types = await scraped(prometheus)
    assert found["paihao_numbers_taken_today", ""] == 4
    assert found["paihao_numbers_waiting", ""] == 3
    assert found["paihao_unit_waiting", 'category="registration",class="accept"'] == 3
    assert found["paihao_unit_waiting", 'category="trade",class="consult"'] == 0
    assert (found["paihao_calls_today", ""], found["paihao_recalls_today", ""]) == (1, 1)
    assert found["paihao_windows", 'state="serving"'] == 1
    assert ("paihao_first_wait_seconds", 'stat="p95"') in found
    assert ("paihao_service_seconds", 'stat="p95"') not in found
    assert found["paihao_journal_bytes", ""] > 0
    assert found["paihao_stream_listeners", ""] == 0
    assert found["paihao_requests_total", 'method="POST",route="/api/v1/tickets",status="201"'] == 4
    assert types["paihao_requests_total"] == "counter"


async def test_the_histogram_of_latency_adds_up(prometheus):
    await prometheus.get("/api/v1/hall")
    found, types = await scraped(prometheus)
    buckets = [value for (name, _), value in found.items() if name == "paihao_request_seconds_bucket"]
    assert types["paihao_request_seconds"] == "histogram"
    assert buckets == sorted(buckets)
    assert buckets[-1] == found["paihao_request_seconds_count", ""]
    asked = sum(value for (name, _), value in found.items() if name == "paihao_requests_total")
    assert asked == buckets[-1]
    assert found["paihao_request_seconds_sum", ""] > 0


async def test_metrics_name_no_number_and_no_path(prometheus, connect):
    kiosk = await connect(Role.KIOSK)
    ticket = await kiosk.take_number(accept(1))
    reference = ticket.status_url.split("/t/")[1].split("#")[0]
    await prometheus.get(f"/public/tickets/{reference}")
    await prometheus.get("/no/such/path")
    text = (await prometheus.get("/metrics")).text
    assert reference not in text
    assert "/no/such/path" not in text
    assert 'route="/public/tickets/{reference}"' in text


@pytest.mark.parametrize(("token", "status"), [(None, 401), ("kiosk", 403)])
async def test_metrics_are_for_an_auditor_alone(prometheus, founded, token, status):
    headers = {"Authorization": ""}
    if token is not None:
        headers = {"Authorization": f"Bearer {founded.credentials[(Role.KIOSK,)].token}"}
    assert (await prometheus.get("/metrics", headers=headers)).status_code == status
