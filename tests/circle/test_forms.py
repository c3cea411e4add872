"""What is a phone number, and what is none."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from halved.circle.forms import PHONE_SIGNS, ContactForm, is_phone


@pytest.mark.parametrize(
    "number",
    ["999", "+44 20 7946 0018", "(020) 7946-0018", "020/79460018", "1.800.555.0199", "0" * 20],
)
def test_a_number_is_taken_as_people_write_it(number):
    assert is_phone(number)


@pytest.mark.parametrize(
    "number",
    ["12", "", "call me", "0" * 21, "020 7946 0018 ext 4", "٠٢٠٧٩٤٦", "²³⁴", "999\n", "999;1"],
)
def test_what_can_not_be_dialled_is_no_number(number):
    assert not is_phone(number)


@given(st.text(alphabet=sorted(PHONE_SIGNS), max_size=30))
@settings(max_examples=200)
def test_only_how_many_digits_there_are_decides_among_the_signs_of_a_number(text):
    digits = [sign for sign in text if sign.isdigit()]

    assert is_phone(text) == (3 <= len(digits) <= 20)


# Without a deadline: the first form of a process reads every time zone.
@given(st.text(max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_the_form(text):
    form = ContactForm({"name": "Cleo", "phone": text, "email": text, "relation": text})

    assert form.is_valid() or form.errors


def test_spaces_around_a_number_or_a_name_do_not_matter():
    form = ContactForm({"name": " Cleo ", "phone": " 999 ", "email": " cleo@example.org "})

    assert form.is_valid()
    assert form.cleaned_data["name"] == "Cleo"
    assert form.cleaned_data["phone"] == "999"
    assert form.cleaned_data["email"] == "cleo@example.org"
