"""The same empty view behind Halved's own middleware: what that costs every page."""

import os

from django.conf import settings

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
settings.ROOT_URLCONF = "bench.empty"

from bench.empty import application  # noqa: E402, F401  (it looks whether there are settings)
