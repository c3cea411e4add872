"""What every door and every private page has in common: where it leads, what caches and cookies
may keep."""

import http.client
import re
from collections.abc import Callable
from http.cookies import Morsel, SimpleCookie
from urllib.parse import quote, urlencode, urlsplit

import pytest
from django.http import HttpResponse
from django.test import Client

from halved.accounts.models import Member
from halved.accounts.views import DEMO_PASSPHRASE
from tests import processes
from tests.accounts.conftest import enter, is_open, unlock
from tests.conftest import PASSPHRASE
from tests.journeys.furnished import Room, address, furnish, patterns

pytestmark = pytest.mark.django_db

ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example",
    "//evil.example/",
    "///evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "https:evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "data:text/html,hello",
    " https://evil.example/",
    "\thttps://evil.example/",
    "/\t/evil.example/",
    "http://localhost/",
    "http://127.0.0.1:8000@evil.example/",
    "evil.example",
    "home",
    "setup",
    "",
    "ü",
]


# --- where a door leads -----------------------------------------------------------------------


def assert_leads_to_this_server(response: HttpResponse) -> None:
    assert response.status_code == 302, response.content.decode()
    place = response["Location"]
    parts = urlsplit(place)
    assert (parts.scheme, parts.netloc) == ("", "")
    assert place.startswith("/")
    assert not place.startswith(("//", "/\\", "/\t"))


@pytest.mark.parametrize("wanted", ELSEWHERE)
def test_no_door_leads_to_another_server(nia, wanted):
    form = {"login": "nia", "password": PASSPHRASE, "next": wanted}

    assert_leads_to_this_server(Client().post("/sign-in/", form))
    assert_leads_to_this_server(Client().post(f"/sign-in/?next={quote(wanted)}", form))
    client = enter()
    assert_leads_to_this_server(client.get(f"/sign-in/?next={quote(wanted)}"))
    assert_leads_to_this_server(unlock(client, next=wanted))
    assert "evil" not in client.get(f"/unlock/?next={quote(wanted)}").content.decode()


@pytest.mark.parametrize("wanted", ["/asks/", "/circle/new/?next=/asks/", "/carrying/"])
def test_every_door_leads_on_to_the_page_one_came_for(nia, wanted):
    form = {"login": "nia", "password": PASSPHRASE}

    assert Client().post("/sign-in/", form | {"next": wanted})["Location"] == wanted
    assert unlock(enter(), next=wanted)["Location"] == wanted
    response = enter().post(f"/unlock/?next={quote(wanted)}", {"passphrase": PASSPHRASE})
    assert response["Location"] == wanted


def test_signing_up_leads_to_the_code_and_nowhere_else(db):
    form = {"username": "dora", "password1": PASSPHRASE, "password2": PASSPHRASE}

    response = Client().post("/sign-up/?next=//evil.example/", form)

    assert_leads_to_this_server(response)


# --- the door of the demo ---------------------------------------------------------------------


@pytest.fixture
def demo(settings) -> str:
    settings.DEMO_TOKEN = "a-token-of-this-demo"
    Member.objects.create_member("nia", DEMO_PASSPHRASE)
    return "/demo/a-token-of-this-demo/"


def test_the_door_of_the_demo_opens_once_by_its_button(demo):
    client = Client()
    assert client.get(demo).status_code == 200
    assert not is_open(client), "Whoever only looks at the link changes nothing."

    assert client.post(demo)["Location"] == "/"

    assert is_open(client)
    assert Client().get(demo).status_code == 404
    assert Client().post(demo).status_code == 404


@pytest.mark.parametrize("token", ["x", "a-token-of-this-dem", "ü"])
def test_no_other_door_opens_the_demo(demo, token):
    assert Client().post(f"/demo/{token}/").status_code == 404


def test_where_there_is_no_demo_there_is_no_door(demo, settings):
    settings.DEMO_TOKEN = ""

    assert Client().post(demo).status_code == 404


# --- what a cache may keep --------------------------------------------------------------------

# The same for everyone, and nothing of anyone in them.
PUBLIC = {
    "safety:now", "safety:country", "account_inactive", "reflection:known", "archive:gone",
    "manifest", "offline", "service_worker",
}  # fmt: skip
ASKED_AGAIN = {"feed"}  # a calendar program keeps it, and asks whether it is still the same


def visitors(room: Room) -> dict[str, Client]:
    locked, open_room = enter(), enter()
    locked.post("/lock/")
    return {"signed out": Client(), "locked": locked, "open": open_room}


@pytest.mark.parametrize("who", ["signed out", "locked", "open"])
def test_no_cache_keeps_a_private_page(nia, who):
    room = furnish(nia)
    client = visitors(room)[who]
    public = PUBLIC | ASKED_AGAIN | ({"home"} if who == "signed out" else set())

    pages = {name: client.get(address(name, room)) for name in patterns() if name not in public}

    shown = {name: page for name, page in pages.items() if page.status_code == 200}
    assert len(shown) >= 5
    assert not [
        name for name, page in shown.items() if "no-store" not in page.get("Cache-Control", "")
    ]


def test_no_cache_keeps_what_a_form_brings_back(nia):
    room = furnish(nia)
    client = enter()
    pages = ["room", "change_passphrase", "circle:new", "reflection:edit", "home", "account_login"]

    for name in pages:
        response = client.post(address(name, room), {"words": "", "name": ""})
        assert response.status_code == 302 or "no-store" in response["Cache-Control"], name


# --- cookies ----------------------------------------------------------------------------------


def test_no_script_reads_a_cookie_and_no_other_site_sends_one(nia):
    client = Client()
    client.get("/sign-in/")
    client.post("/sign-in/", {"login": "nia", "password": PASSPHRASE})

    assert set(client.cookies) == {"csrf", "session", "room"}
    for cookie in client.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax", cookie.key
        assert cookie["path"] == "/", cookie.key
        assert cookie["domain"] == "", cookie.key


def test_the_room_cookie_goes_when_the_browser_closes(nia):
    cookie = enter().cookies["room"]

    assert (cookie["max-age"], cookie["expires"]) == ("", "")


def test_help_and_the_first_page_need_no_cookie(client):
    for path in ("/", "/now/", "/now/GB/"):
        assert client.get(path).status_code == 200

    assert not client.cookies


def test_behind_tls_cookies_go_over_tls_only_and_to_this_host_only(
    start_server: Callable[..., processes.Server],
):
    server = start_server(HALVED_PUBLIC_URL=PUBLIC_URL)
    proxy = Proxy(server.port)
    [token] = re.findall(r'csrfmiddlewaretoken" value="(\w+)"', proxy.ask("GET", "/sign-up/"))
    form = {"username": "dora", "password1": PASSPHRASE, "password2": PASSPHRASE}

    proxy.ask("POST", "/sign-up/", form | {"csrfmiddlewaretoken": token})

    assert "Your recovery code" in proxy.ask("GET", "/room/code/")
    assert set(proxy.cookies) == {"__Host-csrf", "__Host-session", "__Host-room"}
    for cookie in proxy.cookies.values():
        assert cookie["secure"] and cookie["httponly"], cookie.key
        assert (cookie["path"], cookie["domain"]) == ("/", ""), cookie.key


PUBLIC_URL = "https://halved.example.org"


class Proxy:
    """Hands requests on as the operator's TLS proxy does, for one browser."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, Morsel] = {}

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> str:
        headers = {
            "Host": "halved.example.org",
            "X-Forwarded-Proto": "https",
            "Origin": PUBLIC_URL,
            "Cookie": "; ".join(f"{key}={cookie.value}" for key, cookie in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, urlencode(form or {}), headers)
        response = connection.getresponse()
        page = response.read().decode()
        connection.close()
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= SimpleCookie(line)
        return page
