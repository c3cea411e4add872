"""Three machines with etcd, Patroni and PostgreSQL, set up as deploy/cluster/patroni.yml says."""

import json
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from bench.cluster import closed_room, programs
from bench.cluster.closed_room import Machine
from bench.servers import ROOT
from tests import postgres

NODES = 3
DEPLOY = ROOT / "deploy/cluster"
SOON = 120.0  # seconds in which a cluster must be whole again
PROBE_ENDS = 20  # seconds


class Database:
    def __init__(self, folder: Path, machines: list[Machine]) -> None:
        self.folder, self.machines = folder, machines
        self.etcd3 = programs.patroni_may_use_etcd3()
        names = ("halved", "superuser", "replication")
        self.passwords = {name: secrets.token_hex(8) for name in names}

    def start(self, machine: Machine) -> None:
        """Starts what belongs on a machine, with the data that lies there from before."""
        home = closed_room.for_postgres(self.folder / machine.name)
        log = self.folder / f"{machine.name}.log"
        lines = self._filled("etcd.env", machine, home).splitlines()
        etcd = [line for line in lines if not line.startswith("#")]
        machine.start(["env", *etcd, "etcd"], log, home)
        config = home / "patroni.yml"
        config.write_text(self._filled("patroni.yml", machine, home))
        machine.start(["patroni", str(config)], log, home)

    def _filled(self, file: str, machine: Machine, home: Path) -> str:
        """The operator's file, with the blanks filled in."""
        text = (DEPLOY / file).read_text()
        for blank, value in {
            "NODE_NAME": machine.name,
            "NODE_ADDRESS": machine.address,
            "SUPERUSER_PASSWORD": self.passwords["superuser"],
            "REPLICATION_PASSWORD": self.passwords["replication"],
            "\netcd3:": "\netcd3:" if self.etcd3 else "\netcd:",
            "ETCD_ENABLE_V2=true": f"ETCD_ENABLE_V2={'false' if self.etcd3 else 'true'}",
            "/var/lib/etcd/halved": str(home / "etcd"),
            "/var/lib/postgresql/15/halved": str(home / "data"),
            "/usr/lib/postgresql/15/bin": str(postgres.find_programs()),
            "/var/lib/postgresql/pgpass-patroni": str(home / "pgpass"),
            "/var/run/postgresql": str(home),
        }.items():
            text = text.replace(blank, value)
        return text

    def make_store(self) -> None:
        """A user of PostgreSQL for Halved, and a database that belongs to them."""
        password = self.passwords["halved"]
        for line in (
            f"CREATE ROLE halved LOGIN PASSWORD '{password}'",
            "CREATE DATABASE halved OWNER halved",
            "CREATE TABLE probe (number bigint)",
        ):
            self.sql(self.primary(), line)

    # --- who is it? ---------------------------------------------------------------------------

    def primary(self) -> Machine:
        found = [machine for machine in self.machines if leads(machine)]
        if len(found) != 1:
            raise RuntimeError(f"{len(found)} nodes say that they are the primary")
        return found[0]

    def url(self, machine: Machine) -> str:
        """Where Halved finds this node itself, past PgBouncer."""
        return f"postgres://halved:{self.passwords['halved']}@{machine.address}:5432/halved"

    def replica(self) -> Machine:
        return next(machine for machine in self.machines if machine != self.primary())

    def is_whole(self) -> bool:
        """One leads, one keeps every write as well, and the third follows. What the nodes say of
        themselves is old while one of them is mended, so PostgreSQL is asked whom it feeds."""
        found = [_members(machine) for machine in self.machines]
        roles = sorted(member["role"] for member in found[0])
        if roles != ["leader", "replica", "sync_standby"] or not all(found):
            return False
        fed = "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'"
        return any(self.sql(machine, fed, 5) == "2" for machine in self.machines if leads(machine))

    def wait_until_whole(self) -> None:
        wait_for(self.is_whole, "the cluster is whole", SOON)

    def sql(
        self, machine: Machine, line: str, seconds: float = 30, name: str = "postgres"
    ) -> str | None:
        """Asks one node, from its own machine. None when it was not done within `seconds`, or the
        node refused."""
        where = f"host={machine.address} user=postgres dbname={name} connect_timeout=3"
        command = ["psql", where, "-XAtqc", line]
        try:
            done = subprocess.run(
                ["nsenter", f"--net={machine.network}", *command],
                env={"PGPASSWORD": self.passwords["superuser"], "PATH": "/usr/bin:/bin"},
                capture_output=True,
                text=True,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return None
        return done.stdout.strip() if done.returncode == 0 else None

    def tries_to_write(self, machine: Machine, number: int) -> bool:
        """Whether this node itself acknowledges a write."""
        return self.sql(machine, f"INSERT INTO probe VALUES ({number})", PROBE_ENDS) is not None


@contextmanager
def databases(folder: Path) -> Iterator[Database]:
    with closed_room.machines(NODES) as machines:
        database = Database(folder, machines)
        for machine in machines:
            database.start(machine)
        try:
            database.wait_until_whole()
            database.make_store()
        except (RuntimeError, TimeoutError):
            for log in sorted(folder.glob("node*.log")):
                sys.stderr.write(log.read_text(errors="replace")[-3000:])
            raise
        yield database


def wait_for(done: Callable[[], bool], what: str, seconds: float) -> float:
    """Seconds until it was so."""
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        if done():
            return time.monotonic() - begun
        time.sleep(0.2)
    raise TimeoutError(f"not within {seconds:.0f} s: {what}")


def leads(machine: Machine) -> bool:
    return _get(machine, "/primary")[0] == 200


def _members(machine: Machine) -> list[dict[str, Any]]:
    status, body = _get(machine, "/cluster")
    found: list[dict[str, Any]] = json.loads(body)["members"] if status == 200 else []
    return found


def _get(machine: Machine, path: str) -> tuple[int, bytes]:
    connection = HTTPConnection(machine.address, 8008, timeout=2)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    except (OSError, HTTPException):
        return 0, b""
    finally:
        connection.close()


def stop(machine: Machine) -> None:
    """As if its power failed."""
    machine.signal(signal.SIGKILL)
