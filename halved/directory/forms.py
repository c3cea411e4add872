"""What is checked before a search, a correction, or data that comes in. Nothing here saves."""

from typing import Any

from django import forms
from django.core.files import File

from halved.directory import languages
from halved.directory.models import Correction
from halved.directory.searching.facets import LANGUAGES, WHOM
from halved.directory.searching.search import Query

LONGEST = 200  # signs of a search
WORDS = 1_000  # signs of a correction
NEAR = [(5, "5 km"), (10, "10 km"), (25, "25 km"), (50, "50 km"), (100, "100 km")]
WAYS = [("", "Any way"), ("phone", "By phone"), ("text", "By text message"),
        ("online", "Online"), ("visit", "Face to face")]  # fmt: skip
SPOKEN = sorted((languages.name(code), code) for code in LANGUAGES)


class SearchForm(forms.Form):
    """What somebody looks for. It carries all it holds from page to page, in the form itself: it
    is kept nowhere else."""

    text = forms.CharField(
        label="What do you need?",
        help_text="In your own words: someone to talk to about debt.",
        max_length=LONGEST,
        required=False,
        error_messages={"max_length": f"That is long. Use at most {LONGEST} signs."},
    )
    near = forms.CharField(
        label="Near",
        help_text="A town or a postcode. Leave it empty for anywhere.",
        max_length=80,
        required=False,
        error_messages={"max_length": "That is long for a place. A town is enough."},
    )
    within_km = forms.ChoiceField(
        label="How far?",
        choices=NEAR,
        initial=10,
        required=False,
        error_messages={"invalid_choice": "Choose how far."},
    )
    open_now = forms.BooleanField(label="Open now", required=False)
    free = forms.BooleanField(label="Free", required=False)
    wheelchair = forms.BooleanField(label="Wheelchairs get in", required=False)
    way = forms.ChoiceField(label="How?", choices=WAYS, required=False)
    language = forms.ChoiceField(
        label="In which language?",
        choices=[("", "Any language"), *((code, name) for name, code in SPOKEN)],
        required=False,
    )
    whom = forms.ChoiceField(
        label="For whom?",
        choices=[("", "Anyone"), *((code, label) for code, (label, _) in WHOM.items())],
        required=False,
    )
    page = forms.IntegerField(min_value=1, max_value=500, required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        asked = [name for name in self.fields if name not in ("within_km", "page", "near")]
        if not self.errors and not any(data.get(name) for name in asked):
            self.add_error("text", "Write a word first: money, or someone to talk to.")
        return data

    @property
    def ticks(self) -> list[forms.BoundField]:
        return [self[name] for name in ("open_now", "free", "wheelchair")]

    @property
    def narrowed(self) -> bool:
        """Whether something is chosen, or wrong, among what is folded away."""
        folded = ("open_now", "free", "wheelchair", "way", "language", "whom")
        return any(self[name].value() or self[name].errors for name in folded)

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The search as hidden fields of another form, less the page."""
        said = {name: value for name, value in self.cleaned_data.items() if value}
        said.pop("page", None)
        return [(name, "on" if value is True else str(value)) for name, value in said.items()]

    def query(self) -> Query:
        said = self.cleaned_data
        return Query(
            **{**said, "within_km": int(said["within_km"] or 10), "page": said["page"] or 1}
        )


class CorrectionForm(forms.Form):
    """What was wrong about a service."""

    kind = forms.ChoiceField(
        label="What was wrong?",
        choices=Correction.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what was wrong.",
            "invalid_choice": "Choose what was wrong.",
        },
    )
    words = forms.CharField(
        label="In your words, if you like",
        help_text="Leave out what you need them for. How it should be is enough.",
        max_length=WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": f"That is long. Use at most {WORDS} signs."},
    )


class DataForm(forms.Form):
    """A directory in a file."""

    ENDINGS = (".zip", ".json", ".csv")

    file = forms.FileField(
        label="The file",
        help_text="A zip with CSV or JSON files, or one JSON or CSV file. At most 20 MB.",
        error_messages={
            "required": "Choose a file first. One over 20 MB cannot be read here.",
            "empty": "This file is empty.",
        },
        widget=forms.FileInput(attrs={"accept": ".zip,.json,.csv"}),
    )
    name = forms.CharField(
        label="What is it called?",
        help_text="The name that people read beside what is found in it.",
        max_length=200,
        error_messages={"required": "Give it a name, such as the town it is for."},
    )

    def clean_file(self) -> "File[bytes]":
        file: File[bytes] = self.cleaned_data["file"]
        if not (file.name or "").lower().endswith(self.ENDINGS):
            raise forms.ValidationError("The name of the file must end in .zip, .json or .csv.")
        return file
