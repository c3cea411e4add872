"""An operator's pages for the lines of Help now."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.utils import timezone

from halved import cli, operating
from halved.accounts.models import Member
from halved.accounts.operators import appoint
from halved.safety import keeping
from halved.safety.book import BadLines, open_book
from halved.safety.lines import Seen
from halved.safety.upkeep import key_of
from tests.conftest import PASSPHRASE

SAMARITANS = key_of("Samaritans")
NIGHT_LINE = {
    "name": "Night line",
    "group": "everyone",
    "purpose": "students here",
    "hours": "20:00 to 8:00",
    "languages": "english, British Sign Language",
    "source": "here",
    "ways-TOTAL_FORMS": "2",
    "ways-INITIAL_FORMS": "0",
    "ways-0-how": "call",
    "ways-0-printed": "020 7946 0000",
    "ways-1-how": "text",
    "ways-1-printed": "",
}


@pytest.fixture
def file(settings, tmp_path):
    settings.LINES_FILE = tmp_path / "lines.json"
    return settings.LINES_FILE


@pytest.fixture
def operator(nia, sign_in, file):
    appoint("nia", on=True)
    return sign_in(nia)


def today():
    return timezone.localdate().isoformat()


def boxes(page):
    """What a browser would send back of the page's own form, untouched."""
    form = max(re.findall(r"<form.*?</form>", page, re.DOTALL), key=len)
    found = dict(
        re.findall(r'<input type="(?:hidden|text|date)" name="([^"]+)" value="([^"]*)"', form)
    )
    for name, options in re.findall(r'<select name="([^"]+)"(.*?)</select>', form, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', options)
        found[name] = chosen[1] if chosen else ""
    found["source"] = "provider"
    return found


def line_of(name, file):
    found = open_book(file).find("GB").lines
    return next((line for line in found if line.name == name), None)


def was(name, file):
    return keeping.fingerprint(open_book(file).find("GB"), name)


# --- what there is ----------------------------------------------------------------------------


def test_every_country_says_how_much_is_to_be_checked(operator):
    page = operator.get("/lines/", HTTP_ACCEPT_LANGUAGE="en-GB").content.decode()

    assert page.count('href="/lines/') >= 231
    assert 'class="btn" href="/lines/GB/"' in page
    assert re.search(r"\d+ to check, the oldest: about \d+ months ago", page)


def test_a_country_shows_each_line_as_printed_with_its_age(operator, file):
    lines = open_book(file).find("GB").lines

    page = operator.get("/lines/GB/").content.decode()

    assert page.count("I checked it") == len(lines) + 1
    assert "116 123" in page
    assert "Check first." in page
    assert re.search(r"; (about )?\d+ (days|months) ago \(", page)


@pytest.mark.parametrize(
    ("newest", "says"),
    [
        ("", "no date"),
        ("2026-11-23", "today"),
        ("2026-11-22", "yesterday"),
        ("2026-10-01", "53 days ago"),
        ("2026-05", "about 7 months ago"),
        ("2027", "a day to come"),
    ],
)
def test_an_age_is_told_in_days_and_then_in_months(newest, says):
    assert Seen(("here",), newest, True).age(date(2026, 11, 23)) == says


def test_a_stranger_finds_nothing_there(olu, sign_in, file):
    client = sign_in(olu)

    assert client.get("/lines/").status_code == 404
    assert client.post("/lines/GB/new/", NIGHT_LINE | {"on": today()}).status_code == 404
    assert not file.exists()


def test_who_is_no_operator_any_more_finds_nothing_at_once(operator):
    appoint("nia", on=False)

    assert operator.get("/lines/").status_code == 404
    assert b"/operator/" not in operator.get("/room/").content


def test_on_ones_own_machine_the_one_person_looks_after_them(nia, sign_in, file, settings):
    client = sign_in(nia)
    settings.OWN_MACHINE = True

    assert client.get("/lines/GB/").status_code == 200
    assert b"/operator/" in client.get("/room/").content
    assert b"/lines/" in client.get("/operator/").content


# --- changes ----------------------------------------------------------------------------------


def test_a_checked_line_is_dated_and_no_longer_to_be_checked(operator, file):
    form = {"was": was("Samaritans", file), "source": "provider", "on": today()}

    page = operator.post(f"/lines/GB/{SAMARITANS}/checked/", form, follow=True)

    seen = line_of("Samaritans", file).seen
    assert b"Kept. Help now shows it." in page.content
    assert (seen.newest, seen.kinds[:2]) == (today(), ("here", "provider"))
    assert not seen.check_first(timezone.localdate())


@pytest.mark.parametrize(("ahead", "says"), [(1, "a day to come"), (None, "Put in the day")])
def test_a_day_that_cannot_be_is_refused(operator, file, ahead, says):
    day = str(timezone.localdate() + timedelta(days=ahead)) if ahead else ""
    form = {"was": was("Samaritans", file), "source": "provider", "on": day}

    page = operator.post(f"/lines/GB/{SAMARITANS}/checked/", form)

    assert says in page.content.decode()
    assert not file.exists()


def test_a_correction_keeps_only_what_was_changed(operator, file):
    path = f"/lines/GB/{SAMARITANS}/"
    form = boxes(operator.get(path).content.decode())

    operator.post(path, form | {"hours": "at night"})

    kept = json.loads(file.read_text())["countries"]["GB"]["lines"]["Samaritans"]
    assert set(kept) == {"hours", "sources", "date", "confirmed"}
    assert line_of("Samaritans", file).hours == "at night"
    assert line_of("Samaritans", file).numbers[0].printed == "116 123"


def test_digits_stand_exactly_as_they_were_typed(operator, file):
    path = f"/lines/GB/{SAMARITANS}/"
    form = boxes(operator.get(path).content.decode())

    operator.post(path, form | {"ways-0-printed": "(0)116-123"})

    number = line_of("Samaritans", file).numbers[0]
    assert (number.printed, number.href) == ("(0)116-123", "tel:0116123")


def test_emergency_numbers_are_corrected_too(operator, file):
    form = boxes(operator.get("/lines/GB/emergency/").content.decode())
    form |= {"ways-0-roles": ["any"], "ways-1-printed": "112", "ways-1-roles": ["police", "fire"]}

    operator.post("/lines/GB/emergency/", form)

    numbers = open_book(file).find("GB").emergency.numbers
    assert [(one.printed, one.label) for one in numbers] == [
        ("999", "any emergency"),
        ("112", "police and fire"),
    ]


def test_a_line_is_added_and_its_languages_are_known_by_name(operator, file):
    operator.post("/lines/GB/new/", NIGHT_LINE | {"on": today()})

    line = line_of("Night line", file)
    assert line.languages == ("English", "British Sign Language")
    assert (line.purpose, line.hours) == ("students here", "20:00 to 8:00")
    assert [way.href for way in line.ways] == ["tel:02079460000"]


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(operator, file):
    wrong = {
        "ways-0-printed": "020 79x",
        "ways-1-printed": "12",
        "ways-1-how": "web",
        "purpose": "",
    }

    page = operator.post("/lines/GB/new/", NIGHT_LINE | wrong | {"on": today()}).content.decode()

    assert "“020 79x” is not a number one can dial." in page
    assert "“12” is no web address." in page
    assert "This field is required" in page
    assert all(f'value="{typed}"' in page for typed in ("020 79x", "12", "Night line"))
    assert not file.exists()


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"name": "Samaritans"}, "There is such a line. Correct it."),
        ({"ways-0-printed": ""}, "at least one number or address"),
        ({"ways-1-printed": "", "ways-1-hint": "write HOME"}, "is missing here"),
        ({"languages": "xx"}, "“xx” is no language code"),
    ],
)
def test_what_help_now_could_not_show_is_refused(operator, file, changed, says):
    page = operator.post("/lines/GB/new/", NIGHT_LINE | {"on": today()} | changed)

    assert says in page.content.decode()
    assert not file.exists()


def test_a_dead_line_is_hidden_and_can_be_shown_again(operator, file):
    form = {"was": was("Samaritans", file)}
    page = operator.post(f"/lines/GB/{SAMARITANS}/hide/", form, follow=True).content.decode()
    assert line_of("Samaritans", file) is None
    assert "Hidden here" in page

    form = {"was": was("Samaritans", file)}
    operator.post(f"/lines/GB/{SAMARITANS}/forget/", form)

    assert line_of("Samaritans", file)


def test_a_line_that_was_added_here_is_deleted(operator, file):
    operator.post("/lines/GB/new/", NIGHT_LINE | {"on": today()})
    key = key_of("Night line")
    assert "cannot be brought back" in operator.get(f"/lines/GB/{key}/").content.decode()

    operator.post(f"/lines/GB/{key}/hide/", {"was": was("Night line", file)})

    assert json.loads(file.read_text()) == {"countries": {}}


def test_a_broken_file_is_told_and_never_written_over(operator, file):
    file.write_text('{"countries": {"GB": []}}')

    page = operator.post("/lines/GB/new/", NIGHT_LINE | {"on": today()}).content.decode()

    assert "must be mended by hand first" in page
    assert "020 7946 0000" in page
    assert file.read_text() == '{"countries": {"GB": []}}'


# --- two people at once -----------------------------------------------------------------------


def test_who_comes_second_is_told_and_keeps_what_they_typed(operator, file):
    path = f"/lines/GB/{SAMARITANS}/"
    form = boxes(operator.get(path).content.decode())
    operator.post(path, form | {"hours": "at night"})

    page = operator.post(path, form | {"hours": "in the morning"}).content.decode()

    assert "Somebody else changed this a moment ago" in page
    assert line_of("Samaritans", file).hours == "at night"
    assert 'value="in the morning"' in page
    operator.post(path, boxes(page))
    assert line_of("Samaritans", file).hours == "in the morning"


@pytest.mark.parametrize("does", ["checked", "hide"])
def test_a_tap_on_what_has_changed_since_does_nothing(operator, file, does):
    old = {"was": was("Samaritans", file), "source": "here", "on": today()}
    keeping.change(file, "GB", keeping.correct("Samaritans", date(2026, 1, 1), hours="at night"))
    before = file.read_text()

    page = operator.post(f"/lines/GB/{SAMARITANS}/{does}/", old).content.decode()

    assert "Somebody else changed this a moment ago" in page
    assert file.read_text() == before


def test_many_at_once_lose_nothing(file):
    facts = {"group": "everyone", "for": "somebody", "ways": [["call", "12"]]}
    names = [f"Line {number}" for number in range(24)]

    def add(name):
        keeping.change(file, "GB", keeping.add(name, date(2026, 11, 23), **facts))

    with ThreadPoolExecutor(8) as people:
        list(people.map(add, names))

    assert set(names) <= {line.name for line in open_book(file).find("GB").lines}


def test_a_file_that_cannot_be_written_is_said(file):
    file.mkdir()

    with pytest.raises(BadLines, match="not readable"):
        keeping.change(file, "GB", keeping.take_out("Samaritans"))


# --- pages in files ---------------------------------------------------------------------------


def test_the_page_in_files_is_written_anew(operator, file, settings, tmp_path):
    settings.NOW_DIR = tmp_path / "now"

    operator.post("/lines/GB/new/", NIGHT_LINE | {"on": today()})

    assert "020 7946 0000" in (tmp_path / "now/GB/index.html").read_text()


def test_files_that_cannot_be_written_are_told_and_the_line_is_kept(
    operator, file, settings, tmp_path
):
    settings.NOW_DIR = tmp_path / "now"
    settings.NOW_DIR.write_text("in the way")

    page = operator.post("/lines/GB/new/", NIGHT_LINE | {"on": today()}, follow=True)

    assert "could not be written" in page.content.decode()
    assert line_of("Night line", file)


# --- on the way -------------------------------------------------------------------------------


def test_what_is_typed_while_the_room_locks_is_kept(operator, file):
    del operator.cookies["room"]
    operator.post("/lines/GB/new/", NIGHT_LINE | {"on": today()})

    page = operator.post("/unlock/", {"passphrase": PASSPHRASE}, follow=True)

    assert "020 7946 0000" in page.content.decode()
    assert not file.exists()


def test_the_command_makes_an_operator_and_says_when_there_is_nobody(nia, monkeypatch, capsys):
    monkeypatch.setattr(operating, "set_up", lambda: None)

    operating.operator(cli._parser().parse_args(["operator", "NIA"]))

    assert Member.objects.get().is_operator
    assert "sees nothing that people write" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="nobody here signs in as nobody"):
        operating.operator(cli._parser().parse_args(["operator", "nobody"]))
