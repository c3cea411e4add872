"""How the address of the store is read, and how long a store that says nothing is waited for."""

import json
import subprocess
import sys
from typing import Any

from tests import processes

SHOW = "import json; from halved import settings; print(json.dumps(settings.DATABASES['default']))"


def read(address: str, folder: Any) -> dict[str, Any]:
    env = processes.environment(folder, HALVED_DATABASE_URL=address)
    shown = subprocess.run([sys.executable, "-c", SHOW], env=env, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(shown.stdout)
    return found


def test_several_hosts_stand_beside_each_other(tmp_path):
    store = read("postgres://halved:s%40@db1:5432,db2:5433/halved?sslmode=require", tmp_path)

    assert (store["HOST"], store["PORT"], store["PASSWORD"]) == ("db1,db2", "5432,5433", "s@")
    assert store["OPTIONS"]["sslmode"] == "require"


def test_a_store_that_says_nothing_is_given_up_unless_the_address_says_otherwise(tmp_path):
    usual = read("postgres://halved@db1/halved", tmp_path)["OPTIONS"]
    patient = read("postgres://halved@db1/halved?connect_timeout=60", tmp_path)["OPTIONS"]

    assert usual["connect_timeout"] <= 10
    assert usual["tcp_user_timeout"] <= 30_000
    assert patient == usual | {"connect_timeout": 60}
