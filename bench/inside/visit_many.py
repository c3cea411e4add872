"""What people meet in a store, whatever its size. Prints it as JSON: medians in milliseconds.

Twenty members are made for it, sealed for real. Each signs in, opens the first page, and is
answered: somebody opens their link, reads, and says yes. In between the worker looks for what is
due.
"""

import json
import os
import statistics
import time
from collections.abc import Callable
from uuid import uuid4

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.utils import timezone  # noqa: E402

from bench.inside.open_a_room import PASSPHRASE, live  # noqa: E402
from halved.accounts.models import Member  # noqa: E402
from halved.vault.crypto import form_key  # noqa: E402
from halved.worker import one_pass, tidy  # noqa: E402

MEMBERS, TIMES = 20, 5


class Taken:
    def __init__(self) -> None:
        self.milliseconds: dict[str, list[float]] = {}

    def page(self, name: str, fetch: Callable[[], HttpResponse], status: int = 200) -> None:
        begun = time.perf_counter()
        answer = fetch()
        self.milliseconds.setdefault(name, []).append((time.perf_counter() - begun) * 1e3)
        assert answer.status_code == status, (name, answer.status_code)

    def work(self, name: str, do: Callable[[], object]) -> None:
        begun = time.perf_counter()
        do()
        self.milliseconds.setdefault(name, []).append((time.perf_counter() - begun) * 1e3)


def visit(nia: Member, token: str, taken: Taken) -> None:
    client = Client(headers={"x-forwarded-proto": "https"})
    door = {"login": nia.username, "password": PASSPHRASE}
    taken.page("sign-in", lambda: client.post("/sign-in/", door, secure=True), 302)
    for _ in range(TIMES):
        taken.page("home", lambda: client.get("/", secure=True))
        taken.page("asked page", lambda: Client().post(f"/a/{token}/"))
        taken.work("worker pass", one_pass)
    said = {"key": form_key(token), "answer": "yes", "words": "Of course."}
    taken.page("answer", lambda: Client().post(f"/a/{token}/answer/", said), 303)


def main() -> None:
    call_command("collectstatic", verbosity=0, interactive=False)
    setup_test_environment()
    taken = Taken()
    for number in range(MEMBERS):
        nia = Member.objects.create_member(f"visitor-{uuid4().hex}", PASSPHRASE)
        visit(nia, live(nia).token, taken)
        if not number:  # what the first visit puts together is no matter of size
            taken = Taken()
    taken.work("tidying up", lambda: tidy(timezone.now()))
    print(json.dumps({name: statistics.median(all_) for name, all_ in taken.milliseconds.items()}))


if __name__ == "__main__":
    main()
