"""A disk of a few megabytes of its own. It can be full, and it can be read-only, for real."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from tests import processes

# Whoever is not root mounts as the root of a user namespace of their own.
_AS_ROOT = os.getuid() == 0
_UNSHARE = ["unshare", "--mount", *([] if _AS_ROOT else ["--user", "--map-root-user"])]
_ENTER = ["nsenter", "--mount", *([] if _AS_ROOT else ["--user", "--preserve-credentials"])]
_MOUNT = 'mount -t tmpfs -o "size=$1" tmpfs "$0"'
BLOCK = 4096


@cache
def can_mount() -> bool:
    """Whether this machine lets us mount anything: Linux does, containers often do not."""
    try:
        tried = subprocess.run([*_UNSHARE, "sh", "-c", _MOUNT, "/mnt", "1m"], capture_output=True)
    except FileNotFoundError:
        return False
    return tried.returncode == 0


class SmallDisk:
    """A tmpfs at `folder`, for the processes that `start` starts. The test sees it at `seen`."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self.folder = folder
        holding = ["sh", "-c", f"{_MOUNT} && echo there && exec sleep 1000", folder]
        self.holder = subprocess.Popen(
            [*_UNSHARE, *holding, f"{megabytes}m"], stdout=subprocess.PIPE, text=True
        )
        assert self.holder.stdout
        assert self.holder.stdout.readline() == "there\n"
        self.seen = Path(f"/proc/{self.holder.pid}/root{folder}")
        self._filler = self.seen / "filler"

    def end(self) -> None:
        self.holder.kill()
        self.holder.communicate()

    def fill(self, leave: int = 0) -> None:
        """Until not one more block fits; or so many bytes are left."""
        with self._filler.open("ab", buffering=0) as file:
            try:
                while file.write(b"x" * BLOCK):
                    pass
            except OSError:
                assert shutil.disk_usage(self.seen).free == 0
            file.truncate(file.tell() - leave)

    def make_room(self) -> None:
        self._filler.unlink()

    def make_read_only(self) -> None:
        """Nothing may be writing to it."""
        self._inside("mount", "-o", "remount,ro", str(self.folder))

    def make_writable(self) -> None:
        self._inside("mount", "-o", "remount,rw", str(self.folder))

    def start(self, *arguments: str, log: Path, **settings: str) -> processes.Running:
        """`halved ARGUMENTS` on this disk, with the least work for each passphrase."""
        env = processes.environment(self.folder / "data", **settings)
        with log.open("ab") as out:
            process = subprocess.Popen(
                # The working folder is lost on the way in.
                [*self._entering(), "sh", "-c", 'cd "$0" && exec "$@"', str(processes.ROOT),
                 sys.executable, "-m", "tests.quick", *arguments],
                env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
            )  # fmt: skip
        return processes.Running(process, env, log)

    def _inside(self, *command: str) -> None:
        subprocess.run([*self._entering(), *command], check=True, capture_output=True)

    def _entering(self) -> list[str]:
        return [*_ENTER, f"--target={self.holder.pid}"]
