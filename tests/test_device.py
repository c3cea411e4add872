"""The manifest, the service worker and what it may keep, as the server hands them out."""

import hashlib
import json
import re
import struct
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from halved import device
from halved.accounts.looks import LOOKS
from halved.delivery import browsers
from halved.vault.signing import signing_key
from tests.house.test_words_of_ours import HOUSE, telling_word

ASSET = re.compile(r'(?:src|href)="(/static/[^"]+)"')


def script(client: Client) -> HttpResponse:
    return client.get("/sw.js")


def kept(client: Client) -> dict[str, Any]:
    first = script(client).content.decode().partition("\n")[0]
    return dict(json.loads(first.removeprefix("const KEPT = ").removesuffix(";")))


# --- the service worker -----------------------------------------------------------------------


def test_it_may_look_after_the_whole_site_and_is_asked_for_anew_each_time(client):
    answer = script(client)

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Service-Worker-Allowed"] == "/"
    assert answer["Cache-Control"] == "no-cache"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert "script-src 'self'" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/sw.js", "/offline/", "/halved.webmanifest", "/now/", "/now/GB/"]
)
def test_what_a_browser_may_keep_is_the_same_for_everyone_and_sets_no_cookie(sign_in, nia, path):
    stranger = Client().get(path)

    hers = sign_in(nia).get(path)

    assert hers.content == stranger.content
    assert not hers.cookies
    assert "no-store" not in hers["Cache-Control"]
    assert "Cookie" not in hers.get("Vary", "")


@pytest.mark.parametrize("path", ["/now/", "/now/GB/", "/now/FR/", "/offline/"])
def test_a_kept_page_finds_its_style_and_scripts_kept_too(client, path):
    page = client.get(path, headers={"accept-language": "en-GB"}).content.decode()

    found = set(ASSET.findall(page))

    assert found
    assert found <= set(kept(client)["files"])


def test_nothing_else_is_on_the_list(client):
    listed = kept(client)

    assert listed["files"] == [f"/static/halved/{name}" for name in device.FILES]
    assert (listed["offline"], listed["now"]) == ("/offline/", "/now/")
    assert (listed["tidied"], listed["ended"]) == (["/lock/", "/leave/"], ["/sign-out/"])


def test_another_byte_makes_another_version(client, monkeypatch, tmp_path):
    before = kept(client)["version"]
    changed = tmp_path / "worker.js"
    changed.write_text(device.WORKER.read_text() + "\n")

    monkeypatch.setattr(device, "WORKER", changed)
    device._script.cache_clear()
    after = kept(client)["version"]
    device._script.cache_clear()

    assert re.fullmatch("[0-9a-f]{12}", before)
    assert after != before


# --- the manifest -----------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS)
def test_an_installed_one_says_no_more_than_its_tab(client, look):
    answer = client.get(f"/{look}.webmanifest")

    told = answer.json()

    assert answer["Content-Type"] == "application/manifest+json"
    assert told["name"] == told["short_name"] == LOOKS[look].name
    assert not telling_word(told["name"])
    assert set(told) & {"description", "categories", "screenshots", "shortcuts"} == set()
    assert (told["start_url"], told["scope"], told["display"]) == ("/", "/", "standalone")


@pytest.mark.parametrize("look", LOOKS)
def test_its_icons_are_there_and_as_large_as_they_say(client, look):
    icons = client.get(f"/{look}.webmanifest").json()["icons"]

    assert {(icon["sizes"], icon["purpose"]) for icon in icons} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }
    for icon in icons:
        data = (HOUSE / icon["src"].lstrip("/")).read_bytes()
        width, height = struct.unpack(">II", data[16:24])
        assert f"{width}x{height}" == icon["sizes"]
        assert len(data) < 3_000


def test_there_is_no_other_look(client):
    assert client.get("/diary.webmanifest").status_code == 404


# --- the page of the room ---------------------------------------------------------------------


def test_the_page_offers_the_name_and_sign_that_she_chose(sign_in, nia):
    nia.look = "notes"
    nia.save()

    page = sign_in(nia).get("/room/device/")

    assert 'rel="manifest" href="/notes.webmanifest"' in page.content.decode()
    assert "of your tab there: “Notes”." in page.content.decode()
    assert page["Cache-Control"] == "no-store"


# --- messages on the screen -------------------------------------------------------------------

HERS = "https://fcm.googleapis.com/fcm/send/hers"


@pytest.fixture
def with_push(settings, tmp_path) -> None:
    settings.CAN_PUSH, settings.VAPID_KEY_FILE = True, tmp_path / "vapid.key"


def mark(endpoint: str) -> str:
    return hashlib.sha256(endpoint.encode()).hexdigest()


def test_a_browser_finds_the_key_of_this_server_and_afterwards_itself(with_push, sign_in, nia):
    hers = sign_in(nia)
    before = hers.get("/room/device/").content.decode()

    answer = hers.post("/room/device/on/", {"endpoint": HERS})

    page = hers.get("/room/device/").content.decode()
    assert answer["Location"] == "/room/device/#screen"
    assert f'data-push="{signing_key().public}" data-marks=""' in before
    assert f'data-marks="{mark(HERS)}"' in page
    assert "Messages are on in 1 browser." in page
    assert HERS not in page


def test_the_address_of_anything_else_is_not_taken(with_push, sign_in, nia):
    answer = sign_in(nia).post("/room/device/on/", {"endpoint": "https://127.0.0.1/admin"})

    assert answer.status_code == 422
    assert "Nothing was switched on." in answer.content.decode()
    assert not nia.push_subscriptions.exists()


def test_one_browser_can_be_left_out_or_all_of_them(with_push, sign_in, nia):
    hers = sign_in(nia)
    for endpoint in (HERS, f"{HERS}2", f"{HERS}3"):
        hers.post("/room/device/on/", {"endpoint": endpoint})

    hers.post("/room/device/off/", {"endpoint": HERS})
    left = nia.push_subscriptions.count()
    hers.post("/room/device/off/")

    assert left == 2
    assert not nia.push_subscriptions.exists()


def test_nobody_switches_off_what_is_somebody_elses(with_push, sign_in, nia, olu):
    browsers.switch_on(nia, HERS, timezone.now())

    sign_in(olu).post("/room/device/off/", {"endpoint": HERS})

    assert nia.push_subscriptions.count() == 1


def test_a_server_without_push_says_nothing_of_it(sign_in, nia):
    hers = sign_in(nia)

    assert "Messages on the screen" not in hers.get("/room/device/").content.decode()
    assert hers.post("/room/device/on/", {"endpoint": HERS}).status_code == 404
    assert not nia.push_subscriptions.exists()


def test_what_was_on_can_still_be_switched_off_there(sign_in, nia):
    browsers.switch_on(nia, HERS, timezone.now())

    page = sign_in(nia).get("/room/device/").content.decode()

    assert "Stop them everywhere" in page
    assert "data-push" not in page
