"""What is noted before asking, and afterwards; and help that was given."""

from typing import Any

from django import forms
from django.utils.timezone import localdate

from halved.accounts.forms import NewRow
from halved.lookback.rules import AFTERWARDS, Moment
from halved.reflection.forms import LINE, LONGEST, NO_DAY, DayInput, steps_field


class BeforeForm(forms.Form):
    likely = steps_field("How likely is a yes?")
    weight = steps_field("How heavy is it now?")


class AfterForm(forms.Form):
    """How heavy it is, at the moment that the page asked about when it was opened."""

    weight = steps_field("How heavy is it now?")
    moment = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, asks_about: Moment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asks_about = asks_about
        self.fields["moment"].initial = asks_about.value

    def clean_moment(self) -> Moment:
        said = self.cleaned_data["moment"]
        return Moment(said) if said in AFTERWARDS else self.asks_about


class GivenForm(NewRow):
    words = forms.CharField(
        label="What did you do?",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write what you did. A few words are enough."},
    )
    whom = forms.CharField(label="For whom?", max_length=LINE, required=False)
    on = forms.DateField(label="When?", required=False, widget=DayInput, error_messages=NO_DAY)

    def noted(self) -> dict[str, Any]:
        """What was noted; without a day it was today."""
        said = self.cleaned_data
        on = said["on"] or localdate()
        return {"words": said["words"], "whom": said["whom"], "on": on.isoformat()}
