"""What is checked before all that one has leaves, comes in or is deleted."""

from typing import Any

from django import forms
from django.http import HttpRequest

from halved.accounts import tries
from halved.accounts.forms import passphrase_box
from halved.accounts.models import Member
from halved.accounts.views import TOO_OFTEN
from halved.archive.reading import MOST_BYTES, CannotRead, read


class Again(forms.Form):
    """The passphrase once more: an open room may be in somebody else's hand."""

    passphrase = forms.CharField(
        label="Your passphrase once more",
        strip=False,
        widget=passphrase_box("current-password"),
    )

    def is_right(self, request: HttpRequest, member: Member) -> bool:
        """Tried too often, it is not looked at."""
        if not self.is_valid():
            return False
        if not tries.may_try(request, str(member.pk)):
            self.add_error("passphrase", TOO_OFTEN)
        elif member.check_password(self.cleaned_data["passphrase"]):
            tries.was_right(request, str(member.pk))
            return True
        else:
            self.add_error("passphrase", "This is not your passphrase. Nothing was done.")
        return False


class BringForm(forms.Form):
    archive = forms.FileField(
        label="Your archive",
        help_text="The file that you downloaded. Its name ends in “.zip”.",
        error_messages={
            "required": "Choose a file first. One over 20 MB cannot be read here.",
            "empty": "This file is empty.",
        },
        widget=forms.FileInput(attrs={"accept": ".zip,application/zip"}),
    )

    def clean_archive(self) -> dict[str, Any]:
        """What stands in it."""
        try:
            return read(self.cleaned_data["archive"].read(MOST_BYTES + 1))
        except CannotRead as error:
            raise forms.ValidationError(str(error)) from error
