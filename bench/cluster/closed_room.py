"""Machines that are none: each has a network of its own, in a place nobody else sees.

The bench starts itself anew in a network, a process table and a table of mounts of its own. Nothing
of the machine is touched, and when it ends, however it ends, all that it started is gone.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bench import machine
from bench.cluster import programs

FOLDER = "HALVED_BENCH_FOLDER"
HERE = "10.8.0.1"  # the machine with PgBouncer, HAProxy and Halved


def enter(module: str, arguments: list[str]) -> Path:
    """Comes back only inside, with a folder on a disk. Outside, it ends with what the bench inside
    ends with, and the folder is gone."""
    if folder := os.environ.get(FOLDER):
        _network_here()
        return Path(folder)
    # A stop from outside must take the folder away as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    # The first process of a process table must look after orphans: a shell does.
    inside = ["sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-m", module, *arguments]
    # Whoever kills the first process kills all; only the folder is then left.
    room = ["setpriv", "--pdeathsig", "KILL", "unshare"]
    own = ["--net", "--mount", "--mount-proc", "--pid", "--fork", "--kill-child"]
    if os.getuid() != 0:
        own = ["--user", "--map-current-user", "--keep-caps", *own]
    with machine.folder() as made:
        env = os.environ | {FOLDER: str(made), "PATH": f"{os.environ['PATH']}:{programs.PATH}"}
        with subprocess.Popen([*room, *own, *inside], env=env) as bench:
            try:
                sys.exit(bench.wait())
            except KeyboardInterrupt:
                sys.exit(130)
            finally:
                bench.kill()


def _network_here() -> None:
    _ip("link set lo up")
    _ip("link add switch type bridge")
    _ip(f"addr add {HERE}/24 dev switch")
    _ip("link set switch up")


@dataclass
class Machine:
    """A network of its own, with a cable to the switch."""

    name: str
    number: int
    holder: subprocess.Popen[bytes]  # as long as it lives, so does the network

    @property
    def address(self) -> str:
        return f"10.8.0.{10 + self.number}"

    @property
    def network(self) -> str:
        return f"/proc/{self.holder.pid}/ns/net"

    def start(self, command: list[str], log: Path, folder: Path) -> subprocess.Popen[bytes]:
        """As PostgreSQL's user where we are root, because PostgreSQL refuses root. Patroni runs on
        the system's Python, which our packages do not fit."""
        env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        with log.open("ab") as out:
            return subprocess.Popen(
                ["nsenter", f"--net={self.network}", *as_postgres(), *command],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                cwd=folder,
                env=env,
                start_new_session=True,
            )

    def signal(self, which: signal.Signals, name: str = "") -> None:
        """To each process on this machine; with `name`, to those of that name only."""
        for pid in self.processes(name):
            with suppress(ProcessLookupError):
                os.kill(pid, which)

    def processes(self, name: str = "") -> list[int]:
        network, found = Path(self.network).readlink(), []
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                of_that_name = name in ("", (folder / "comm").read_text().strip())
                if of_that_name and (folder / "ns/net").readlink() == network:
                    found.append(int(folder.name))
        return [pid for pid in found if pid != self.holder.pid]

    def cut_off(self) -> None:
        """Pulls the cable."""
        _ip(f"link set cable{self.number} down")

    def connect(self) -> None:
        _ip(f"link set cable{self.number} up")


@contextmanager
def machines(count: int) -> Iterator[list[Machine]]:
    made: list[Machine] = []
    try:
        for number in range(1, count + 1):
            made.append(_machine(number))
        yield made
    finally:
        for machine in made:
            machine.signal(signal.SIGKILL)
            machine.holder.kill()
            machine.holder.wait()


def _machine(number: int) -> Machine:
    holder = subprocess.Popen(
        ["unshare", "--net", "sh", "-c", "echo ready; exec sleep infinity"],
        stdout=subprocess.PIPE,
    )
    assert holder.stdout
    holder.stdout.readline()
    machine = Machine(f"node{number}", number, holder)
    _ip(f"link add cable{number} type veth peer name eth0 netns {holder.pid}")
    _ip(f"link set cable{number} master switch up")
    for what in ("link set lo up", f"addr add {machine.address}/24 dev eth0", "link set eth0 up"):
        _run("nsenter", f"--net={machine.network}", "ip", *what.split())
    return machine


def as_postgres() -> list[str]:
    if os.getuid() != 0:
        return []
    return ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups"]


def for_postgres(path: Path) -> Path:
    """A folder that its user may fill."""
    path.mkdir(mode=0o700, exist_ok=True)
    if os.getuid() == 0:
        shutil.chown(path, "postgres", "postgres")
    return path


def _ip(what: str) -> None:
    _run("ip", *what.split())


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
