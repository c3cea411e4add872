"""What is checked when somebody is put into the circle."""

from django import forms

from halved.accounts.forms import NewRow, time_zones

PHONE_SIGNS = set("0123456789+-()/. ")
KINDS = [
    ("instrumental", "doing something together"),
    ("informational", "knowing how"),
    ("emotional", "being there"),
]


def is_phone(text: str) -> bool:
    """Whether this can be dialled: digits, and the signs people put between them."""
    digits = sum(sign in "0123456789" for sign in text)
    return set(text) <= PHONE_SIGNS and 3 <= digits <= 20


class ContactForm(NewRow):
    name = forms.CharField(label="What do you call them?", max_length=60)
    relation = forms.CharField(
        label="Who are they to you?",
        help_text="Brother, neighbour, a doctor. Only you see this.",
        max_length=60,
        required=False,
    )
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
    in_person = forms.BooleanField(label="I see them face to face", required=False)
    kinds = forms.MultipleChoiceField(
        label="What are they good at?",
        choices=KINDS,
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

    def clean_phone(self) -> str:
        phone: str = self.cleaned_data["phone"].strip()
        if phone and not is_phone(phone):
            raise forms.ValidationError("Write it in digits, like +44 20 7946 0018.")
        return phone
