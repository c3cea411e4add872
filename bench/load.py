"""Load, made by wrk in a process of its own on a core of its own."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CONNECTIONS = 16
SCRIPT = Path(__file__).parent / "load.lua"


@dataclass(frozen=True)
class Requests:
    """Lines of a file, "METHOD PATH BODY", and the status that each must get."""

    file: Path
    status: int
    first: int = 0
    count: int = 1_000_000  # at their end it starts over
    cookie: str = ""  # of somebody who is signed in


@dataclass(frozen=True)
class Load:
    """How one run went."""

    sent: int
    answered: int
    rate: float  # answers per second
    p50: float  # milliseconds
    p99: float


def wrk() -> str:
    """The program, or the sentence that says how to get it."""
    found = shutil.which("wrk")
    if not found:
        sys.exit(
            "bench: the load is made by wrk, which is not here. On Debian: apt-get install wrk"
        )
    return found


def run(port: int, requests: Requests, core: int) -> Load:
    """Keeps CONNECTIONS requests under way for a second. An answer that is not as it should be
    ends the bench: an error page is fast, and would look good."""
    command = [
        wrk(), "--threads", "1", "--connections", str(CONNECTIONS),
        "--duration", "1s", "--timeout", "20s", "--script", str(SCRIPT),
        f"http://127.0.0.1:{port}/", "--",
        str(requests.file), str(requests.first), str(requests.count), str(requests.status),
        requests.cookie,
    ]  # fmt: skip
    done = subprocess.run(
        command,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
    )
    told = json.loads(done.stdout.partition("\nRESULT ")[2])
    if told["wrong"] or told["broken"]:
        sys.exit(f"bench: {requests.file.name} did not get {requests.status} each time: {told}")
    if not told["answered"]:
        sys.exit(f"bench: {requests.file.name} got no answer within a second.")
    rate = told["answered"] / told["seconds"]
    return Load(told["sent"], told["answered"], rate, told["p50"], told["p99"])
