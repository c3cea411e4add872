"""Boxes open with their key, in their place, unchanged; in no other way."""

import base64
import itertools
import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.pwhash import argon2id

from halved.vault import crypto
from halved.vault.crypto import CannotOpen

KEY = crypto.new_key()
PLACE = "asks.Ask.words:1"
WORDS = "Could you sit with Mum on Thursday? ☕".encode()

few = settings(max_examples=60, deadline=None)
some_bytes = st.binary(max_size=200)
a_place = st.text(alphabet=string.ascii_letters + ".:-", min_size=1, max_size=40)


# --- sealed under a key -----------------------------------------------------------------------


@few
@given(data=some_bytes, place=a_place)
def test_what_was_sealed_opens_with_its_key_in_its_place(data, place):
    box = crypto.seal(KEY, data, place)

    assert crypto.unseal(KEY, box, place) == data


def test_a_large_text_is_sealed_whole():
    data = b"a long story " * 100_000

    assert crypto.unseal(KEY, crypto.seal(KEY, data, PLACE), PLACE) == data


@few
@given(data=st.binary(min_size=4, max_size=200))
def test_a_box_shows_nothing_of_what_is_inside(data):
    assert data not in crypto.seal(KEY, data, PLACE)


def test_the_same_words_never_make_the_same_box():
    boxes = {crypto.seal(KEY, WORDS, PLACE) for _ in range(100)}

    assert len(boxes) == 100


@few
@given(places=st.lists(a_place, min_size=2, max_size=2, unique=True))
def test_a_box_opens_in_no_other_place(places):
    box = crypto.seal(KEY, WORDS, places[0])

    with pytest.raises(CannotOpen):
        crypto.unseal(KEY, box, places[1])


@few
@given(other=st.binary(min_size=32, max_size=32))
def test_a_box_opens_with_no_other_key(other):
    box = crypto.seal(KEY, WORDS, PLACE)

    with pytest.raises(CannotOpen):
        crypto.unseal(other, box, PLACE)


@pytest.mark.parametrize("length", [0, 1, 16, 31, 33, 64])
def test_what_is_no_key_opens_nothing(length):
    box = crypto.seal(KEY, WORDS, PLACE)

    with pytest.raises(CannotOpen):
        crypto.unseal(b"k" * length, box, PLACE)


def test_every_flipped_bit_of_a_box_is_noticed():
    box = crypto.seal(KEY, b"yes", PLACE)

    for place in range(8 * len(box)):
        with pytest.raises(CannotOpen):
            crypto.unseal(KEY, flipped(box, place), PLACE)


def test_every_box_that_was_cut_short_is_noticed():
    box = crypto.seal(KEY, WORDS, PLACE)

    for length in range(len(box)):
        with pytest.raises(CannotOpen):
            crypto.unseal(KEY, box[:length], PLACE)


@few
@given(rest=st.binary(min_size=1, max_size=100), in_front=st.booleans())
def test_nothing_can_be_added_to_a_box(rest, in_front):
    box = crypto.seal(KEY, WORDS, PLACE)

    with pytest.raises(CannotOpen):
        crypto.unseal(KEY, rest + box if in_front else box + rest, PLACE)


@few
@given(junk=some_bytes)
def test_what_is_no_box_does_not_open(junk):
    with pytest.raises(CannotOpen):
        crypto.unseal(KEY, junk, PLACE)


def test_a_huge_thing_that_is_no_box_does_not_open():
    with pytest.raises(CannotOpen):
        crypto.unseal(KEY, b"x" * 20_000_000, PLACE)


def test_a_box_made_of_two_does_not_open():
    one, two = crypto.seal(KEY, WORDS, PLACE), crypto.seal(KEY, WORDS, PLACE)

    with pytest.raises(CannotOpen):
        crypto.unseal(KEY, one[:24] + two[24:], PLACE)


def flipped(box: bytes, bit: int) -> bytes:
    changed = bytearray(box)
    changed[bit // 8] ^= 1 << (bit % 8)
    return bytes(changed)


# --- length -----------------------------------------------------------------------------------


def test_a_box_grows_in_steps_of_32_bytes():
    lengths = [len(crypto.seal(KEY, b"x" * size, PLACE)) for size in range(97)]

    assert len(set(lengths[:32])) == 1, "No to 31 bytes look alike."
    steps = {after - before for before, after in itertools.pairwise(lengths)}
    assert steps == {0, 32}


def test_a_yes_and_a_no_are_equally_long():
    public = crypto.new_pair()[1]

    assert len(crypto.seal(KEY, b'"yes"', PLACE)) == len(crypto.seal(KEY, b'"no"', PLACE))
    assert len(crypto.seal_to(public, b"yes", PLACE)) == len(crypto.seal_to(public, b"no", PLACE))


# --- sealed to somebody who is away -----------------------------------------------------------


@few
@given(data=some_bytes, place=a_place)
def test_what_is_sealed_to_somebody_opens_with_their_private_key(data, place):
    private, public = crypto.new_pair()

    box = crypto.seal_to(public, data, place)

    assert crypto.unseal_from(private, box, place) == data


def test_who_sealed_it_cannot_open_it_again():
    own_private, own_public = crypto.new_pair()
    _, public = crypto.new_pair()

    box = crypto.seal_to(public, WORDS, PLACE)

    for known in (public, own_private, own_public):
        with pytest.raises(CannotOpen):
            crypto.unseal_from(known, box, PLACE)
        with pytest.raises(CannotOpen):
            crypto.unseal(known, box, PLACE)


def test_the_key_inside_is_fresh_each_time():
    private, public = crypto.new_pair()
    one, two = (crypto.seal_to(public, WORDS, PLACE) for _ in range(2))
    cut = len(one) - len(crypto.seal(KEY, WORDS, PLACE))

    with pytest.raises(CannotOpen):
        crypto.unseal_from(private, one[:cut] + two[cut:], PLACE)


def test_what_is_sealed_to_somebody_opens_in_no_other_place():
    private, public = crypto.new_pair()
    box = crypto.seal_to(public, WORDS, PLACE)

    with pytest.raises(CannotOpen):
        crypto.unseal_from(private, box, "asks.Ask.words:2")


def test_every_changed_byte_of_it_is_noticed():
    private, public = crypto.new_pair()
    box = crypto.seal_to(public, b"yes", PLACE)

    for place in range(len(box)):
        with pytest.raises(CannotOpen):
            crypto.unseal_from(private, flipped(box, 8 * place + 3), PLACE)
        with pytest.raises(CannotOpen):
            crypto.unseal_from(private, box[:place], PLACE)


@few
@given(junk=st.binary(max_size=300))
def test_junk_does_not_open_with_a_private_key(junk):
    private, _ = crypto.new_pair()

    with pytest.raises(CannotOpen):
        crypto.unseal_from(private, junk, PLACE)


@pytest.mark.parametrize("length", [0, 31, 33])
def test_what_is_no_private_key_opens_nothing(length):
    box = crypto.seal_to(crypto.new_pair()[1], WORDS, PLACE)

    with pytest.raises(CannotOpen):
        crypto.unseal_from(b"k" * length, box, PLACE)


# --- passphrases ------------------------------------------------------------------------------

SALT = b"s" * crypto.SALT_BYTES


@pytest.mark.real_kdf
def test_a_passphrase_costs_at_least_64_mib_and_three_passes():
    memory, passes = crypto.PASSPHRASE_MEMORY, crypto.PASSPHRASE_PASSES

    key = crypto.derive("a river of small stones", SALT)

    assert memory >= 64 * 1024 * 1024
    assert passes >= 3
    assert key == argon2id.kdf(
        32, b"a river of small stones", SALT, opslimit=passes, memlimit=memory
    )


def test_a_passphrase_and_its_salt_give_one_key():
    key = crypto.derive("a river of small stones", SALT)

    assert len(key) == crypto.KEY_BYTES
    assert crypto.derive("a river of small stones", SALT) == key
    assert crypto.derive("a river of small stones", b"t" * crypto.SALT_BYTES) != key
    assert crypto.derive("a river of small stone", SALT) != key


@pytest.mark.parametrize("other", [" a river", "a river ", "A river", "a  river"])
def test_a_passphrase_is_never_trimmed_or_smoothed(other):
    assert crypto.derive("a river", SALT) != crypto.derive(other, SALT)


@pytest.mark.parametrize(
    ("one", "two"), [("caf\u00e9", "cafe\u0301"), ("\u0663 \uff13", "\u0663 3")]
)
def test_two_keyboards_that_compose_letters_differently_give_one_key(one, two):
    assert one != two

    assert crypto.derive(one, SALT) == crypto.derive(two, SALT)


# --- keys from keys ---------------------------------------------------------------------------


def test_a_subkey_is_for_one_purpose_and_shows_nothing_of_its_key():
    one, two = crypto.subkey(KEY, "halved.one"), crypto.subkey(KEY, "halved.two")

    assert len({KEY, one, two, crypto.subkey(crypto.new_key(), "halved.one")}) == 4
    assert len(one) == crypto.KEY_BYTES
    assert crypto.subkey(KEY, "halved.one") == one


@few
@given(texts=st.lists(st.text(max_size=60), min_size=2, max_size=2, unique=True))
def test_a_keyed_hash_differs_by_text_by_key_and_by_purpose(texts):
    found = crypto.keyed_hash(KEY, texts[0], "halved.link")

    assert found == crypto.keyed_hash(KEY, texts[0], "halved.link")
    assert found != crypto.keyed_hash(KEY, texts[1], "halved.link")
    assert found != crypto.keyed_hash(crypto.new_key(), texts[0], "halved.link")
    assert found != crypto.keyed_hash(KEY, texts[0], "halved.optout")


# --- links ------------------------------------------------------------------------------------


def test_a_token_is_128_random_bits_that_fit_into_an_address():
    tokens = [crypto.new_token() for _ in range(1000)]

    assert len(set(tokens)) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", token) for token in tokens)
    assert {len(base64.urlsafe_b64decode(token + "==")) for token in tokens} == {16}


def test_the_bits_of_a_token_fall_evenly():
    tokens = [base64.urlsafe_b64decode(crypto.new_token() + "==") for _ in range(2000)]

    for bit in range(128):
        ones = sum(token[bit // 8] >> (bit % 8) & 1 for token in tokens)
        assert 800 < ones < 1200, f"bit {bit} is set in {ones} of 2,000"


def test_only_the_token_gives_the_key_of_a_link():
    token = crypto.new_token()
    box = crypto.seal(crypto.link_key(token), WORDS, PLACE)

    assert crypto.unseal(crypto.link_key(token), box, PLACE) == WORDS
    for near in (crypto.new_token(), token[:-1], token.swapcase(), token + "=", ""):
        with pytest.raises(CannotOpen):
            crypto.unseal(crypto.link_key(near), box, PLACE)


def test_the_key_of_a_form_follows_from_the_token_and_gives_nothing_away():
    token = crypto.new_token()
    form = crypto.form_key(token)

    assert form == crypto.form_key(token)
    assert form != crypto.form_key(crypto.new_token())
    assert re.fullmatch(r"[0-9a-f]{32}", form)
    assert token not in form
    assert crypto.link_key(token).hex()[:32] != form


# --- recovery codes ---------------------------------------------------------------------------


def test_a_recovery_code_has_at_least_128_bits():
    codes = [crypto.new_recovery_code() for _ in range(500)]
    letters = set("".join(codes)) - {"-"}

    assert len(set(codes)) == 500
    assert all(re.fullmatch(r"([A-Z2-9]{5}-){5}[A-Z2-9]{5}", code) for code in codes)
    assert len(letters) ** 30 >= 2**128


def test_no_letter_of_a_recovery_code_reads_like_another():
    letters = set("".join(crypto.new_recovery_code() for _ in range(500)))

    assert not letters & set("ILOU01")


@few
@given(data=st.data())
def test_a_recovery_code_may_be_typed_in_any_case_and_spacing(data):
    code = crypto.new_recovery_code()
    typed = ""
    for letter in code.replace("-", ""):
        typed += data.draw(st.sampled_from(["", "", " ", "-", "  ", "\u00a0", "\u2013", "\t"]))
        typed += data.draw(st.sampled_from([letter, letter.lower()]))

    assert crypto.recovery_key(typed) == crypto.recovery_key(code)


def test_no_other_code_gives_its_key():
    code = crypto.new_recovery_code()
    other = ("B" if code[0] == "A" else "A") + code[1:]

    assert crypto.recovery_key(other) != crypto.recovery_key(code)
    assert crypto.recovery_key(code[:-1]) != crypto.recovery_key(code)
