"""Web push: an empty message, to a browser at a known push service, over the open internet only."""

from __future__ import annotations

import base64
import json
import socket
from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from halved import outgoing
from halved.asks import actions
from halved.asks.rules import Answer, Reply, Way
from halved.delivery import actions as delivery
from halved.delivery import browsers
from halved.delivery.channels import push
from halved.delivery.channels.email import NotSent
from halved.delivery.models import Message, PushSubscription
from halved.vault import rotation
from halved.vault.signing import BadSigningKey, SigningKey, signing_key
from tests.asks.asking import ask_people, place_of
from tests.delivery.letters import DAY, HOUR, MINUTE, MORNING, run_worker
from tests.delivery.push_service import HOST, PushService

NIGHT = MORNING + timedelta(hours=14)


@pytest.fixture
def service(settings, monkeypatch, tmp_path) -> Iterator[PushService]:
    """A push service on the operator's list. Its name leads to this machine, and for once that
    counts as the open internet."""
    with PushService(tmp_path) as found:
        settings.CAN_PUSH, settings.PUSH_HOSTS = True, [found.name]
        settings.VAPID_KEY_FILE = tmp_path / "vapid.key"
        monkeypatch.setenv("SSL_CERT_FILE", str(found.certificate))
        leads_to(monkeypatch, "127.0.0.1")
        monkeypatch.setattr(outgoing, "is_public", lambda address: True)
        yield found


def leads_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Where every name leads."""

    def look_up(host: str, port: int, *_: object, **__: object) -> list[object]:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses
        ]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


# --- what is sent -----------------------------------------------------------------------------


def test_a_browser_is_woken_with_an_empty_message(service):
    push.wake(service.endpoint(), MORNING)

    [sent] = service.received
    assert (sent.path, sent.body) == ("/wpush/v2/browser-1", b"")
    assert sent.headers["TTL"] == "86400"
    assert sent.headers["Topic"] == "one"
    assert not {"Cookie", "Content-Type", "Referer", "User-Agent"} & set(sent.headers)


def test_the_token_is_signed_by_the_key_that_browsers_were_given(service, settings):
    settings.OPERATOR_EMAIL = "office@example.org"

    push.wake(service.endpoint(), MORNING)

    scheme, token, key = service.received[0].headers["Authorization"].split()
    head, claims, signature = token.removeprefix("t=").rstrip(",").split(".")
    assert scheme == "vapid"
    assert key == f"k={signing_key().public}"
    verify(key.removeprefix("k="), f"{head}.{claims}".encode(), bytes_of(signature))
    assert json.loads(bytes_of(head)) == {"typ": "JWT", "alg": "ES256"}
    assert json.loads(bytes_of(claims)) == {
        "aud": f"https://{service.name}",
        "exp": int((MORNING + timedelta(hours=12)).timestamp()),
        "sub": "mailto:office@example.org",
    }


def bytes_of(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def verify(public: str, data: bytes, signature: bytes) -> None:
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes_of(public))
    r, s = int.from_bytes(signature[:32]), int.from_bytes(signature[32:])
    key.verify(encode_dss_signature(r, s), data, ec.ECDSA(SHA256()))


def test_a_signature_counts_for_nothing_else():
    key = SigningKey(SigningKey.new())

    signature = key.sign(b"this")

    verify(key.public, b"this", signature)
    with pytest.raises(InvalidSignature):
        verify(key.public, b"that", signature)


# --- the key ----------------------------------------------------------------------------------


def test_the_key_is_made_once_for_its_owner_only(settings, tmp_path):
    settings.VAPID_KEY_FILE = tmp_path / "vapid.key"

    first, second = signing_key().public, signing_key().public

    assert first == second
    assert settings.VAPID_KEY_FILE.stat().st_mode & 0o777 == 0o600
    assert len(settings.VAPID_KEY_FILE.read_text()) == 43


def test_a_key_that_is_given_makes_no_file(settings, tmp_path):
    settings.VAPID_KEY, settings.VAPID_KEY_FILE = SigningKey.new(), tmp_path / "vapid.key"

    public = signing_key().public

    assert len(bytes_of(public)) == 65
    assert not settings.VAPID_KEY_FILE.exists()


@pytest.mark.parametrize("text", ["", "short", "A" * 43, "A" * 44, "=" * 43, "_" * 42 + "8", "é"])
def test_what_is_no_key_is_refused(text):
    with pytest.raises(BadSigningKey):
        SigningKey(text)


# --- where it may go (T35) --------------------------------------------------------------------

KNOWN = [
    "https://fcm.googleapis.com/fcm/send/cXyz:APA91bHun4",
    "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk-_1",
    "https://web.push.apple.com/QGuQyavXutnMH",
    "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAC%2fx%3d",
    "https://fcm.googleapis.com:443/fcm/send/x",
]
UNKNOWN = [
    "", "fcm.googleapis.com", "//fcm.googleapis.com/x", "http://fcm.googleapis.com/x",
    "https://fcm.googleapis.com", "https://fcm.googleapis.com:8443/x", "ftp://fcm.googleapis.com/x",
    "file:///etc/hostname", "https://example.org/x", "https://push.apple.com/x",
    "https://evilpush.apple.com/x", "https://x.push.apple.com.example.org/x",
    "https://fcm.googleapis.com.example.org/x", "https://afcm.googleapis.com/x",
    "https://fcm.googleapis.com@127.0.0.1/x", "https://127.0.0.1@fcm.googleapis.com/x",
    "https://me:you@fcm.googleapis.com/x", "https://127.0.0.1/x", "https://localhost/x",
    "https://2130706433/x", "https://0x7f000001/x", "https://0177.0.0.1/x", "https://127.1/x",
    "https://[::1]/x", "https://[::ffff:127.0.0.1]/x", "https://169.254.169.254/latest/",
    "https://10.0.0.1/x", "https://192.168.1.1/x", "https://100.64.0.1/x", "https://0/x",
    "https://FCM.googleapis.com/x", "https://fcm.googleapis.com./x", "https://fcm。googleapis.com/x",
    "https://ｆcm.googleapis.com/x", "https://.push.apple.com/x", "https://a..push.apple.com/x",
    "https://fcm.googleapis.com\\@127.0.0.1/x", "https:\\\\fcm.googleapis.com/x",
    "https://fcm.googleapis.com#@127.0.0.1/x", "https://fcm.googleapis.com/x#y",
    "https://fcm.googleapis.com/x y", "https://fcm.googleapis.com/x\r\nHost: example.org",
    "https://fcm.googleapis.com/x\n", " https://fcm.googleapis.com/x", "https://fcm.googleapis.com/é",
    "https://fcm.googleapis.com:0443x/x", "https://fcm.googleapis.com:-1/x",
    "https://fcm.googleapis.com/" + "x" * 1_000,
]  # fmt: skip
PRIVATE = [
    "127.0.0.1", "127.9.9.9", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254",
    "100.64.0.1", "0.0.0.0", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
    "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "192.0.0.1",
    "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1",
    "64:ff9b:1::1", "2002:7f00:1::", "2002:808:808::", "2001:db8::1", "2001::1", "fc00::1",
    "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "", "example.org", "2130706433",
]  # fmt: skip


@pytest.mark.parametrize("endpoint", KNOWN)
def test_the_push_services_of_browsers_are_known(endpoint):
    assert endpoint.endswith(push.Place.of(endpoint).path)


@pytest.mark.parametrize("endpoint", UNKNOWN)
def test_no_other_address_is_taken(endpoint):
    with pytest.raises(push.NotAllowed):
        push.Place.of(endpoint)


@pytest.mark.parametrize("address", PRIVATE)
def test_what_is_not_the_open_internet_is_refused(address):
    assert not outgoing.is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "142.250.1.188", "2a00:1450:4001::5f", "2620::1"])
def test_the_open_internet_is_not(address):
    assert outgoing.is_public(address)


@pytest.mark.parametrize("where", [["127.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["10.0.0.1"], []])
def test_a_name_that_leads_inside_is_not_connected_to(service, monkeypatch, where):
    monkeypatch.undo()
    leads_to(monkeypatch, *where)

    with pytest.raises(NotSent, match="NotPublic"):
        push.wake(service.endpoint(), MORNING)

    assert service.received == []


def test_a_name_is_looked_up_once_and_not_again_on_the_way(service, monkeypatch):
    asked = []
    real = socket.getaddrinfo

    def look_up(host: str, *more: object, **named: object) -> object:
        asked.append(host)
        return real(host, *more, **named)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    push.wake(service.endpoint(), MORNING)

    assert asked.count(HOST) == 1
    assert set(asked) <= {HOST, "127.0.0.1"}


def test_a_server_that_is_somebody_else_is_told_nothing(service, monkeypatch, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    with PushService(other) as stranger:
        monkeypatch.setenv("SSL_CERT_FILE", str(stranger.certificate))

        with pytest.raises(NotSent, match="SSLCertVerificationError"):
            push.wake(service.endpoint(), MORNING)

    assert service.received == []


def test_no_redirect_is_followed(service):
    service.status, service.location = 307, service.endpoint("/elsewhere")

    with pytest.raises(NotSent, match="307"):
        push.wake(service.endpoint(), MORNING)

    assert [sent.path for sent in service.received] == ["/wpush/v2/browser-1"]


# --- a member and their browsers --------------------------------------------------------------


def answered(nia, ben) -> None:
    ask = ask_people(nia, (ben, Way.LINK), at=MORNING)
    actions.answer(row=place_of(ask, ben), reply=Reply(Answer.YES), now=MORNING)


@pytest.mark.store
def test_an_answer_wakes_each_of_her_browsers_and_nobody_elses(service, nia, olu, ben):
    browsers.switch_on(nia, service.endpoint("/one"), MORNING)
    browsers.switch_on(nia, service.endpoint("/two"), MORNING)
    browsers.switch_on(olu, service.endpoint("/three"), MORNING)

    answered(nia, ben)
    run_worker(MORNING)

    assert [sent.path for sent in service.received] == ["/one", "/two"]
    assert Message.objects.filter(state=Message.State.SENT, letter=None).count() == 2


def test_more_that_happens_before_it_is_sent_says_no_more(service, nia, ben):
    browsers.switch_on(nia, service.endpoint(), MORNING)

    for _ in range(3):
        delivery.notify(nia, MORNING)
    run_worker(MORNING)

    assert len(service.received) == 1


def test_it_comes_at_night_too_because_it_makes_no_sound(service, nia):
    browsers.switch_on(nia, service.endpoint(), MORNING)

    delivery.notify(nia, NIGHT)
    run_worker(NIGHT)

    assert len(service.received) == 1


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_forgotten(service, nia, status):
    browsers.switch_on(nia, service.endpoint(), MORNING)
    service.status = status

    delivery.notify(nia, MORNING)
    run_worker(MORNING)

    assert not PushSubscription.objects.exists()
    assert Message.objects.get().state == Message.State.SENT


@pytest.mark.parametrize("status", [400, 403, 413, 429, 500, 503])
def test_a_service_that_does_not_take_it_is_asked_again_like_a_mail_server(service, nia, status):
    browsers.switch_on(nia, service.endpoint(), MORNING)
    service.status = status
    delivery.notify(nia, MORNING)
    for wait in (0, 1, 6, 31, 151):
        run_worker(MORNING + wait * MINUTE)

    run_worker(MORNING + DAY)

    assert len(service.received) == 5
    assert Message.objects.get().state == Message.State.FAILED
    assert PushSubscription.objects.count() == 1


@pytest.mark.parametrize(
    ("later", "wait"),
    [
        ("7200", 2 * HOUR),
        (format_datetime(MORNING + 3 * HOUR, usegmt=True), 3 * HOUR),
        ("30", MINUTE),  # we would wait longer
        (format_datetime(MORNING - DAY, usegmt=True), MINUTE),
        ("99999999999999999999", MINUTE),
        ("31536000", DAY),
        ("soon", MINUTE),
    ],
)
def test_a_service_that_says_when_is_not_asked_before(service, nia, later, wait):
    browsers.switch_on(nia, service.endpoint(), MORNING)
    service.status, service.later = 429, later
    delivery.notify(nia, MORNING)

    run_worker(MORNING)

    assert Message.objects.get().due_at == MORNING + wait


@pytest.mark.store
def test_what_was_switched_off_meanwhile_is_left_alone(service, nia):
    browsers.switch_on(nia, service.endpoint(), MORNING)
    delivery.notify(nia, MORNING)

    browsers.switch_off(nia, service.endpoint())
    run_worker(MORNING)

    assert service.received == []


def test_a_service_that_the_operator_took_off_the_list_hears_no_more(service, nia, settings):
    browsers.switch_on(nia, service.endpoint(), MORNING)
    delivery.notify(nia, MORNING)

    settings.PUSH_HOSTS = []
    run_worker(MORNING)

    assert service.received == []
    assert not PushSubscription.objects.exists()


def test_a_server_without_push_queues_nothing(service, nia, settings):
    browsers.switch_on(nia, service.endpoint(), MORNING)
    settings.CAN_PUSH = False

    delivery.notify(nia, MORNING)

    assert not Message.objects.exists()


@pytest.mark.store
def test_a_sixth_browser_takes_the_place_of_the_first(service, nia):
    for number in range(6):
        endpoint = service.endpoint(f"/{number}")
        browsers.switch_on(nia, endpoint, MORNING + number * MINUTE)

    kept = {row.endpoint.rpartition("/")[2] for row in nia.push_subscriptions.all()}

    assert kept == {"1", "2", "3", "4", "5"}


@pytest.mark.store
def test_a_browser_tells_one_member_only_whoever_switched_it_on_last(service, nia, olu):
    browsers.switch_on(nia, service.endpoint(), MORNING)

    browsers.switch_on(olu, service.endpoint(), MORNING)

    assert not nia.push_subscriptions.exists()
    assert olu.push_subscriptions.count() == 1


def test_who_signs_out_everywhere_is_told_nowhere(service, nia):
    browsers.switch_on(nia, service.endpoint(), MORNING)

    nia.sign_out_everywhere()

    assert not PushSubscription.objects.exists()


@pytest.mark.store
def test_the_address_of_a_browser_is_sealed_and_sealed_anew(service, nia, settings, tmp_path):
    settings.HOUSE_KEY_FILE = tmp_path / "house.key"
    browsers.switch_on(nia, service.endpoint(), MORNING)
    before = PushSubscription.objects.values_list("endpoint", flat=True).get()

    rotation.rotate()

    after = PushSubscription.objects.values_list("endpoint", flat=True).get()
    assert HOST.encode() not in bytes(before)
    assert bytes(before) != bytes(after)
    assert PushSubscription.objects.get().endpoint == service.endpoint()
