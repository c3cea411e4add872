"""What `halved directory` can be asked to do. Needs neither settings nor a store."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from zoneinfo import available_timezones


def add_directory_options(parser: ArgumentParser) -> None:
    do = parser.add_subparsers(dest="do", metavar="DO", title="what to do (list)")
    do.add_parser("list", help="the datasets that are here")
    remove = do.add_parser("remove", help="take a dataset away, with all its services")
    remove.add_argument("slug", help="its short name, as the list shows it")
    bring = do.add_parser("import", help="bring in a dataset: HSDS, Open Referral UK, Ohana")
    bring.add_argument("source", help="a file, a folder, a zip, or the address of a feed")
    bring.add_argument("--slug", type=_slug, help="a short name: letters, digits, - (of its name)")
    for name, says in (
        ("name", "what people read it is called"),
        ("publisher", "who publishes it"),
        ("licence", "its licence, as people read it"),
        ("licence-url", "where the licence stands"),
    ):
        bring.add_argument(f"--{name}", default="", metavar="TEXT", help=says)
    bring.add_argument("--timezone", type=_zone, metavar="ZONE", help="of its opening times")
    bring.add_argument(
        "--refresh-days", type=_days, metavar="N", help="fetch it anew every N days; 0: not"
    )
    bring.add_argument("--report", type=Path, metavar="FILE", help="every odd row goes here")


def _slug(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,49}", text):
        raise ArgumentTypeError(f"{text} is no short name: use a-z, 0-9 and -, at most 50")
    return text


def _zone(text: str) -> str:
    if text not in available_timezones():
        raise ArgumentTypeError(f"{text} is no time zone: write it like Europe/London")
    return text


def _days(text: str) -> int:
    if not text.isdigit() or int(text) > 365:
        raise ArgumentTypeError(f"{text} is no number of days from 0 to 365")
    return int(text)
