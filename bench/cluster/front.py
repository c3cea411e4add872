"""The machine before the database: PgBouncer, HAProxy, two `halved serve`, three `halved work`."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.cluster import closed_room
from bench.cluster.database import DEPLOY, Database, wait_for
from bench.servers import environment
from tests.processes import Running

DOOR = 8080
SERVERS, WORKERS = 2, 3
KEYS = ("house.key", "secret.key", "vapid.key")


@dataclass
class Version:
    """A tree of Halved, and the folder in which it keeps its keys and static files."""

    tree: Path
    data_dir: Path
    smtp_url: str
    store: str

    def settings(self, store: str = "") -> dict[str, str]:
        return environment(
            PYTHONPATH=str(self.tree),
            HALVED_DATA_DIR=str(self.data_dir),
            HALVED_DATABASE_URL=store or self.store,
            HALVED_PUBLIC_URL=f"http://127.0.0.1:{DOOR}",
            HALVED_SMTP_URL=self.smtp_url,
            HALVED_PROXIES="1",
        )

    def start(self, log: Path, *arguments: str, store: str = "") -> Running:
        env = self.settings(store)
        return start([sys.executable, "-m", "halved", *arguments], log, self.tree, env)

    def run(self, *command: str, given: str = "") -> str:
        """Runs Python with the settings of this version, to its end. Returns what it printed."""
        done = subprocess.run(
            [sys.executable, *command],
            env=self.settings(),
            cwd=self.tree,
            input=given,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"bench: {' '.join(command)} failed.")
        return done.stdout

    def take_keys_of(self, other: "Version") -> None:
        self.data_dir.mkdir(mode=0o700)
        for key in KEYS:
            if (other.data_dir / key).exists():
                shutil.copy(other.data_dir / key, self.data_dir)


def start(command: list[str], log: Path, folder: Path, env: dict[str, str]) -> Running:
    with log.open("ab") as out:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    return Running(process, env, log)


class Front:
    """Each process by its name: pgbouncer, haproxy, serve1, serve2, work1, work2, work3."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder, self.database = folder, database
        self.running: dict[str, Running] = {}
        password = database.passwords["halved"]
        self.store = f"postgres://halved:{password}@127.0.0.1:6432/halved"

    def start_pooler(self) -> None:
        home = closed_room.for_postgres(self.folder / "pooler")
        users, config = home / "userlist.txt", home / "pgbouncer.ini"
        users.write_text(f'"halved" "{self.database.passwords["halved"]}"\n')
        text = (DEPLOY / "pgbouncer.ini").read_text()
        config.write_text(text.replace("/etc/pgbouncer/userlist.txt", str(users)))
        self._start("pgbouncer", [*closed_room.as_postgres(), "pgbouncer", str(config)])

    def start_proxy(self) -> None:
        config = self.folder / "haproxy.cfg"
        text = (DEPLOY / "haproxy.cfg").read_text()
        config.write_text(text.replace("/etc/haproxy/", f"{DEPLOY}/"))
        self._start("haproxy", ["haproxy", "-q", "-db", "-f", str(config)])

    def _start(self, name: str, command: list[str]) -> None:
        log = self.folder / f"{name}.log"
        self.running[name] = start(command, log, self.folder, environment())

    def start_halved(self, name: str, version: Version) -> None:
        """serve1 listens on 8001, and so on."""
        log = self.folder / f"{name}.log"
        arguments = ["work"]
        if name.startswith("serve"):
            arguments = ["serve", "--port", str(8000 + int(name[-1]))]
        self.running[name] = version.start(log, *arguments)

    def said(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def wait_until_ready(self, name: str) -> float:
        from bench.cluster.people import status_of

        url = f"http://127.0.0.1:{8000 + int(name[-1])}/health/ready"
        return wait_for(lambda: status_of(url) == 200, f"{name} is ready", 60)


def names(kind: str) -> list[str]:
    count = SERVERS if kind == "serve" else WORKERS
    return [f"{kind}{number}" for number in range(1, count + 1)]


@contextmanager
def fronts(folder: Path, database: Database) -> Iterator[Front]:
    front = Front(folder, database)
    try:
        front.start_pooler()
        front.start_proxy()
        yield front
    finally:
        for running in front.running.values():
            running.kill()
