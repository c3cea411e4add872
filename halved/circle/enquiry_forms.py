"""What is checked when somebody turns to practices and services. Nothing here saves or sends."""

from datetime import date as Day
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from halved.accounts.forms import NewRow
from halved.circle.following_up import Outcome, Try, Way
from halved.circle.forms import LONGEST_NAME, ReachForm

LONGEST = 5_000
AHEAD = timedelta(days=3660)  # waiting lists can be long
BACK = timedelta(days=3660)
NO_DAY = {"invalid": "There is no such day. Write it like 2027-01-31."}
WAYS = [(Way.CALL, "by phone"), (Way.MAIL, "by e-mail"), (Way.FORM, "with a form on their page")]
OUTCOMES = [
    (Outcome.SILENCE, "No answer yet"),
    (Outcome.MESSAGE, "I left a message"),
    (Outcome.WAITING, "I am on their waiting list"),
    (Outcome.TALK, "A first talk is agreed"),
    (Outcome.NO, "They can’t, or they are full"),
]
# Which boxes say more about which outcome. The others are not kept.
MORE = {Outcome.TALK: ["talk_on"], Outcome.WAITING: ["since", "until", "place"]}


def day_field(label: str, *, required: bool = False, hint: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=hint,
        required=required,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=NO_DAY | {"required": "Choose a day."},
    )


class PracticeForm(ReachForm):
    """A practice or service, for the list and for the circle."""

    name = forms.CharField(
        label="Name", max_length=LONGEST_NAME, error_messages={"required": "Write a name first."}
    )
    profession = forms.CharField(
        label="What are they?",
        help_text="A therapist, a doctor, an advice service.",
        max_length=60,
        error_messages={"required": "A word is enough: therapist, doctor, advice."},
    )


class WordsForm(forms.Form):
    words = forms.CharField(
        label="Your words for a first call or mail",
        help_text="Only you see this.",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    notes = forms.CharField(
        label="Notes for yourself",
        help_text="Opening hours, whom you spoke to, what they said.",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TryForm(NewRow):
    """One call, mail or form, and what came of it. `once` is the id of the try."""

    way = forms.ChoiceField(
        label="How?",
        choices=WAYS,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose how.", "invalid_choice": "Choose how."},
    )
    on = day_field("When?", required=True)
    outcome = forms.ChoiceField(
        label="What came of it?",
        choices=OUTCOMES,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose what came of it.",
            "invalid_choice": "Choose what came of it.",
        },
    )
    talk_on = day_field("When is the first talk?", hint="Leave it empty if you don’t know yet.")
    since = day_field("On the list since")
    until = day_field("Until about", hint="If they said so.")
    place = forms.CharField(
        label="Your place on the list", help_text="If they said so.", max_length=60, required=False
    )

    def clean_on(self) -> Day:
        return _past(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """Only what belongs to the outcome is looked at, and kept."""
        data = super().clean() or {}
        wanted = MORE.get(data.get("outcome", ""), [])
        for name in [name for names in MORE.values() for name in names]:
            if name not in wanted:
                self.errors.pop(name, None)
                data.pop(name, None)
            elif isinstance(data.get(name), Day):
                self._check(name, data[name])
        return data

    def _check(self, name: str, day: Day) -> None:
        try:
            _past(day) if name == "since" else _within_reach(day)
        except ValidationError as error:
            self.add_error(name, error)

    def tried(self) -> Try:
        said = self.cleaned_data
        more = {name: said[name] for name in MORE.get(said["outcome"], []) if said[name]}
        return Try(
            id=str(said["once"] or uuid4()),
            on=said["on"],
            way=Way(said["way"]),
            outcome=Outcome(said["outcome"]),
            **more,
        )


class FollowUpForm(forms.Form):
    """The day to follow up; none, to be reminded no more."""

    follow_up_on = day_field("Another day", required=True)

    def clean_follow_up_on(self) -> Day:
        day = _within_reach(self.cleaned_data["follow_up_on"])
        if day < localdate():
            raise ValidationError("That day is over. Choose today, or a later day.")
        return day


def _past(day: Day) -> Day:
    if day > localdate():
        raise ValidationError("That day has not come yet. Note it when you have been in touch.")
    return _within_reach(day)


def _within_reach(day: Day) -> Day:
    today = localdate()
    if not today - BACK <= day <= today + AHEAD:
        raise ValidationError("Choose a day within ten years.")
    return day
