"""What is checked when somebody is put into the circle."""

from collections.abc import Iterable
from datetime import date as Day
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from halved.accounts.forms import NewRow, time_zones
from halved.circle import cards
from halved.circle.cards import Card
from halved.circle.rules import GOOD_AT

PHONE_SIGNS = set("0123456789+-()/. ")
LONGEST_NAME = 60


def is_phone(text: str) -> bool:
    """Whether this can be dialled: digits, and the signs people put between them."""
    digits = sum(sign in "0123456789" for sign in text)
    return set(text) <= PHONE_SIGNS and 3 <= digits <= 20


class ReachForm(NewRow):
    """A name, and how one reaches them."""

    name = forms.CharField(label="What do you call them?", max_length=LONGEST_NAME)
    phone = forms.CharField(
        label="Phone",
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="E-mail",
        max_length=254,
        required=False,
        error_messages={"invalid": "Write it like name@example.org, or leave it empty."},
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"].strip()
        if phone and not is_phone(phone):
            raise forms.ValidationError("Write it in digits, like +44 20 7946 0018.")
        return phone


class ContactForm(ReachForm):
    """Somebody of the circle. `concerns` are the ids and first lines of what the member carries."""

    relation = forms.CharField(
        label="Who are they to you?",
        help_text="Brother, neighbour, a doctor. Only you see this.",
        max_length=60,
        required=False,
    )
    in_person = forms.BooleanField(label="I see them face to face", required=False)
    kinds = forms.MultipleChoiceField(
        label="What are they good at?",
        choices=list(GOOD_AT.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    timezone = forms.ChoiceField(
        label="Their time zone",
        help_text="Halved never writes to them between nine at night and eight in the morning.",
        required=False,
        choices=lambda: [
            ("", "The same as mine"),
            *time_zones(),
        ],
    )

    inner = forms.BooleanField(label="One of the people closest to me", required=False)
    rest_until = forms.DateField(
        label="Not before",
        help_text="Until that day, Halved does not suggest them.",
        required=False,
        error_messages={"invalid": "There is no such day. Write it like 2027-01-31."},
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    not_about = forms.MultipleChoiceField(
        label="Not about this",
        help_text="Halved does not suggest them for what you choose here.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    profession = forms.CharField(
        label="What are they?",
        help_text="A doctor, a therapist, an advice service. Leave it empty for a friend.",
        max_length=60,
        required=False,
    )

    def __init__(self, *args: Any, concerns: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["not_about"].choices = list(concerns)  # type: ignore[attr-defined]

    def clean_rest_until(self) -> str:
        day: Day | None = self.cleaned_data["rest_until"]
        return day.isoformat() if day else ""


class CardFileForm(forms.Form):
    """A contact file. `cards` are the people in it, as they would be kept."""

    file = forms.FileField(
        label="A contact file",
        help_text="Its name may end in “.vcf”. It may be up to 2 MB.",
        error_messages={
            "required": "Choose a contact file of at most 2 MB first.",
            "empty": cards.NOBODY,
        },
        widget=forms.FileInput(attrs={"accept": ".vcf,text/vcard,text/x-vcard"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            self.cards = [as_kept(card) for card in cards.read(file.read(cards.MOST_BYTES + 1))]
        except cards.CannotRead as error:
            raise ValidationError(str(error)) from None
        return file


def as_kept(card: Card) -> Card:
    """The card as the circle keeps it: one line, and a number and an address that work."""
    name = " ".join(card.name.split())
    short = name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
    phone = card.phone if is_phone(card.phone) and len(card.phone) <= 40 else ""
    return Card(short, phone, card.email if _is_email(card.email) else "")


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 254


class PickForm(NewRow):
    """The people picked from a file. Each box holds what will be kept of one person, so that the
    server keeps nothing of those who were not picked: a box without a tick is not even sent."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        picked = self.data.getlist("card")  # type: ignore[attr-defined]
        try:
            data["cards"] = list(dict.fromkeys(_card(box) for box in picked))
        except ValueError:
            raise ValidationError("This page cannot be read. Choose the file once more.") from None
        if not data["cards"]:
            raise ValidationError("Nobody was picked, and nobody was added. Choose the file again.")
        return data


def box(card: Card) -> str:
    """What a box for this card holds: three lines, any but the first may be empty."""
    return f"{card.name}\n{card.phone}\n{card.email}"


def _card(text: str) -> Card:
    """The card of a box. Raises ValueError when the page did not make it."""
    name, phone, email = text.replace("\r\n", "\n").split("\n")
    form = ContactForm({"name": name, "phone": phone, "email": email})
    if not form.is_valid():
        raise ValueError
    return Card(*(form.cleaned_data[field] for field in ("name", "phone", "email")))
