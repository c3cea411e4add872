"""How long the processor works for Help now: `python -m bench.inside.read_help_now COUNT PATH…`.

Prints, a line each: path, and what 95 of 100 requests stay under, in milliseconds.
"""

import os
import statistics
import sys
import time

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from django.test import Client  # noqa: E402


def main() -> None:
    client = Client(headers={"x-forwarded-proto": "https", "host": "halved.example.org"})
    for path in sys.argv[2:]:
        taken = []
        for _ in range(int(sys.argv[1])):
            begun = time.process_time()
            answer = client.get(path, secure=True, headers={"accept-language": "en-GB"})
            taken.append((time.process_time() - begun) * 1000)
            assert answer.status_code == 200, answer.status_code
        print(path, f"{statistics.quantiles(taken[10:], n=20)[-1]:.2f}")


if __name__ == "__main__":
    main()
