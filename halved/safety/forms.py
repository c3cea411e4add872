"""What is checked when somebody writes a safety plan. Every part may be left out."""

from typing import Any

from django import forms
from django.conf import settings

from halved.safety.book import open_book
from halved.safety.parts import LONGEST, PARTS

TOO_LONG = "“%s” is longer than fits on the page. Take out a line or two."


class Before(forms.Textarea):
    """What stood in a box when the page was made, out of sight."""

    is_hidden = True

    def __init__(self) -> None:
        super().__init__(attrs={"hidden": True, "aria-label": "before"})


class WordsField(forms.CharField):
    hidden_widget = Before

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without a maxlength: browsers cut what is pasted, and say nothing."""
        return {}


class CountryField(forms.ChoiceField):
    hidden_widget = Before


class PlanForm(forms.Form):
    """Carries along what stood in each box at first. Only what was changed here is kept, so that
    an old page in another tab undoes nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for part in PARTS:
            self.fields[part.name] = WordsField(
                label=part.title,
                help_text=part.hint,
                max_length=LONGEST,
                required=False,
                show_hidden_initial=True,
                widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
                error_messages={"max_length": TOO_LONG % part.title},
            )
        countries = open_book(settings.LINES_FILE).countries
        named = [(code, country.name) for code, country in countries.items()]
        self.fields["country"] = CountryField(
            label="Which country’s numbers may stand beside it?",
            choices=[("", "None"), *named],
            required=False,
            show_hidden_initial=True,
        )

    def texts(self) -> dict[str, str]:
        """What stands in the boxes by now and can be kept."""
        self.full_clean()
        return {name: text.replace("\r\n", "\n") for name, text in self.cleaned_data.items()}

    def changed(self) -> dict[str, str]:
        """What of it was changed on this page."""
        return {name: text for name, text in self.texts().items() if name in self.changed_data}
