"""Where passkeys are offered: on a host, under a name, where browsers take them."""

import runpy

import pytest

from halved import settings


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://halved.example", "halved.example"),
        ("https://halved.example:8443", "halved.example"),
        ("https://Halved.Example", "halved.example"),
        ("https://xn--hlved-gra.example", "xn--hlved-gra.example"),
        ("http://localhost:8000", "localhost"),
        ("http://halved.example", ""),
        ("https://203.0.113.9", ""),
        ("https://[2001:db8::abcd]", ""),
        ("http://127.0.0.1:8000", ""),
        ("", ""),
    ],
)
def test_passkeys_are_offered_under_a_name_over_tls_or_on_this_machine(monkeypatch, address, host):
    monkeypatch.setenv("HALVED_PUBLIC_URL", address)

    assert runpy.run_path(settings.__file__)["PASSKEY_HOST"] == host


@pytest.mark.parametrize("address", ["", "https://halved.example", "http://localhost:8000"])
def test_on_ones_own_machine_the_passphrase_is_the_only_key(monkeypatch, address):
    monkeypatch.setenv("HALVED_MODE", "own")
    monkeypatch.setenv("HALVED_PUBLIC_URL", address)

    assert runpy.run_path(settings.__file__)["PASSKEY_HOST"] == ""
