"""Where keys lie, who can read them, and that there is never more than one of each."""

import base64
import os
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from halved.vault import crypto, keys
from halved.vault.crypto import CannotOpen
from halved.vault.keys import BadHouseKey, HouseKey, house
from tests import processes

PLACE = "asks.Invitation.route:1"
ONE, TWO = (base64.b64encode(bytes([number]) * 32).decode() for number in (1, 2))


@pytest.fixture
def folder(tmp_path, settings):
    """A data folder that is not there yet, as on the first start."""
    settings.HOUSE_KEYS = ""
    settings.HOUSE_KEY_FILE = tmp_path / "data" / "house.key"
    return tmp_path / "data"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# --- files ------------------------------------------------------------------------------------


def test_only_the_owner_reads_keys_and_their_folder(folder):
    before = os.umask(0)
    try:
        house()
        keys.read_or_make_secret(folder / "secret.key")
    finally:
        os.umask(before)

    assert mode(folder) == 0o700
    assert {path.name: mode(path) for path in folder.iterdir()} == {
        "house.key": 0o600,
        "secret.key": 0o600,
    }


def test_a_rotated_key_is_still_for_the_owner_only(folder):
    keys.write_secret(folder / "house.key", house().with_new_seal().write())

    assert mode(folder / "house.key") == 0o600


def test_a_secret_is_made_once_and_then_read(tmp_path):
    first = keys.read_or_make_secret(tmp_path / "secret.key")

    assert len(base64.urlsafe_b64decode(first + "=")) == 32
    assert keys.read_or_make_secret(tmp_path / "secret.key") == first


def test_what_was_there_first_stays(tmp_path):
    kept = keys.make_secret_once(tmp_path / "secret.key", "the first")

    assert keys.make_secret_once(tmp_path / "secret.key", "the second") == kept == "the first"
    assert (tmp_path / "secret.key").read_text() == "the first"


def test_eight_threads_that_start_at_once_share_one_house_key(folder):
    with ThreadPoolExecutor(8) as pool:
        marks = set(pool.map(lambda _: house().lookup, range(64)))

    assert len(marks) == 1
    assert [path.name for path in folder.iterdir()] == ["house.key"]


def test_eight_processes_that_start_at_once_share_one_secret(tmp_path):
    path = tmp_path / "data" / "secret.key"
    code = "input(); print(read_or_make_secret(Path(sys.argv[1])))"
    starts = [python(f"{IMPORTS}; {code}", str(path)) for _ in range(8)]

    for process in starts:
        process.stdin.write("now\n")
        process.stdin.flush()
    secrets = {process.communicate()[0].strip() for process in starts}

    assert secrets == {path.read_text()}
    assert [file.name for file in path.parent.iterdir()] == ["secret.key"]


IMPORTS = "import sys; from pathlib import Path; from halved.vault.keys import read_or_make_secret"


def python(code: str, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    """A fresh process that sees nothing of this one's settings."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=processes.ROOT,
        env=processes.environment(Path("nowhere"), **environment),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_reader_never_sees_half_a_key(folder):
    old, new = HouseKey.new().write(), HouseKey.new().with_new_seal().write()
    path = folder / "house.key"
    keys.write_secret(path, old)

    with ThreadPoolExecutor(2) as pool:
        writer = pool.submit(lambda: [keys.write_secret(path, text) for text in [old, new] * 50])
        seen = set()
        while not writer.done():
            seen.add(path.read_text())

    assert seen <= {old, new}
    assert seen


# --- what a house key looks like --------------------------------------------------------------


@hypothesis_settings(max_examples=50, deadline=None)
@given(
    lookup=st.binary(min_size=32, max_size=32),
    seals=st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=4),
)
def test_a_house_key_reads_as_it_was_written(lookup, seals):
    key = HouseKey(lookup, tuple(seals))

    assert HouseKey.parse(key.write()) == key
    assert HouseKey.parse(" ".join(key.write().split())) == key


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "at least one seal"),
        ("   \n", "at least one seal"),
        (f"lookup:{ONE}", "at least one seal"),
        (f"seal:{ONE}", "one lookup key"),
        (f"lookup:{ONE} lookup:{TWO} seal:{ONE}", "one lookup key"),
        (f"lookup:{ONE} seal:c2hvcnQ=", "32 bytes"),
        (f"lookup:c2hvcnQ= seal:{ONE}", "32 bytes"),
        (f"lookup:{ONE} seal:", "32 bytes"),
        (f"lookup:{ONE} seal", "32 bytes"),
        (f"lookup:{ONE} seal:{ONE[:-2]}", "lookup:BASE64 seal:BASE64"),
        (f"lookup:{ONE} seal:not*base64", "lookup:BASE64 seal:BASE64"),
        (f"lookup:{ONE} seal:häßlich", "lookup:BASE64 seal:BASE64"),
        (f"lookup:{ONE} seal:{ONE} other:{TWO}", "lookup:BASE64 seal:BASE64"),
        (ONE, "lookup:BASE64 seal:BASE64"),
    ],
)
def test_a_house_key_that_is_none_says_what_it_must_look_like(text, advice):
    with pytest.raises(BadHouseKey, match=advice) as found:
        HouseKey.parse(text)

    assert ONE not in str(found.value), "The message goes into logs."


def test_no_text_form_of_a_house_key_shows_it():
    key = HouseKey.parse(f"lookup:{ONE} seal:{TWO}")

    shown = f"{key} {key!r}"

    assert repr(key.lookup) not in shown
    assert repr(key.seals[0]) not in shown


# --- from where -------------------------------------------------------------------------------


def test_the_house_key_of_the_environment_goes_before_the_file(folder, settings):
    in_file = house()

    settings.HOUSE_KEYS = f"lookup:{ONE} seal:{TWO}"

    assert house() == HouseKey(b"\x01" * 32, (b"\x02" * 32,)) != in_file


def test_with_a_house_key_in_the_environment_no_file_is_made(folder, settings):
    settings.HOUSE_KEYS = f"lookup:{ONE} seal:{TWO}"

    house()

    assert not folder.exists()


def house_key_of_a_process(tmp_path: Path, **environment: str) -> list[str]:
    django = {"HALVED_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "halved.settings"}
    code = "from halved.vault.keys import house; print(house().write())"
    with python(code, **django | environment) as process:
        return process.communicate()[0].split()


def test_a_process_takes_its_house_key_from_the_environment(tmp_path):
    text = f"lookup:{ONE} seal:{TWO}"

    assert house_key_of_a_process(tmp_path, HALVED_HOUSE_KEY=text) == text.split()


def test_a_process_takes_its_house_key_from_a_file_that_the_environment_names(tmp_path):
    secret = tmp_path / "mounted-secret"
    secret.write_text(f"lookup:{ONE}\nseal:{TWO}\n")

    found = house_key_of_a_process(tmp_path, HALVED_HOUSE_KEY_FILE=str(secret))

    assert found == secret.read_text().split()


# --- sealing under it -------------------------------------------------------------------------


def test_every_seal_opens_and_the_newest_seals():
    old = HouseKey.new()
    new = old.with_new_seal()

    box = old.seal(b"to whom", PLACE)

    assert new.unseal(box, PLACE) == b"to whom"
    assert new.seal(b"to whom", PLACE)[:4] == new.mark() != old.mark()
    with pytest.raises(CannotOpen):
        old.unseal(new.seal(b"to whom", PLACE), PLACE)


def test_a_box_whose_seal_is_gone_does_not_open():
    old = HouseKey.new()
    box = old.seal(b"to whom", PLACE)

    with pytest.raises(CannotOpen):
        HouseKey(old.lookup, (crypto.new_key(),)).unseal(box, PLACE)


def test_a_box_of_the_house_opens_in_no_other_place_and_never_changed():
    key = HouseKey.new()
    box = key.seal(b"to whom", PLACE)

    with pytest.raises(CannotOpen):
        key.unseal(box, "asks.Invitation.route:2")
    for place in range(len(box)):
        with pytest.raises(CannotOpen):
            key.unseal(box[:place] + bytes([box[place] ^ 1]) + box[place + 1 :], PLACE)
        with pytest.raises(CannotOpen):
            key.unseal(box[:place], PLACE)


def test_hashes_to_look_up_by_survive_a_rotation():
    old = HouseKey.new()

    new = old.with_new_seal()

    assert new.hash("ben@example.org", "halved.optout") == old.hash(
        "ben@example.org", "halved.optout"
    )
    assert new.hash("ben@example.org", "halved.written") != old.hash(
        "ben@example.org", "halved.optout"
    )


def test_a_rotation_by_somebody_else_reaches_a_running_process_at_once(folder):
    old = house()

    for _ in range(20):
        new = house().with_new_seal()
        keys.write_secret(folder / "house.key", new.write())

        assert house() == new
    assert house().seals[-1:] == old.seals


# --- a member's key ---------------------------------------------------------------------------


def test_the_passphrase_gives_the_member_key_back():
    key = crypto.new_key()

    wrapped = keys.wrap_with_passphrase(key, "a river of small stones", PLACE)

    assert keys.unwrap_with_passphrase(wrapped, "a river of small stones", PLACE) == key


@pytest.mark.parametrize("typed", ["", "a river of small stone", " a river of small stones"])
def test_nothing_else_gives_it_back(typed):
    wrapped = keys.wrap_with_passphrase(crypto.new_key(), "a river of small stones", PLACE)

    with pytest.raises(keys.WrongPassphrase):
        keys.unwrap_with_passphrase(wrapped, typed, PLACE)


def test_a_wrap_of_somebody_else_does_not_open():
    wrapped = keys.wrap_with_passphrase(crypto.new_key(), "a river of small stones", PLACE)

    with pytest.raises(keys.WrongPassphrase):
        keys.unwrap_with_passphrase(wrapped, "a river of small stones", "elsewhere")


def test_each_wrap_has_a_salt_of_its_own():
    key = crypto.new_key()

    wraps = {keys.wrap_with_passphrase(key, "a river of small stones", PLACE) for _ in range(3)}

    assert len({base64.b64decode(wrap.split("$")[1])[: crypto.SALT_BYTES] for wrap in wraps}) == 3


@pytest.mark.parametrize("box", [b"", b"x", b"x" * 100])
def test_a_recovery_code_that_is_none_opens_nothing(box):
    with pytest.raises(keys.WrongPassphrase):
        keys.unwrap_with_code(box, crypto.new_recovery_code(), PLACE)


def test_of_sixteen_derivations_two_run_at_a_time(monkeypatch):
    derive, counting = crypto.derive, threading.Lock()
    running: list[str] = []
    seen: set[int] = set()

    def watched(passphrase: str, salt: bytes) -> bytes:
        with counting:
            running.append(passphrase)
            seen.add(len(running))
        try:
            return derive(passphrase, salt)
        finally:
            with counting:
                running.remove(passphrase)

    monkeypatch.setattr(crypto, "derive", watched)
    monkeypatch.setattr(crypto, "PASSPHRASE_MEMORY", 4 * 1024 * 1024)
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: keys.wrap_with_passphrase(b"k" * 32, "a river", PLACE), range(32)))

    assert seen == {1, 2}
