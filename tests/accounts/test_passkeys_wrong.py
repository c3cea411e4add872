"""What a browser brings in the place of a passkey, and what is not taken."""

import json
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest
from django.test import Client, RequestFactory
from fido2.utils import websafe_encode
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from halved.accounts import passkeys
from halved.accounts.models import Member, Passkey
from halved.vault.keys import house
from tests.accounts.authenticator import HOST, ORIGIN, UP, UV, Authenticator, add, sign_in
from tests.accounts.conftest import enter, is_signed_in
from tests.asks.conftest import shared_store
from tests.asks.test_at_the_same_moment import at_once

__all__ = ["shared_store"]

pytestmark = pytest.mark.django_db
Wrong = Callable[[Authenticator], None]


@pytest.fixture(autouse=True)
def at_home(settings) -> None:
    settings.PASSKEY_HOST, settings.PUBLIC_URL = HOST, ORIGIN


@pytest.fixture
def client(nia: Member) -> Client:
    return enter()


@pytest.fixture
def phone(client: Client) -> Authenticator:
    phone = Authenticator()
    add(client, phone)
    return phone


def asked(browser: Client) -> dict[str, object]:
    return browser.post("/sign-in/passkey/challenge/").json()


def bring(browser: Client, credential: str) -> Client:
    browser.post("/sign-in/passkey/", {"credential": credential})
    return browser


WRONG = {
    "another origin": {"origin": "https://halved.example.evil.example"},
    "another port": {"origin": f"{ORIGIN}:8443"},
    "without tls": {"origin": f"http://{HOST}"},
    "from a frame elsewhere": {"cross_origin": True},
    "another host": {"host": "evil.example"},
    "nobody was there": {"flags": UV},
    "the device was not unlocked": {"flags": UP},
    "no device at all": {"flags": 0},
}


@pytest.mark.parametrize("how", WRONG)
def test_a_passkey_that_is_shown_wrongly_signs_nobody_in(phone, how):
    for name, value in WRONG[how].items():
        setattr(phone, name, value)

    assert not is_signed_in(sign_in(phone))


@pytest.mark.parametrize("how", WRONG)
def test_a_passkey_that_is_made_wrongly_is_not_kept(client, nia, how):
    response = add(client, Authenticator(**WRONG[how]))

    assert response["Location"] == "/room/passkeys/?passkey=no"
    assert not nia.passkeys.exists()


def test_a_passkey_that_nobody_knows_signs_nobody_in(phone):
    assert not is_signed_in(sign_in(Authenticator(handle=phone.handle)))


def test_a_passkey_under_the_name_of_another_signs_nobody_in(phone):
    other = Authenticator(id=phone.id, handle=phone.handle)

    assert not is_signed_in(sign_in(other))


def test_a_passkey_that_says_it_is_somebody_elses_signs_nobody_in(phone, olu):
    phone.handle = house().hash(str(olu.pk), "halved.handle")

    assert not is_signed_in(sign_in(phone))


def test_a_passkey_that_does_not_say_whose_it_is_signs_nobody_in(phone):
    phone.handle = b""

    assert not is_signed_in(sign_in(phone))


def test_the_passkey_of_another_member_can_not_be_added(phone, olu):
    response = add(enter("olu"), phone)

    assert response["Location"] == "/room/passkeys/?passkey=no"
    assert Passkey.objects.get().member.username == "nia"


def test_a_wrong_and_an_unknown_passkey_get_the_same_answer(phone):
    wrong, unknown = Client(), Client()
    phone.key = Authenticator().key

    answers = [
        browser.post("/sign-in/passkey/", {"credential": shown.show(asked(browser))})
        for browser, shown in ((wrong, phone), (unknown, Authenticator(handle=phone.handle)))
    ]

    assert answers[0]["Location"] == answers[1]["Location"] == "/sign-in/?passkey=no&next=/"
    assert {*answers[0].headers} == {*answers[1].headers}


# --- challenges -------------------------------------------------------------------------------


def test_a_challenge_that_was_made_up_is_not_taken(phone):
    made_up = {"challenge": websafe_encode(b"c" * 56)}

    assert not is_signed_in(bring(Client(), phone.show(made_up)))


def test_a_challenge_of_another_browser_is_not_taken(phone):
    elsewhere = asked(Client())
    here = Client()
    asked(here)

    assert not is_signed_in(bring(here, phone.show(elsewhere)))


def test_a_challenge_for_another_purpose_is_not_taken(client, phone):
    row = Passkey.objects.get()
    to_open = client.post(f"/room/passkeys/{row.pk}/challenge/").json()
    to_add = client.post("/room/passkeys/new/").json()
    to_sign_in = asked(client)

    for options in (to_open, to_add):
        response = client.post("/sign-in/passkey/", {"credential": phone.show(options)})
        assert "passkey=no" in response["Location"]
    for options in (to_add, to_sign_in):
        form = {"credential": phone.show(options)}
        assert "passkey=no" in client.post(f"/room/passkeys/{row.pk}/open/", form)["Location"]
    assert Passkey.objects.get().room is None


def test_after_five_minutes_a_challenge_is_not_taken(phone, later):
    browser = Client()
    options = asked(browser)

    later(minutes=5.01)

    assert not is_signed_in(bring(browser, phone.show(options)))


def test_what_was_shown_once_is_not_taken_again(phone):
    browser = Client()
    shown = phone.show(asked(browser))
    thief = Client()
    thief.cookies["csrf"] = browser.cookies["csrf"].value

    assert is_signed_in(bring(browser, shown))

    assert not is_signed_in(bring(thief, shown))


def test_what_was_made_once_is_not_kept_again(client, nia):
    phone = Authenticator()
    made = phone.make(client.post("/room/passkeys/new/").json())
    client.post("/room/passkeys/", {"name": "One", "credential": made})
    nia.passkeys.all().delete()

    client.post("/room/passkeys/", {"name": "Two", "credential": made})

    assert not nia.passkeys.exists()


@pytest.mark.store
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("counts", [False, True])
def test_of_fifty_uses_of_one_challenge_at_once_one_passes(shared_store, nia, settings, counts):
    phone = Authenticator(counts=counts, handle=house().hash(str(nia.pk), "halved.handle"))
    row = Passkey(member=nia, id_hash=house().hash(phone.id.hex(), "halved.credid"))
    row.credential = {"key": phone.attested().hex(), "count": 0}
    row.save()
    request = RequestFactory().post("/")
    request.META["CSRF_COOKIE"] = "x" * 32
    options = passkeys.to_use(request, passkeys.SIGN_IN)

    def use(shown: str) -> bool:
        with suppress(passkeys.NotTaken):
            return bool(passkeys.use(request, passkeys.SIGN_IN, shown))
        return False

    came = at_once(*[partial(use, phone.show(options)) for _ in range(50)])

    assert came.count(True) <= 1
    assert came.count(True) == 1 or counts, "Of those that count, an earlier one may come too late."


# --- counting ---------------------------------------------------------------------------------


@pytest.mark.store
def test_a_passkey_that_counts_signs_in_as_long_as_it_counts_on(client):
    phone = Authenticator(counts=True)
    add(client, phone)

    assert is_signed_in(sign_in(phone))
    assert is_signed_in(sign_in(phone))
    assert Passkey.objects.get().credential["count"] == 2


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_passkey_that_counts_back_may_be_a_copy_and_signs_nobody_in(client, count):
    phone = Authenticator(counts=True, count=4)
    add(client, phone)
    assert is_signed_in(sign_in(phone))

    phone.count = count

    assert not is_signed_in(sign_in(phone))
    assert Passkey.objects.get().credential["count"] == 5


# --- anything else ----------------------------------------------------------------------------


@pytest.mark.parametrize("brought", ["", "x", "[]", "null", "3", "{}", '{"id": 3}', '{"id": "w"}'])
def test_what_is_no_passkey_signs_nobody_in_and_breaks_nothing(client, nia, brought):
    response = Client().post("/sign-in/passkey/", {"credential": brought})
    kept = client.post("/room/passkeys/", {"name": "x", "credential": brought})

    assert "passkey=no" in response["Location"]
    assert "passkey=no" in kept["Location"]
    assert not nia.passkeys.exists()


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.binary().map(websafe_encode),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=4), inside),
    max_leaves=5,
)
PARTS = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
PLACES = [["id"], ["rawId"], ["type"], ["response"], ["clientExtensionResults"]]
PLACES += [["response", name] for name in PARTS]


@examples(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.sampled_from(PLACES), value=JSON)
def test_whatever_stands_in_a_part_of_it_is_refused_and_breaks_nothing(client, nia, place, value):
    nia.passkeys.all().delete()
    phone = Authenticator()
    made = json.loads(phone.make(client.post("/room/passkeys/new/").json()))
    inside = made if len(place) == 1 else made["response"]
    good = inside.get(place[-1])
    inside[place[-1]] = value

    response = client.post("/room/passkeys/", {"name": "x", "credential": json.dumps(made)})

    needed = place[-1] in ("clientDataJSON", "attestationObject")
    assert response.status_code == 302
    assert not (needed and value != good and nia.passkeys.exists())
