"""The same empty view with no middleware at all: the least that Django can do, told beside
bench/empty.py."""

from django.conf import settings

settings.configure(ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[], ROOT_URLCONF="bench.empty")

from bench.empty import application  # noqa: E402, F401  (it looks whether there are settings)
