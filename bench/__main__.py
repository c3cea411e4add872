"""`python -m bench` measures, prints each figure beside its limit, and fails when one is over."""

import argparse
import sys
import time
from pathlib import Path

from bench import (
    directory,
    faults,
    gentle,
    growth,
    held,
    machine,
    pages,
    pieces,
    room,
    side,
    start,
    timing,
    weights,
    wording,
    worker,
)

PARTS = {
    "pages": pages.measure,
    "side": side.measure,
    "held": held.measure,
    "growth": growth.measure,
    "worker": worker.measure,
    "start": start.measure,
    "weights": weights.measure,
    "room": room.measure,
    "pieces": pieces.measure,
    "wording": wording.measure,
    "gentle": gentle.measure,
    "timing": timing.measure,
    "directory": directory.measure,
    "faults": faults.measure,
}
BUSY = 0.1


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="less of everything, within a minute")
    parser.add_argument(
        "--picture", type=Path, metavar="FILE", help="draw the curve of growth (SVG)"
    )
    parser.add_argument("parts", nargs="*", help=f"some of: {', '.join(PARTS)}; all without")
    args = parser.parse_args()
    if wrong := set(args.parts) - set(PARTS):
        parser.error(f"there is no {', '.join(sorted(wrong))}; choose from {', '.join(PARTS)}")
    plan = machine.plan(args.quick, args.picture)
    begun, missed = time.monotonic(), []
    with machine.folder() as folder:
        print(f"On this disk 4 kB are safe after {machine.sync_time(folder):.0f} µs.")
        if (busy := machine.busy()) > BUSY:
            print(f"Others keep this machine {busy:.0%} busy: that slows Halved more than nothing.")
        for name in args.parts or PARTS:
            print(f"\n{name}", flush=True)
            for figure in PARTS[name](folder, plan):
                print(figure, flush=True)
                missed += [figure] if not figure.held else []
    print(f"\n{len(missed)} over the limit. It took {time.monotonic() - begun:.0f} s.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
