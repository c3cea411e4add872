"""What is checked before all that one has comes in."""

from typing import Any

from django import forms

from halved.archive.reading import MOST_BYTES, CannotRead, read


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
