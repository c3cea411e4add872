"""A new version comes while people ask and answer, in the order of docs/running-it.md."""

import subprocess
import tarfile
import time
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from bench.cluster.front import Front, Version, names
from bench.cluster.people import Ledger
from bench.figures import Figure
from bench.servers import ROOT

# The first that has addresses of health, which the proxy needs. Newer versions add tables to it.
EARLIER = "ed5bae4"
CALM = 5  # seconds of load before, between and after
SEEN = 3  # seconds in which the proxy has seen who is there


def earlier_tree(folder: Path) -> Path | None:
    """The source as it was then, or None where there is no history to take it from."""
    command = ["git", "archive", "--format=tar", EARLIER]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if found.returncode:
        return None
    tree = folder / "earlier-tree"
    with tarfile.open(fileobj=BytesIO(found.stdout)) as archive:
        archive.extractall(tree, filter="data")
    return tree


def rehearse(front: Front, new: Version, ledger: Ledger) -> Iterator[Figure]:
    """The earlier version runs. Nobody may notice that it is replaced."""
    time.sleep(CALM)
    begun, failed, signed_out = time.monotonic(), len(ledger.failures), ledger.signed_out
    new.run("-m", "halved", "migrate")
    migrated = time.monotonic() - begun
    time.sleep(CALM)
    for name in names("work"):
        front.running[name].stop()
        front.start_halved(name, new)
    for name in names("serve"):
        front.running[name].stop()
        front.start_halved(name, new)
        front.wait_until_ready(name)
        time.sleep(SEEN)
    time.sleep(CALM)
    now = time.monotonic()
    yield Figure(f"a new version, from {EARLIER}: `halved migrate`", migrated, "s")
    yield Figure("    the earlier one and the new one beside it for", now - begun - CALM, "s")
    yield Figure("    no write for", ledger.longest_silence(begun, now), "s")
    yield Figure("    requests that failed", len(ledger.failures) - failed, at_most=0)
    # Not a limit: sessions moved to another table since, as CHANGELOG.md says.
    yield Figure("    times that somebody had to sign in again", ledger.signed_out - signed_out)
