"""What is checked when someone sets up a room, opens it or changes it."""

import re
from functools import cache
from typing import Any
from uuid import UUID, uuid4, uuid5
from zoneinfo import available_timezones

from allauth.account.forms import LoginForm, SignupForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.db.models import Model


class NewRow(forms.Form):
    """A form that makes a row carries a number of its own, so that sending it twice makes one."""

    # Without an id: there may be two such forms on one page.
    once = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"id": False})
    )

    def row_id(self, owner: Model) -> UUID:
        """The id of the row this form makes. Nobody can aim it at somebody else's row."""
        return uuid5(owner.pk, str(self.cleaned_data["once"] or uuid4()))


@cache
def time_zones() -> list[tuple[str, str]]:
    """Every time zone as a choice. To know them all, some 600 files are looked into: once."""
    return [(zone, zone.replace("_", " ")) for zone in sorted(available_timezones())]


PASSPHRASE_HINT = "At least ten signs. A few words that only you would put together work well."


def passphrase_box(autocomplete: str) -> forms.PasswordInput:
    return forms.PasswordInput(attrs={"autocomplete": autocomplete, "spellcheck": "false"})


class NewPassphrase(forms.Form):
    """A passphrase, typed twice. It is never trimmed."""

    passphrase = forms.CharField(
        label="Choose a passphrase",
        help_text=PASSPHRASE_HINT,
        strip=False,
        widget=passphrase_box("new-password"),
    )
    again = forms.CharField(
        label="The same once more",
        strip=False,
        widget=passphrase_box("new-password"),
    )

    def clean_passphrase(self) -> str:
        passphrase: str = self.cleaned_data["passphrase"]
        validate_password(passphrase)
        return passphrase

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "passphrase" in data and "again" in data and data["passphrase"] != data["again"]:
            self.add_error("again", "The two are not the same. Type it once more.")
        return data


class SetupForm(NewPassphrase):
    """The first start on one's own machine."""

    timezone = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-zone": ""}))

    def clean_timezone(self) -> str:
        zone: str = self.cleaned_data["timezone"]
        return zone if zone in dict(time_zones()) else ""


class Unlock(forms.Form):
    passphrase = forms.CharField(
        label="Your passphrase",
        strip=False,
        widget=passphrase_box("current-password"),
    )


class ChangePassphrase(NewPassphrase):
    field_order = ["now", "passphrase", "again"]
    now = forms.CharField(
        label="Your passphrase now",
        strip=False,
        widget=passphrase_box("current-password"),
    )


class ConfirmCode(forms.Form):
    last = forms.CharField(
        label="Type the last five letters of the code",
        help_text="So that both of us know you have kept it.",
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class LostPassphrase(NewPassphrase):
    """A new passphrase by way of the recovery code."""

    field_order = ["username", "code", "passphrase", "again"]
    username = forms.CharField(label="Your name here", max_length=60)
    code = forms.CharField(
        label="Your recovery code",
        help_text="Six groups of five. Spaces, dashes and capitals do not matter.",
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


def plain_name(name: str) -> None:
    """A name that strangers read on a page and in a mail must not carry a link or an address."""
    if re.search(r"\w[.@/]\w|://", name):
        raise forms.ValidationError("Write a name only: no address and no link.")


class RoomForm(forms.Form):
    """How the member appears to others, and how Halved reaches the member."""

    signs_as = forms.CharField(
        label="The name others see",
        help_text="On what you ask through Halved. The name they call you is best.",
        max_length=60,
        required=False,
        validators=[plain_name],
    )
    timezone = forms.ChoiceField(
        label="Your time zone",
        choices=time_zones,
    )
    notice_address = forms.EmailField(
        label="Tell me by e-mail when something is waiting",
        help_text="The message says only that. Leave it empty for none.",
        required=False,
        max_length=254,
    )


class SignInForm(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Your name here"
        self.fields["login"].widget.attrs.pop("placeholder", None)
        self.fields["password"].label = "Your passphrase"
        self.fields["password"].help_text = ""
        self.fields["password"].strip = False
        self.fields["password"].widget.attrs.pop("placeholder", None)


class SignUpForm(SignupForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "Choose a name to sign in with"
        self.fields["username"].help_text = "Only you use it. It need not be your real name."
        self.fields["password1"].label = "Choose a passphrase"
        self.fields["password1"].help_text = PASSPHRASE_HINT
        self.fields["password2"].label = "The same once more"
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)


class PasskeyName(forms.Form):
    name = forms.CharField(
        label="What you call it",
        help_text="So that you know it again: “My phone”. Only you can read this.",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
