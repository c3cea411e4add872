"""The surroundings of every test, set before Django reads its settings.

pyproject.toml loads this with `-p tests.environment`: pytest-django reads the settings before any
conftest.py, and reading them already makes key files in the data folder.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

from halved import __version__

DATA_DIR = Path(tempfile.mkdtemp(prefix="halved-tests-"))
atexit.register(shutil.rmtree, DATA_DIR, ignore_errors=True)
# Where `halved serve` puts static files: tests find them in the source, but it must be there.
(DATA_DIR / f"static-{__version__}").mkdir()
PUBLIC_URL = "http://127.0.0.1:8000"

# Only the store may be chosen from outside (tests.postgres does); nothing else of the person who
# runs the tests may reach them.
_store = os.environ.get("HALVED_DATABASE_URL", "")
for _name in list(os.environ):
    if _name.startswith("HALVED_") or _name == "DJANGO_SETTINGS_MODULE":
        del os.environ[_name]

os.environ.update(
    HALVED_DATA_DIR=str(DATA_DIR),
    HALVED_DATABASE_URL=_store,
    HALVED_MODE="host",
    HALVED_PUBLIC_URL=PUBLIC_URL,
    HALVED_SIGN_UP="open",
    # Nothing answers on port 1. A test whose mail must arrive asks for `smtp`.
    HALVED_SMTP_URL="smtp://127.0.0.1:1",
)
