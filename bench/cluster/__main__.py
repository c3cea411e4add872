"""`python -m bench.cluster` starts a cluster on this machine, breaks it, and prints what was lost.

It needs Linux and Debian's packages; it says which. `make bench-cluster` is the same.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench import machine
from bench.cluster import closed_room, programs, replicas, upgrade
from bench.cluster.database import databases, wait_for
from bench.cluster.faults import FAULTS, QUICK, Scene, break_all
from bench.cluster.front import DOOR, Front, Version, fronts, names
from bench.cluster.people import Crowd, is_ask, status_of
from bench.figures import Figure
from bench.servers import ROOT
from tests.smtp import MailServer

INSIDE = Path(__file__).parent / "inside"
MEMBERS, CIRCLE = 6, 120


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.cluster", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="three faults, and no upgrade")
    parser.add_argument("--only", metavar="WORD", help="faults with this word, and no upgrade")
    args = parser.parse_args()
    which = tuple(name for name in FAULTS if not args.only or args.only in name)
    programs.check()
    folder = closed_room.enter("bench.cluster", sys.argv[1:])
    begun, missed = time.monotonic(), 0
    print(f"On this disk 4 kB are safe after {machine.sync_time(folder):.0f} µs.", flush=True)
    print(f"Others keep this machine {machine.busy():.0%} busy.", flush=True)
    for figure in measure(folder, QUICK if args.quick else which):
        print(figure, flush=True)
        missed += not figure.held
    print(f"\n{missed} over the limit. It took {time.monotonic() - begun:.0f} s.")
    return 1 if missed else 0


def measure(folder: Path, which: tuple[str, ...]) -> Iterator[Figure]:
    with ExitStack() as stack:
        mail = stack.enter_context(MailServer())
        database = stack.enter_context(databases(folder))
        front = stack.enter_context(fronts(folder, database))
        new = Version(ROOT, folder / "new", mail.url, front.store)
        whole = len(which) == len(FAULTS)
        tree = upgrade.earlier_tree(folder) if whole else None
        first = Version(tree, folder / "earlier", mail.url, front.store) if tree else new
        crowd = stack.enter_context(crowds(front, first, mail))
        if tree:
            new.take_keys_of(first)
            yield from upgrade.rehearse(front, new, crowd.ledger)
        elif whole:
            print("  There is no git history here: no earlier version to come from.")
        scene = Scene(database, front, new, crowd.ledger)
        yield from break_all(scene, which)
        crowd.stop()
        yield from look_after(crowd, front, new)
        if whole:
            yield from replicas.measure(folder, database, new, crowd.ledger)


@contextmanager
def crowds(front: Front, version: Version, mail: MailServer) -> Iterator[Crowd]:
    """A host of this version, with people."""
    version.run("-m", "halved", "migrate")
    circles = json.loads(version.run(str(INSIDE / "fill.py"), str(MEMBERS), str(CIRCLE)))
    for name in (*names("serve"), *names("work")):
        front.start_halved(name, version)
    for name in names("serve"):
        front.wait_until_ready(name)
    door = f"http://127.0.0.1:{DOOR}"
    wait_for(lambda: status_of(f"{door}/health/ready") == 200, "the door is open", 30)
    crowd = Crowd(door, mail, circles)
    try:
        crowd.start()
        yield crowd
    finally:
        crowd.stop()


def look_after(crowd: Crowd, front: Front, version: Version) -> Iterator[Figure]:
    """Over everything: is anything lost, was anybody asked twice, was every error said?"""
    for name in names("work"):
        front.running[name].stop()
    ledger, mails = crowd.ledger, crowd.mail.messages
    known = json.dumps({"asks": list(ledger.asks), "answers": ledger.answers})
    told = json.loads(version.run(str(INSIDE / "look_after.py"), given=known))
    asked = Counter(
        address for address, _ in {(str(m["To"]), str(m["Message-ID"])) for m in mails if is_ask(m)}
    )
    rooms = "".join(nia.archive() for nia in crowd.members)
    unread = [words for _, words in ledger.answers.values() if words not in rooms]
    repeated = sum(map(is_ask, mails)) - sum(asked.values())
    unsaid = [failure for failure in ledger.failures if not failure.told]
    yield Figure("writes acknowledged", len(ledger.acknowledged))
    yield Figure("asks acknowledged", len(ledger.asks))
    yield Figure("    lost", told["asks lost"], at_most=0)
    never = sum(address not in asked for address in ledger.asks.values())
    yield Figure("    whose mail never went out", never, at_most=0)
    missing = sum(pk not in rooms for pk in ledger.asks)
    yield Figure("    which a member does not find", missing, at_most=0)
    yield Figure("answers acknowledged", len(ledger.answers))
    yield Figure("    lost", told["answers lost"], at_most=0)
    yield Figure("    which a member does not find", len(unread), at_most=0)
    yield Figure("people asked", len(asked))
    yield Figure("    asked twice", sum(n > 1 for n in asked.values()), at_most=0)
    yield Figure("    mails repeated, with the same Message-ID", repeated)
    yield Figure("messages that waited for a lease of ten minutes", told["waited for a lease"])
    yield Figure("messages that did not go out", told["not sent"], at_most=0)
    yield Figure("tries in vain", len(ledger.failures))
    yield Figure("    without a sentence", len(unsaid), at_most=0)
    yield Figure("other trouble", len(crowd.problems), at_most=0)
    for line in [*crowd.problems, *(f"{one.status} {one.what}" for one in unsaid)][:20]:
        print(f"    {line}")


if __name__ == "__main__":
    sys.exit(main())
