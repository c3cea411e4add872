"""Help now and Leave now answer while the store is gone."""

import time
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest

from tests.journeys.visitors import Page

FORM_KEY = "abcdefghijklmnopqrstuvwxyz012345"
COOKIES = {"Cookie": f"session={FORM_KEY}; room=c2VjcmV0; csrf={FORM_KEY}"}


@pytest.fixture(scope="module")
def server_url(tmp_path_factory):
    """`halved serve` on a store that breaks once it runs."""
    from tests import processes

    folder = tmp_path_factory.mktemp("broken")
    store = folder / "store.sqlite3"
    server = processes.start_server(folder, HALVED_DATABASE_URL=f"sqlite:///{store}")
    for file in folder.glob("store.sqlite3*"):
        file.write_bytes(b"no store any more " * 5000)
    yield server.url
    server.kill()


def ask(url, data=None):
    try:
        with urlopen(Request(url, data=data, headers=COOKIES), timeout=10) as answer:
            return answer.status, answer.headers, answer.read().decode()
    except HTTPError as error:
        return error.code, error.headers, error.read().decode()


def test_the_store_is_really_gone(server_url):
    status, _, page = ask(f"{server_url}/")

    assert status == 503
    assert "can’t reach the place where everything is kept" in page
    assert "/now/" in page


def test_an_answer_comes_back_to_be_copied_or_sent_once_more(server_url):
    sent = {"key": "k1", "answer": "part", "words": 'Half an hour,\n"from" <five>.'}

    status, headers, page = ask(f"{server_url}/a/a-long-token/answer/", urlencode(sent).encode())

    assert status == 503
    assert headers["Retry-After"] == "10"
    assert headers["Cache-Control"] == "no-store"
    assert Page(page).text.count('Half an hour, "from" <five>.') == 1
    form = Page(page).form({}, to="/a/a-long-token/answer/")
    assert dict(form.filled({})) == sent


def test_a_passphrase_does_not_come_back(server_url):
    sent = {"login": "nia", "password": "small stones", "csrfmiddlewaretoken": FORM_KEY}

    status, _, page = ask(f"{server_url}/sign-in/", urlencode(sent).encode())

    assert status == 503
    assert "small stones" not in page
    assert "fill it in once more" in page


def test_a_proxy_learns_that_it_lives_and_can_do_no_work(server_url):
    assert ask(f"{server_url}/health/live")[0] == 200
    assert ask(f"{server_url}/health/ready")[0] == 503


def test_help_now_answers_all_the_same_and_quickly(server_url):
    took = []
    for path in ("/now/", "/now/?choose=1", "/now/GB/", "/now/?zone=Europe/Dublin") * 5:
        began = time.perf_counter()
        status, _, page = ask(server_url + path)
        took.append(time.perf_counter() - began)

        assert status == 200
        assert "tel:" in page

    assert sorted(took)[len(took) // 2] < 0.05, "half of all answers within 50 ms"


def test_leave_now_leads_away_and_this_browser_loses_its_half_of_the_key(server_url):
    status, headers, _ = ask(f"{server_url}/leave/", data=b"")

    assert status == 200
    assert headers["Refresh"] == "0; url=https://www.bbc.co.uk/weather"
    assert any(
        cookie.startswith('room="";') and "Max-Age=0" in cookie
        for cookie in headers.get_all("Set-Cookie")
    )
