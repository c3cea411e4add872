"""What a proxy asks: does it live, can it work? And what Prometheus asks."""

import urllib.request

import pytest

from halved import health
from tests import processes


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/health/live", "/health/ready"])
def test_a_process_that_is_well_says_so_and_sets_no_cookie(client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_a_store_that_waits_for_its_migrations_is_not_ready(client, monkeypatch):
    def not_yet() -> None:
        raise health._NotYet

    monkeypatch.setattr(health, "_was_prepared", not_yet)

    response = client.get("/health/ready")

    assert response.status_code == 503
    assert b"halved migrate" in response.content


def counts(port: int) -> dict[str, float]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    pairs = [line.split() for line in lines if not line.startswith("#")]
    return {name: float(value) for name, value in pairs}


def test_five_counters_without_labels_count_over_all_processes(tmp_path, cleanup):
    port, metrics = processes.free_port(), processes.free_port()
    env = processes.environment(tmp_path, HALVED_MODE="host")
    arguments = ["--port", str(port), "--metrics-port", str(metrics), "--workers", "2"]
    server = processes.start("serve", *arguments, env=env, log=tmp_path / "log")
    cleanup.callback(server.kill)
    processes.wait_until_it_answers(server, port)

    for _ in range(20):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live", timeout=10).close()

    told = counts(metrics)
    assert set(told) == {f"halved_{name}_total" for name in NAMES}
    assert told["halved_requests_total"] == 21  # and one by which it was seen to answer
    assert told["halved_errors_total"] == 0


NAMES = ("requests", "errors", "moves", "sent", "failed")
