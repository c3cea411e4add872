"""What goes wrong, one after the other, and how long nobody could write anything down."""

import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.cluster import database as databases
from bench.cluster.closed_room import Machine
from bench.cluster.database import Database, wait_for
from bench.cluster.front import Front, Version, names
from bench.cluster.people import Ledger
from bench.figures import Figure

BACK_WITHIN = 30  # seconds
HOLD = 30  # seconds for which a machine stays paused or cut off
CALM = 4  # seconds of undisturbed load before each fault
RESTART = 2  # seconds until systemd starts a process again
HELP_WITHIN = 10  # seconds


@dataclass
class Scene:
    """All that a fault may touch."""

    database: Database
    front: Front
    version: Version
    ledger: Ledger
    old_primaries: int = 0  # writes that a primary acknowledged after there was a new one

    def lost(self) -> int:
        asks = list(self.ledger.asks)
        known = ",".join(f"'{pk}'" for pk in asks)
        line = f"SELECT count(*) FROM asks_ask WHERE state <> 'draft' AND id IN ({known})"
        kept = self.database.sql(self.database.primary(), line, name="halved") if asks else "0"
        assert kept is not None
        return len(asks) - int(kept)

    # --- in front -------------------------------------------------------------------------

    def kill_and_restart(self, name: str) -> None:
        """As systemd would: after two seconds it is there again."""
        self.front.running[name].kill()
        time.sleep(RESTART)
        self.front.start_halved(name, self.version)
        if name.startswith("serve"):
            self.front.wait_until_ready(name)

    def restart_pooler(self) -> None:
        self.front.running["pgbouncer"].kill()
        self.front.start_pooler()

    # --- the database ---------------------------------------------------------------------

    def kill_postgres(self) -> None:
        self.database.primary().signal(signal.SIGKILL, "postgres")

    def kill_machine(self) -> None:
        primary = self.database.primary()
        databases.stop(primary)
        self._wait_for_another(primary)
        self.database.start(primary)

    def pause_machine(self) -> None:
        """Then it goes on, and does not know yet that another one leads."""
        primary = self.database.primary()
        primary.signal(signal.SIGSTOP)
        time.sleep(HOLD)
        primary.signal(signal.SIGCONT)
        self._probe(primary, 1)

    def cut_off_machine(self) -> None:
        """It runs, and somebody on it tries to write before and after it is connected again."""
        primary = self.database.primary()
        primary.cut_off()
        begun = time.monotonic()
        self._probe(primary, 2)
        time.sleep(max(0, HOLD - (time.monotonic() - begun)))
        self._probe(primary, 3)
        primary.connect()
        self._probe(primary, 4)

    def _probe(self, old: Machine, number: int) -> None:
        self.old_primaries += self.database.tries_to_write(old, number)

    def _wait_for_another(self, old: Machine) -> None:
        def is_there() -> bool:
            return any(databases.leads(one) for one in self.database.machines if one != old)

        wait_for(is_there, "another primary", databases.SOON)


Fault = Callable[[Scene], None]
FAULTS: dict[str, Fault] = {
    "a worker is killed": lambda scene: scene.kill_and_restart(names("work")[0]),
    "a server is killed": lambda scene: scene.kill_and_restart(names("serve")[0]),
    "PgBouncer is restarted": Scene.restart_pooler,
    "postgres of the primary is killed": Scene.kill_postgres,
    "the primary’s machine is killed": Scene.kill_machine,
    "the primary’s machine is paused": Scene.pause_machine,
    "the primary’s machine is cut off": Scene.cut_off_machine,
}
QUICK = ("a worker is killed", "a server is killed", "the primary’s machine is killed")


def break_all(scene: Scene, which: tuple[str, ...] = tuple(FAULTS)) -> Iterator[Figure]:
    begun, signed_out = time.monotonic(), scene.ledger.signed_out
    for name in which:
        yield from _break(scene, name, FAULTS[name])
    yield Figure("writes by an old primary beside a new one", scene.old_primaries, at_most=0)
    again = scene.ledger.signed_out - signed_out
    yield Figure("times that somebody had to sign in again", again, at_most=0)
    slowest = scene.ledger.slowest_help(begun, time.monotonic())
    yield Figure("the slowest answer of Help now", slowest, "s", at_most=HELP_WITHIN)


def _break(scene: Scene, name: str, fault: Fault) -> Iterator[Figure]:
    scene.database.wait_until_whole()
    time.sleep(CALM)
    before, failed = time.monotonic(), len(scene.ledger.failures)
    fault(scene)
    time.sleep(CALM)
    scene.database.wait_until_whole()
    now = time.monotonic()
    away = scene.ledger.longest_silence(before, now)
    yield Figure(f"{name}: no write for", away, "s", at_most=BACK_WITHIN)
    yield Figure("    tries in vain", len(scene.ledger.failures) - failed)
    yield Figure("    until all was as before", now - before, "s")
    yield Figure("    acknowledged asks that are lost", scene.lost(), at_most=0)
