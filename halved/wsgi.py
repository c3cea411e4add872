"""What the web server calls."""

import gc
import multiprocessing
import os
import signal

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "halved.settings")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  (so that all pages are imported now)
gc.freeze()  # what is there now stays: nobody need look through it again and again

# Ctrl-C reaches every process of a terminal, and then the first one tells this one to stop as well.
# Two signals at once can hang it (granian 2.8), so it listens to the first process only.
if multiprocessing.parent_process() and hasattr(signal, "pthread_sigmask"):
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

if os.environ.get("HALVED_WORKER_INSIDE"):
    from halved.worker import start_inside

    start_inside()
