"""The passphrase once more: an open room may be in somebody else's hand."""

from django import forms
from django.http import HttpRequest

from halved.accounts import tries
from halved.accounts.forms import passphrase_box
from halved.accounts.models import Member


class Again(forms.Form):
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
            self.add_error("passphrase", tries.TOO_OFTEN)
        elif member.check_password(self.cleaned_data["passphrase"]):
            tries.was_right(request, str(member.pk))
            return True
        else:
            self.add_error("passphrase", "This is not your passphrase. Nothing was done.")
        return False
