"""What is checked when somebody writes down what they carry. All of it may be left out."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.timezone import localdate

from halved.accounts.forms import NewRow
from halved.accounts.models import Member
from halved.reflection import moments, rules
from halved.reflection.barriers import BARRIERS

LONGEST = 10_000
LINE = 500
NO_DAY = {"invalid": "There is no such day. Write it like 2027-01-31."}


def one_of(words: str) -> dict[str, str]:
    """What is said when none of the choices was chosen, or one that is not there."""
    return {"required": words, "invalid_choice": words}


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"placeholder": "2027-01-31"})


class ConcernForm(NewRow):
    words = forms.CharField(
        label="What are you carrying?",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"placeholder": "A line is enough.", "rows": 3}),
        error_messages={"required": "Write a word or two first. A line is enough."},
    )


class AboutForm(ConcernForm):
    """The words, and what belongs to them."""

    since = forms.CharField(
        label="Since when?",
        help_text="A date, or “the summer”.",
        max_length=60,
        required=False,
    )
    better = forms.CharField(label="What would count as better?", max_length=LINE, required=False)
    stop_on = forms.DateField(
        label="A date on which you stop trying it this way",
        required=False,
        widget=DayInput,
        error_messages=NO_DAY,
    )


def steps_field(label: str, hint: str = "") -> forms.TypedChoiceField:
    """Eleven steps, 0 to 10. Leaving it out is fine, and comes back as None."""
    return forms.TypedChoiceField(
        label=label,
        help_text=hint,
        choices=[(step, str(step)) for step in range(11)],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Choose a number from 0 to 10, or none."},
    )


class WeightForm(NewRow):
    """How heavy it is, and a line. Each may be left out."""

    weight = steps_field("How heavy is it today?")
    line = forms.CharField(label="A line, if you like", max_length=LINE, required=False)
    wish = steps_field("How much do you feel like asking someone?")

    def noted(self) -> dict[str, Any]:
        """What was noted, ready for a check-in; empty when everything was left out."""
        said = {name: self.cleaned_data[name] for name in ("weight", "line", "wish")}
        said["line"] = said["line"] or None
        return said if any(value is not None for value in said.values()) else {}


class AttemptForm(NewRow):
    what = forms.CharField(
        label="What did you try?",
        help_text="The same words for the same thing: that shows whether it moves.",
        max_length=LINE,
        error_messages={"required": "Write what you tried. A few words are enough."},
    )
    on = forms.DateField(label="When?", required=False, widget=DayInput, error_messages=NO_DAY)
    moved = forms.ChoiceField(
        label="Did it move anything?",
        choices=[
            (rules.Moved.YES, "Yes"),
            (rules.Moved.LITTLE, "A little"),
            (rules.Moved.NO, "No"),
        ],
        widget=forms.RadioSelect,
        error_messages=one_of("Choose one of the three."),
    )

    def noted(self) -> dict[str, Any]:
        on: date = self.cleaned_data["on"] or localdate()
        said = self.cleaned_data
        return {"what": said["what"], "on": on.isoformat(), "moved": said["moved"]}


class CostForm(NewRow):
    """What it costs at the moment: none, some, a lot, for each area or for none."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in rules.AREAS.items():
            self.fields[name] = forms.TypedChoiceField(
                label=label,
                choices=[(level, words.capitalize()) for level, words in enumerate(rules.LEVELS)],
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
                error_messages=one_of("Choose one of the three, or none."),
            )

    def noted(self) -> dict[str, Any]:
        """The levels that were chosen; empty when none was."""
        found = {name: self.cleaned_data[name] for name in rules.AREAS}
        levels = {name: level for name, level in found.items() if level is not None}
        return {"levels": levels} if levels else {}


class BarrierForm(forms.Form):
    kinds = forms.MultipleChoiceField(
        label="What gets in the way?",
        choices=[(barrier.kind, barrier.words) for barrier in BARRIERS.values()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    own = forms.CharField(label="Something else", max_length=LINE, required=False)


class WeighForm(NewRow):
    """Questions whose yes is a sign. Every one may be left out."""

    weight = steps_field("How heavy is it today?")
    wish = steps_field("How much do you feel like asking someone?")
    yes = forms.MultipleChoiceField(
        label="What is true?",
        choices=[
            *rules.RED_QUESTIONS.items(),
            *rules.YELLOW_QUESTIONS.items(),
            *rules.GREEN_QUESTIONS.items(),
        ],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class ChoiceForm(NewRow):
    """What the person does, whatever the rule of thumb says."""

    choice = forms.TypedChoiceField(
        choices=[(int(outcome), outcome.name) for outcome in rules.Outcome],
        coerce=lambda value: rules.Outcome(int(value)),
        error_messages=one_of("Choose one of the three."),
    )
    again_on = forms.DateField(
        label="and look again on", required=False, widget=DayInput, error_messages=NO_DAY
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["again_on"].widget.attrs["min"] = today.isoformat()

    def clean_again_on(self) -> date | None:
        day: date | None = self.cleaned_data["again_on"]
        if day and day < self.today:
            raise forms.ValidationError("That day is over. Choose one to come.")
        return day


class OtherwiseForm(forms.Form):
    """ "I see it differently", kept beside what the rule says. Empty takes it away again."""

    otherwise = forms.CharField(
        label="How do you see it?",
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


TRIGGERS = [
    ("time", "A day and an hour come"),
    ("weight", "It gets this heavy"),
    ("standstill", "Nothing has moved by a day"),
    ("event", "Something happens that I name"),
]
WITH_A_DAY = ("time", "standstill")


class PlanForm(NewRow):
    """If this, then I ask."""

    kind = forms.ChoiceField(
        label="If …",
        choices=TRIGGERS,
        widget=forms.RadioSelect,
        error_messages=one_of("Choose one of the four."),
    )
    day = forms.DateField(
        label="Which day?", required=False, widget=DayInput, error_messages=NO_DAY
    )
    hour = forms.TimeField(
        label="At what time?",
        required=False,
        initial=moments.MORNING,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "placeholder": "18:30"}),
        error_messages={"invalid": "Write the time like 18:30."},
    )
    weight = steps_field("How heavy?")
    words = forms.CharField(label="What happens?", max_length=LINE, required=False)

    def __init__(self, *args: Any, member: Member, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone, self.now = member.timezone, now

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind = data.get("kind")
        if kind in WITH_A_DAY and "day" not in self.errors:
            self._check_day(data.get("day"))
        if kind == "weight" and data.get("weight") is None and "weight" not in self.errors:
            self.add_error("weight", "Choose how heavy it has to get.")
        if kind == "event" and not data.get("words") and "words" not in self.errors:
            self.add_error("words", "Name what has to happen.")
        return data

    def _check_day(self, day: date | None) -> None:
        today = self.now.date()
        if not day:
            self.add_error("day", "Choose a day for it.")
        elif day > today + moments.FARTHEST:
            self.add_error("day", "That is more than ten years away. Choose a nearer day.")
        elif day < today - timedelta(days=1) or self._moment(day) <= self.now:
            self.add_error("day", "That moment is over. Choose one to come.")

    def _moment(self, day: date) -> datetime:
        return moments.moment(day, self.cleaned_data.get("hour"), self.zone)

    def due_at(self) -> datetime | None:
        with_a_day = self.cleaned_data["kind"] in WITH_A_DAY
        return self._moment(self.cleaned_data["day"]) if with_a_day else None

    def trigger(self) -> dict[str, Any]:
        """What the plan waits for: what belongs to its kind, and nothing else that was typed."""
        data = self.cleaned_data
        if data["kind"] in WITH_A_DAY:
            hour = data.get("hour") or moments.MORNING
            return {"kind": data["kind"], "day": data["day"].isoformat(), "hour": f"{hour:%H:%M}"}
        name = "weight" if data["kind"] == "weight" else "words"
        return {"kind": data["kind"], name: data[name]}
