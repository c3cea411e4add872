"""What is checked when somebody writes down a piece of help. Nothing here saves."""

from datetime import date as Day
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from halved.accounts.forms import NewRow, plain_name
from halved.pieces.following import About
from halved.pieces.rules import MOST_PLACES
from halved.pieces.series import AHEAD, MOST, CannotRepeat, When, expand

OVERNIGHT = timedelta(hours=14)  # what ends earlier in the day than it begins lasts at most so long
LAST_OF_ALL = 28  # the last day that every month has
NO_SUCH_DAY = "There is no such day. Write it like 2027-01-31."
NO_SUCH_TIME = "Write the time like 18:30."
AGAIN = [
    ("", "Once"),
    ("DAILY", "Every day"),
    ("WEEKLY", "Every week"),
    ("MONTHLY", "Every month"),
]
DAYS = [
    ("MO", "Monday"),
    ("TU", "Tuesday"),
    ("WE", "Wednesday"),
    ("TH", "Thursday"),
    ("FR", "Friday"),
    ("SA", "Saturday"),
    ("SU", "Sunday"),
]


def _day_box() -> forms.DateInput:
    about = {"type": "date", "placeholder": "2027-01-31", "autocomplete": "off"}
    return forms.DateInput(format="%Y-%m-%d", attrs=about)


def _time_box() -> forms.TimeInput:
    about = {"type": "time", "placeholder": "18:30", "autocomplete": "off"}
    return forms.TimeInput(format="%H:%M", attrs=about)


class PieceForm(forms.Form):
    """One piece of help. Afterwards `when` and `about` are what an action takes.

    `zone`: whose clock it goes by. `taken`: how many of its places belong to somebody.
    """

    what = forms.CharField(
        label="What is needed?",
        help_text="A ride, a meal, an evening, a form to fill in together.",
        max_length=200,
        error_messages={"required": "Write a word or two first."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    day = forms.DateField(
        label="On which day?",
        error_messages={"invalid": NO_SUCH_DAY, "required": "Choose a day."},
        widget=_day_box(),
    )
    starts = forms.TimeField(
        label="From",
        error_messages={"invalid": NO_SUCH_TIME, "required": "From when?"},
        widget=_time_box(),
    )
    ends = forms.TimeField(
        label="Until",
        error_messages={"invalid": NO_SUCH_TIME, "required": "Until when?"},
        widget=_time_box(),
    )
    where = forms.CharField(
        label="Where?",
        help_text="Only who takes it sees this.",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    places = forms.IntegerField(
        label="Helpers needed",
        initial=1,
        min_value=1,
        max_value=MOST_PLACES,
        error_messages=dict.fromkeys(
            ["required", "invalid", "min_value", "max_value"],
            f"Write a number from 1 to {MOST_PLACES}.",
        ),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    leave_out = forms.CharField(
        label="What should they not bring, or not do?",
        help_text="Nuts, flowers, advice. Only who takes it sees this.",
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, zone: str, now: datetime, taken: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone, self.now, self.taken = zone, now, taken

    def clean_day(self) -> Day:
        day: Day = self.cleaned_data["day"]
        today = self.now.astimezone(ZoneInfo(self.zone)).date()
        if day < today:
            raise forms.ValidationError("That day is over. Choose one to come.")
        if day > today + AHEAD:
            raise forms.ValidationError("That is more than a year away. Choose a nearer day.")
        return day

    def clean_places(self) -> int:
        places: int = self.cleaned_data["places"]
        if places < self.taken:
            raise forms.ValidationError(f"{self.taken} have taken it. It cannot need fewer.")
        return places

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if all(name in data for name in ("day", "starts", "ends")):
            self._find_times(data["day"], data["starts"], data["ends"])
        return data

    def _find_times(self, day: Day, starts: time, ends: time) -> None:
        begin, end = datetime.combine(day, starts), datetime.combine(day, ends)
        if end <= begin:
            end += timedelta(days=1)
            if end - begin > OVERNIGHT:
                self.add_error("ends", "It ends before it begins. Look at both times again.")
                return
        self.when = When(begin, end, self.zone, self.rule(day))
        if self.errors:
            return
        try:
            first = expand(self.when)[0]
        except CannotRepeat as error:
            self.add_error(None, str(error))
            return
        if first.starts_at <= self.now:
            self.add_error("starts", "That time is over. Choose a later one.")

    def rule(self, day: Day) -> str:
        """How it comes again, as an RFC 5545 rule."""
        return ""

    @property
    def about(self) -> About:
        return About(**{name: self.cleaned_data[name] for name in ABOUT})


ABOUT = ("what", "where", "leave_out", "places")


class NewPieceForm(NewRow, PieceForm):
    """A piece that may come again."""

    again = forms.ChoiceField(
        label="Does it come again?",
        choices=AGAIN,
        required=False,
        initial="",
        widget=forms.RadioSelect,
    )
    days = forms.MultipleChoiceField(
        label="On which days of the week?",
        help_text="Choose none, and it is the day above.",
        choices=DAYS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    until = forms.DateField(
        label="Until which day?",
        required=False,
        error_messages={"invalid": NO_SUCH_DAY},
        widget=_day_box(),
    )
    times = forms.IntegerField(
        label="Or how many times?",
        required=False,
        min_value=1,
        max_value=MOST,
        error_messages=dict.fromkeys(
            ["invalid", "min_value", "max_value"], f"Write a number from 1 to {MOST}."
        ),
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    def rule(self, day: Day) -> str:
        data = self.cleaned_data
        again = data.get("again", "")
        if not again or not {"days", "until", "times"} <= set(data):
            return ""
        until, times = data["until"], data["times"]
        if bool(until) == bool(times):
            self.add_error("until", "Choose one of the two: until a day, or how many times.")
        elif until and until < day:
            self.add_error("until", "That is before the first day. Choose a later one.")
        if again == "MONTHLY" and day.day > LAST_OF_ALL:
            said = f"Some months have no such day. Choose one from the 1st to the {LAST_OF_ALL}th."
            self.add_error("day", said)
        on = f";BYDAY={','.join(data['days'] or [DAYS[day.weekday()][0]])}"
        end = f"UNTIL={until:%Y%m%d}" if until else f"COUNT={times}"
        return f"FREQ={again}{on if again == 'WEEKLY' else ''};{end}"


class CalledForm(forms.Form):
    """What a helper wants the others to call them."""

    called = forms.CharField(
        max_length=60,
        required=False,
        validators=[plain_name],
        error_messages={"max_length": "A short name is enough here. Please shorten it."},
    )
