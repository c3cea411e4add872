"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "halved.settings")
application = get_wsgi_application()

if os.environ.get("HALVED_WORKER_INSIDE"):
    from halved.worker import start_inside

    start_inside()
