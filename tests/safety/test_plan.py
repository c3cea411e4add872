"""The safety plan: one for each member, kept part by part, read by nobody else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from halved.safety.forms import PlanForm
from halved.safety.models import SafetyPlan
from halved.safety.parts import FULL, FULL_DENSER, FULL_DENSEST, LONGEST, ON_A_LINE, PARTS
from halved.safety.parts import printed_size as size
from tests.conftest import contact

TODAY = date(2027, 3, 1)
WORDS = {part.name: f"Words for {part.name}" for part in PARTS}
BOXES = [*WORDS, "country"]
HOUSE = Path(__file__).parents[2]
CHANGE = "/safety/plan/change/"


@pytest.fixture
def here(sign_in, nia) -> Client:
    return sign_in(nia)


def kept(nia) -> SafetyPlan:
    row = SafetyPlan.objects.get(member=nia)
    row.member = nia
    return row


def boxes(page) -> dict[str, str]:
    """What a browser would send back from this page: each box, and what stood in it at first."""
    text = page.content.decode()
    found = re.findall(r'<textarea name="([\w-]+)"[^>]*>\n(.*?)</textarea>', text, re.DOTALL)
    return {"country": "", **dict(found)}


def sent(here: Client, **changed: str):
    return here.post(CHANGE, boxes(here.get(CHANGE)) | changed)


def write(nia, **parts: str) -> None:
    SafetyPlan.write(nia, parts, TODAY)


# --- writing ----------------------------------------------------------------------------------


def test_all_six_parts_are_kept_and_read_again(here, nia):
    sent(here, **WORDS)

    page = here.get("/safety/plan/").content.decode()

    assert len(PARTS) == 6
    assert all(part.title in page and WORDS[part.name] in page for part in PARTS)


def test_every_part_may_be_left_out(here, nia):
    response = sent(here, alone="A walk")

    assert response.status_code == 302
    assert kept(nia).words == {"What I can do by myself": "A walk"}


def test_only_what_was_changed_on_a_page_is_kept_so_that_an_old_page_undoes_nothing(here, nia):
    write(nia, signs="Old signs", alone="Old walk")
    old = boxes(here.get(CHANGE))
    write(nia, signs="New signs")

    here.post(CHANGE, old | {"alone": "New walk"})

    assert kept(nia).parts | {"country": ""} == {
        "signs": "New signs",
        "alone": "New walk",
        "country": "",
    }


def test_a_pause_in_typing_keeps_the_words_and_tells_the_page_what_is_kept(here, nia):
    page = boxes(here.get(CHANGE))

    response = here.post(CHANGE, page | {"signs": "No sleep"}, headers={"HX-Request": "true"})

    assert kept(nia).parts["signs"] == "No sleep"
    assert b"Kept at" in response.content
    assert boxes_before(response)["initial-signs"] == "No sleep"


def boxes_before(response) -> dict[str, str]:
    found = re.findall(r'name="(initial-\w+)"[^>]*>\n(.*?)</textarea>', response.content.decode())
    return dict(found)


def test_words_taken_back_while_typing_are_gone_from_the_plan_too(here, nia):
    page = boxes(here.get(CHANGE))
    pause = {"headers": {"HX-Request": "true"}}
    kept_now = here.post(CHANGE, page | {"signs": "No sleep"}, **pause)

    here.post(CHANGE, page | boxes_before(kept_now) | {"signs": ""}, **pause)

    assert kept(nia).parts["signs"] == ""


def test_a_part_that_is_too_long_is_said_and_the_others_are_kept(here, nia):
    long = "x" * (LONGEST + 1)

    response = sent(here, signs=long, alone="A walk")

    assert response.status_code == 200
    assert long in response.content.decode()
    assert "“Signs that it is getting bad” is longer than fits" in response.content.decode()
    assert kept(nia).parts.get("signs") is None
    assert kept(nia).parts["alone"] == "A walk"


def test_no_box_cuts_what_is_pasted_without_a_word():
    assert "maxlength" not in PlanForm().as_p()


def test_there_is_one_plan_however_often_it_is_written(nia):
    for name in WORDS:
        write(nia, **{name: "Words"})

    assert SafetyPlan.objects.count() == 1
    assert len(kept(nia).words) == 6


def test_what_is_written_while_the_room_is_locked_is_held_without_the_words_of_before(here, nia):
    write(nia, signs="Words of before")
    page = boxes(here.get(CHANGE))
    here.post("/lock/")

    here.post(CHANGE, page | {"alone": "Written late"})
    held = here.post("/unlock/", {"passphrase": "a river of small stones"}, follow=True)

    shown = re.findall(r'<div class="letter">(.*?)</div>', held.content.decode())
    assert "Written late" in shown
    assert shown.count("Words of before") == 1


# --- people -----------------------------------------------------------------------------------


def test_somebody_of_the_circle_is_put_in_with_their_number(here, nia):
    rosa = contact(nia, "Aunt Rosa", phone="020 7946 0018")

    response = sent(here, people="Ben", put_in=str(rosa.pk))

    assert response["Location"] == f"{CHANGE}#people"
    assert kept(nia).parts["people"] == "Ben\nAunt Rosa, 020 7946 0018"
    assert b"Put in" not in here.get(CHANGE).content


def test_a_professional_is_put_in_with_the_professionals(here, nia):
    weber = contact(nia, "Dr Weber", profession="therapist")

    sent(here, put_in=str(weber.pk))

    assert kept(nia).parts["professionals"] == "Dr Weber"


def test_nobody_else_s_people_can_be_put_in(here, nia, olu):
    theirs = contact(olu, "Somebody of Olu’s")

    sent(here, people="Ben", put_in=str(theirs.pk))

    assert kept(nia).parts["people"] == "Ben"


def test_somebody_who_leaves_the_circle_stays_in_the_plan(here, nia):
    rosa = contact(nia, "Aunt Rosa")
    sent(here, put_in=str(rosa.pk))

    rosa.delete()

    assert b"Aunt Rosa" in here.get("/safety/plan/").content


@pytest.mark.parametrize(("people", "asked_for"), [("", True), ("Ben", False)])
def test_one_person_is_asked_for_until_there_is_one_and_never_demanded(
    here, nia, people, asked_for
):
    response = sent(here, alone="A walk", people=people)

    page = here.get("/safety/plan/").content.decode()

    assert response["Location"] == "/safety/plan/"
    assert ("Is there one person you could tell?" in page) == asked_for


# --- beside it, and along ---------------------------------------------------------------------


def test_numbers_of_the_chosen_country_stand_beside_it_as_printed(here, nia):
    sent(here, alone="A walk", country="GB")

    page = here.get("/safety/plan/").content.decode()

    assert 'href="tel:999"' in page
    assert "116 123" in page


def test_without_a_country_the_plan_still_says_what_to_do(here, nia):
    write(nia, alone="A walk")

    page = here.get("/safety/plan/").content.decode()

    assert "the emergency number of the place you are in" in page


def test_the_copy_is_one_file_that_needs_nothing_else(here, nia):
    write(nia, **WORDS, country="GB")

    response = here.get("/safety/plan/copy/plan.html")
    page = response.content.decode()

    assert response["Content-Disposition"] == 'attachment; filename="plan.html"'
    assert response["Cache-Control"] == "no-store"
    assert all(words in page for words in [*WORDS.values(), "116 123"])
    assert not re.findall(r'(?:src|href)="(?!tel:|sms:)', page)


def test_before_a_copy_it_is_said_who_can_read_it(here, nia):
    write(nia, alone="A walk")

    page = here.get("/safety/plan/copy/").content.decode()

    assert "Anyone who can open the file can read it" in page


def test_words_are_shown_as_words_in_every_form_of_the_plan(here, nia):
    write(nia, signs="<script>alert(1)</script>", people="</textarea><b>")

    for path in ("", "change/", "copy/plan.html"):
        page = here.get(f"/safety/plan/{path}").content.decode()

        assert "<script>alert" not in page
        assert "</textarea><b>" not in page


def test_a_plan_that_is_thrown_away_is_gone(here, nia):
    write(nia, **WORDS)

    here.post("/safety/plan/remove/")

    assert not SafetyPlan.objects.exists()
    assert here.get("/safety/plan/copy/plan.html").status_code == 404
    assert b"Start the plan" in here.get("/safety/plan/").content


# --- on one page ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "how"),
    [
        (0, ""),
        (FULL, ""),
        (FULL + 1, "denser"),
        (FULL_DENSER, "denser"),
        (FULL_DENSER + 1, "densest"),
        (FULL_DENSEST, "densest"),
        (FULL_DENSEST + 1, "over"),
    ],
)
def test_a_longer_plan_is_printed_more_densely_until_it_no_longer_fits(lines, how):
    assert size({"signs": "a line\n" * lines}) == how


def test_a_line_that_breaks_counts_as_often_as_it_breaks():
    assert size({"signs": "x" * ON_A_LINE * FULL}) == ""
    assert size({"signs": "x" * ON_A_LINE * FULL + "x"}) == "denser"


def test_a_plan_that_takes_more_than_one_page_says_so(here, nia):
    write(nia, **{part.name: "a line\n" * 40 for part in PARTS})

    assert b"it takes more than one page" in here.get("/safety/plan/").content


# --- what it is called ------------------------------------------------------------------------


def test_it_bears_nobody_s_brand_anywhere():
    brand = re.compile("stanley[- ]?brown|\\bSPI\\b|safety planning intervention", re.IGNORECASE)
    files = [path for path in (HOUSE / "halved").rglob("*") if path.suffix in (".py", ".html")]

    named = [str(path) for path in files if brand.search(path.read_text())]

    assert files
    assert not named
