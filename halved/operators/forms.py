"""What is checked of what operators type, and of what a suspended member types."""

from typing import Any

from django import forms
from django.http import HttpRequest

from halved.accounts import tries
from halved.accounts.forms import passphrase_box
from halved.accounts.models import Member
from halved.accounts.tries import TOO_OFTEN
from halved.delivery.forms import AddressForm


class NameForm(forms.Form):
    name = forms.CharField(
        label="The name they sign in with",
        max_length=60,
        error_messages={"required": "Write the name first."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def found(self) -> Member | None:
        return Member.objects.filter(username__iexact=self.cleaned_data["name"].strip()).first()


class StopForm(AddressForm):
    """For somebody who wrote a letter or rang."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["address"].label = "The e-mail address"
        self.fields["address"].widget.attrs["autocomplete"] = "off"


class TakeBackForm(StopForm):
    asked = forms.BooleanField(
        label="Whoever owns this address asked me for it themselves",
        error_messages={"required": "Take an address off only when its owner asked for it."},
    )


class StillMine(forms.Form):
    """Name and passphrase of a member who is suspended. They open the room for this once."""

    name = forms.CharField(
        label="Your name here", max_length=60, widget=forms.TextInput(attrs={"spellcheck": "false"})
    )
    passphrase = forms.CharField(
        label="Your passphrase", strip=False, widget=passphrase_box("current-password")
    )

    def whose(self, request: HttpRequest) -> Member | None:
        """The member, with an open room. Names that are not suspended, or not there, take as long
        and get the same answer."""
        if not self.is_valid():
            return None
        name, passphrase = self.cleaned_data["name"].strip(), self.cleaned_data["passphrase"]
        if not tries.may_try(request, name):
            self.add_error(None, TOO_OFTEN)
            return None
        member = Member.objects.filter(username__iexact=name, is_active=False).first()
        if member is None:
            Member().set_password(passphrase)
        elif member.check_password(passphrase):
            tries.was_right(request, name)
            return member
        self.add_error(None, "Name and passphrase do not fit together, or nobody closed this room.")
        return None
