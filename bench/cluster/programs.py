"""What must be on the machine, and how to get it."""

import re
import shutil
import subprocess
import sys

from tests import postgres

PACKAGES = {
    "patroni": "patroni",
    "etcd": "etcd-server",
    "pgbouncer": "pgbouncer",
    "haproxy": "haproxy",
    "psql": "postgresql-client",
    "ip": "iproute2",
    "unshare": "util-linux",
    "nsenter": "util-linux",
    "setpriv": "util-linux",
    "wrk": "wrk",
}
PATH = "/usr/sbin:/sbin"


def check() -> None:
    """Ends the bench with one sentence where something is missing."""
    missing = [package for program, package in PACKAGES.items() if not find(program)]
    if postgres.find_programs() is None:
        missing.append("postgresql")
    if missing:
        wanted = " ".join(dict.fromkeys(missing))
        sys.exit(
            "bench: a cluster needs programs that are not here. On Debian:\n"
            f"  apt-get install --no-install-recommends {wanted}\n"
            "Their own services are not used; stop them if they were started: "
            "systemctl disable --now patroni etcd pgbouncer haproxy"
        )


def find(program: str) -> str:
    """Its path, or "". What only root uses is often not on the PATH of others."""
    return shutil.which(program) or shutil.which(program, path=PATH) or ""


def patroni_may_use_etcd3() -> bool:
    """Before 3.0.3 it overwrites who leads, unasked: deploy/cluster/patroni.yml says more."""
    said = subprocess.run(["patroni", "--version"], capture_output=True, text=True, check=True)
    version = [int(number) for number in re.findall(r"\d+", said.stdout)]
    return version >= [3, 0, 3]
