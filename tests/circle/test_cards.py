"""Contact files: what is read of them, what is refused with which words, and nothing that hangs."""

import os
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.circle import cards
from halved.circle.cards import CannotRead, Card, read, write

EXAMPLES = int(os.environ.get("EXAMPLES", "100"))  # docs/security.md has the full number
# No sign that a text of a card can not hold: no control sign but the new line, no half a sign.
texts = st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"))
names = texts.filter(lambda text: text.strip())
numbers = st.text("0123456789+-()/. ", max_size=20).map(str.strip)
addresses = st.sampled_from(["", "cleo@example.org", "c+l@example.org", "müller@example.org"])


def card(*lines: str, version: str = "4.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def one(*lines: str) -> Card:
    (found,) = read(card(*lines))
    return found


@given(st.lists(st.builds(Card, names, numbers, addresses), min_size=1, max_size=4))
@settings(max_examples=EXAMPLES, deadline=None)
def test_what_is_written_is_read_again(people):
    assert read(write(people)) == people


@pytest.mark.parametrize(
    "name",
    [
        "Müller, Cleo; the \\N one \\, \\;",
        "two\nlines",
        "🫶🏽 👨‍👩‍👧",
        "שלום \u202eمرحبا\u202c",
        "=cmd|' /C calc'!A0",
        "BEGIN:VCARD",
        "é" * 5_000,
        " spaces around ",
        "a" * 73 + "🫶🏽" * 20,
    ],
)
def test_an_unusual_name_comes_back_as_it_was(name):
    assert read(write([Card(name)])) == [Card(name)]


def test_a_written_file_keeps_to_the_letter_of_the_standard():
    written = write([Card("Cleo, of " + "ü" * 80, "+44 20 7946 0018", "cleo@example.org")])

    lines = written.split(b"\r\n")
    assert lines[:2] == [b"BEGIN:VCARD", b"VERSION:4.0"]
    assert lines[2].startswith(b"FN:Cleo\\, of ")
    assert lines[-4:] == [b"TEL:+44 20 7946 0018", b"EMAIL:cleo@example.org", b"END:VCARD", b""]
    assert max(map(len, lines)) <= 75
    assert [line.decode() for line in lines], "no sign is cut in two by a fold"


def test_signs_that_no_text_may_hold_are_not_written():
    assert write([Card("Cl\x00e\ro\x1b")]).split(b"\r\n")[2] == b"FN:Cleo"


def test_an_old_phones_card_is_read():
    found = read(
        card(
            "N:Bishop;Cleo;;;",
            "FN:Cleo Bishop",
            "item1.TEL;type=HOME;type=VOICE:020 7946 0000",
            "TEL;TYPE=CELL,PREF:+44 20 7946 0018",
            'EMAIL;TYPE="INTERNET":cleo@exam',
            " ple.org",
            "PHOTO;ENCODING=b;TYPE=JPEG:" + "A" * 70,
            version="3.0",
        )
    )

    assert found == [Card("Cleo Bishop", "+44 20 7946 0018", "cleo@example.org")]


@pytest.mark.parametrize(
    ("lines", "phone"),
    [
        (["TEL:1111", "TEL:2222"], "1111"),
        (["TEL:1111", "TEL;TYPE=cell:2222"], "2222"),
        (["TEL;TYPE=cell:1111", "TEL;PREF=1:2222"], "2222"),
        (["TEL;PREF=9:1111", "TEL;PREF=1:2222"], "2222"),
        (["TEL;TYPE=fax:1111", "TEL:2222"], "2222"),
        (["TEL;TYPE=fax:1111"], ""),
        (['TEL;VALUE=uri;TYPE="voice,home":tel:+44-20-7946;ext=4'], "+44-20-7946"),
        (["TEL;PREF=²:1111"], "1111"),
        (['TEL;TYPE="broken:1111'], ""),
        ([], ""),
    ],
)
def test_one_number_is_taken_the_one_they_prefer(lines, phone):
    assert one("FN:Cleo", *lines).phone == phone


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["FN:Cleo", "N:Bishop;Cleo"], "Cleo"),
        (["fn:Cleo"], "Cleo"),
        (["FN: ", "N:Bishop;Cleo;;;"], "Cleo Bishop"),
        (["N:Bishop"], "Bishop"),
        (["ORG:Debt Line;North"], "Debt Line"),
    ],
)
def test_somebody_without_a_full_name_gets_the_next_best(lines, name):
    assert one(*lines).name == name


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_any_unicode(coding):
    assert read(card("FN:Clé").decode().encode(coding)) == [Card("Clé")]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", cards.NOBODY),
        (b"name,phone\r\nCleo,1111\r\n", cards.NOBODY),
        (card("TEL:1111"), cards.NOBODY),
        (b"BEGIN:VCARD\nVERSION:4.0\nFN:Cleo\n", cards.NOBODY),
        (card("FN:Cl\xe9o").decode().encode("latin-1"), cards.NO_TEXT),
        (b"\xff\xfeB", cards.NO_TEXT),
        (b"PK\x03\x04\xff", cards.NO_TEXT),
        (card("FN;ENCODING=QUOTED-PRINTABLE:Cl=C3=A9=\r\n=20", version="2.1"), cards.TOO_OLD),
        (card("FN:Cleo", version="5.0"), cards.TOO_OLD),
        (card("FN:Cleo") * 2_001, cards.TOO_MANY),
        (card("FN:Cleo") + b"\n" * 2_000_000, cards.TOO_LARGE),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_that_helps(data, words):
    with pytest.raises(CannotRead, match="^" + words[:20]):
        read(data)


def test_a_card_without_an_end_does_not_take_the_next_one_with_it():
    data = b"END:VCARD\nBEGIN:VCARD\nFN:Half\nTEL:1111\n" + card("FN:Cleo")

    assert read(data) == [Card("Cleo")]


def test_a_property_of_more_than_64_kb_is_passed_over():
    assert read(card("FN:" + "a" * 64_000, "N:Bishop;Cleo")) == [Card("Cleo Bishop")]


HOSTILE = {
    "a million folds": "FN:a" + "\n " * 990_000,
    "nothing but lines": "\n" * 1_900_000,
    "lines of one sign": "a\n" * 900_000,
    "cards in cards": "BEGIN:VCARD\n" * 160_000,
    "full cards": "END:VCARD\n" + ("BEGIN:VCARD\n" + "TEL;T=1:1\n" * 98 + "END:VCARD\n") * 1_900,
    "parameters without end": ("TEL" + ";TYPE=a" * 9_000 + ":1\n") * 29,
    "commas": ("TEL;TYPE=" + "a," * 31_000 + ":1\n") * 29,
    "quotes": ("TEL;TYPE=" + '"' * 63_000 + ":1\n") * 29,
    "spaces": ("TEL;" + " " * 63_000 + "x:1\n") * 29,
    "backslashes": ("FN:" + "\\" * 63_000 + "\n") * 29,
    "one long line": "A" * 1_900_000,
    "a picture": "PHOTO:" + "A" * 1_900_000,
    "old and coded": "VERSION:2.1\n" + "FN;ENCODING=QUOTED-PRINTABLE:=41=\n" * 50_000,
}


@pytest.mark.parametrize("lines", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_read_or_refused_within_five_seconds(lines):
    data = f"BEGIN:VCARD\nVERSION:4.0\nFN:Cleo\n{lines}\nEND:VCARD\n".encode()
    assert 250_000 < len(data) <= cards.MOST_BYTES
    begun = time.process_time()

    try:
        outcome: object = read(data)
    except CannotRead as error:
        outcome = str(error)

    assert outcome
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("lines", ["nothing but lines", "lines of one sign"])
def test_a_hostile_file_does_not_fill_the_memory(lines):
    data = f"BEGIN:VCARD\nFN:Cleo\n{HOSTILE[lines]}\nEND:VCARD\n".encode()
    tracemalloc.start()

    read(data)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 16 * len(data)


@given(
    st.lists(
        st.sampled_from(
            [*("BEGIN:VCARD", "END:VCARD", "FN", "N", "TEL", "TYPE=", "PREF=", "VERSION:3.0"),
             *(":", ";", ",", "\n", "\r\n", " ", '"', "\\", "=", "%3A", "é", "^", "a", "²", "\0")]
        ),
        max_size=60,
    )
)  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_no_file_breaks_the_reader(pieces):
    data = "".join(["BEGIN:VCARD\nVERSION:4.0\nFN:Cleo", *pieces, "\nEND:VCARD\n"]).encode()

    try:
        found = read(data)
    except CannotRead as error:
        found = []
        assert str(error).endswith(".") or "vcf" in str(error)

    assert all(card.name.strip() for card in found)
