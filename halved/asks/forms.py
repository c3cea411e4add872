"""What is checked at each step of an ask. Nothing here saves or sends."""

from datetime import date as Day
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.core.validators import EmailValidator, RegexValidator

from halved.accounts.forms import NewRow, plain_name
from halved.asks.models import Ask, Invitation, SupportKind
from halved.asks.rules import Answer, Order, Pace, Way
from halved.circle.forms import is_phone
from halved.circle.models import Contact
from halved.delivery.models import Report

MOST_PEOPLE = 8
LONGEST = 5_000
LONGEST_ANSWER = 2_000
FURTHEST = timedelta(days=366)
TOO_LONG = "Longer than fits here: %(limit_value)d signs at most. Please shorten it."
ONE_OF_FOUR = "Choose one of the four answers."

STRAYS = (
    "You changed whom to ask since this page was opened. These words have no box any more."
    " Copy them into one:"
)

WAYS = [
    (Way.IN_PERSON, "face to face"),
    (Way.CALL, "by phone"),
    (Way.MESSAGE, "by a message or mail of my own"),
    (Way.LINK, "with a private link that I pass on"),
    (Way.EMAIL, "by e-mail that Halved sends"),
]
ORDERS = [
    (Order.IN_TURN, "One after the other, until someone says yes"),
    (Order.TOGETHER, "Everyone at once, each with words of their own"),
]
PACES = [
    (Pace.HOURS, "Hours: a reminder after four, the next person two hours later"),
    (Pace.DAYS, "Days: a reminder after two, the next person a day later"),
    (Pace.WEEK, "A week: a reminder after five days, the next person two days later"),
]


def ways_here() -> list[tuple[Way, str]]:
    """The ways that work on this server: links and mail need an address others can reach."""
    missing = set() if settings.CAN_LINK else {Way.LINK}
    missing |= set() if settings.CAN_MAIL else {Way.EMAIL}
    return [(way, label) for way, label in WAYS if way not in missing]


class NewAskForm(NewRow):
    """Begins a draft, perhaps from a concern, perhaps for somebody of the circle."""

    concern = forms.UUIDField(required=False, widget=forms.HiddenInput)
    contact = forms.UUIDField(required=False, widget=forms.HiddenInput)


class KindForm(forms.Form):
    kinds = forms.MultipleChoiceField(
        label="What kind of help?",
        choices=SupportKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class PersonForm(forms.Form):
    """One person and how they are asked."""

    contact = forms.ChoiceField(label="Whom?", required=False)
    way = forms.ChoiceField(label="How?", required=False)

    def __init__(self, *args: Any, contacts: list[Contact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Sent twice, a line is the same as what is kept by then. It counts all the same.
        self.empty_permitted = False
        self.contacts = {str(contact.pk): contact for contact in contacts}
        names = [(pk, contact.name) for pk, contact in self.contacts.items()]
        self.fields["contact"] = forms.ChoiceField(
            label="Whom?", required=False, choices=[("", "nobody"), *names]
        )
        self.fields["way"] = forms.ChoiceField(
            label="How?", required=False, choices=[("", "choose a way"), *ways_here()]
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        contact = self.contacts.get(data.get("contact", ""))
        way = data.get("way")
        if contact and not way:
            self.add_error("way", f"Choose how you want to ask {contact.name}.")
        if contact and way == Way.EMAIL and not contact.email:
            self.add_error(
                "way", f"{contact.name} has no e-mail address here yet. Add one, or choose a way."
            )
        return data


class People(forms.BaseFormSet):  # type: ignore[type-arg]
    """The people of an ask, in order. Nobody twice."""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        """How many lines there are is read from the lines, not from what the page counted."""
        if data is not None:
            prefix = kwargs["prefix"]
            lines = [n for n in range(MOST_PEOPLE) if f"{prefix}-{n}-contact" in data]
            total = {f"{prefix}-TOTAL_FORMS": lines[-1] + 1 if lines else 1}
            data = data.dict() | total | {f"{prefix}-INITIAL_FORMS": 0}
        super().__init__(data, **kwargs)

    def clean(self) -> None:
        chosen = [form.cleaned_data.get("contact") for form in self.forms if form.is_valid()]
        chosen = [pk for pk in chosen if pk]
        if len(chosen) != len(set(chosen)):
            raise forms.ValidationError("Somebody is there twice. Each person is asked once.")
        if not chosen and not any(self.errors):
            raise forms.ValidationError("Choose one person first. You can change it later.")


PeopleForm = forms.formset_factory(
    PersonForm, formset=People, extra=1, max_num=MOST_PEOPLE, absolute_max=MOST_PEOPLE
)


class OrderForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Ask
        fields = ["order", "pace"]
        widgets = {"order": forms.RadioSelect, "pace": forms.RadioSelect}

    order = forms.ChoiceField(
        label="In which order?", choices=ORDERS, widget=forms.RadioSelect, required=False
    )
    pace = forms.ChoiceField(
        label="If nobody answers, how long to wait?",
        choices=PACES,
        widget=forms.RadioSelect,
        required=False,
    )

    def clean_order(self) -> str:
        return str(self.cleaned_data["order"] or self.instance.order)

    def clean_pace(self) -> str:
        return str(self.cleaned_data["pace"] or self.instance.pace)


class WordsForm(forms.Form):
    """One box for each person. All start from the same words; each person reads only theirs."""

    def __init__(self, *args: Any, ask: Ask, people: list[Invitation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        several = len(people) > 1
        for row in people:
            self.fields[f"words_{row.pk}"] = self._box(
                f"For {row.name}" if several else "Your words",
                row.words if row.words is not None else ask.words,
            )
        if not people:
            self.fields["words"] = self._box("Your words", ask.words)
        self.sent = {name: text for name, text in self.data.items() if name.startswith("words")}
        if self.is_bound:
            kept = {name: box.initial or "" for name, box in self.fields.items()}
            self.data = kept | self.sent

    def clean(self) -> dict[str, Any]:
        """Words for somebody who was taken off the list on another page are shown, not dropped."""
        sent = self.sent.items()
        strays = [text for name, text in sent if name not in self.fields and text.strip()]
        if strays:
            raise forms.ValidationError([STRAYS, *strays])
        return super().clean() or {}

    def texts(self) -> dict[UUID | None, str]:
        """What was written, by invitation; None for a draft without people. A box nobody has
        touched yet is left out, so that it starts from the first one's words; and so is one that
        was not on the page."""
        boxes: list[tuple[UUID | None, str, str | None]] = [
            (row.pk, f"words_{row.pk}", row.words) for row in self.people
        ]
        data = getattr(self, "cleaned_data", {})
        return {
            pk: data[name]
            for pk, name, before in boxes or [(None, "words", None)]
            if name in data and name in self.sent and (data[name] or before is not None)
        }

    def in_boxes(self) -> dict[str, str]:
        """What stands in each box, by its name; a box that holds too much is left out."""
        if not self.is_bound:
            return {name: box.initial or "" for name, box in self.fields.items()}
        return {name: text for name, text in self.cleaned_data.items() if name in self.fields}

    def starts_others(self) -> bool:
        """Whether there are people whose box is untouched, now that the first has words."""
        texts = self.texts()
        return bool(texts) and any(row.pk not in texts for row in self.people)

    @staticmethod
    def _box(label: str, words: str | None) -> forms.CharField:
        return forms.CharField(
            label=label,
            initial=words,
            max_length=LONGEST,
            required=False,
            widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        )


class SendForm(forms.Form):
    """The last look. `signs_as` is asked for once, and only where someone will read it."""

    signs_as = forms.CharField(
        label="Signed: the name they see",
        help_text="The name they call you is best.",
        max_length=60,
        validators=[plain_name],
        error_messages={"required": "Without a name they cannot know who asks. Write one."},
    )


class NoteForm(forms.Form):
    """What somebody told the member. A day may go with "later"."""

    answer = forms.ChoiceField(choices=[(code, code) for code in Answer])
    date = forms.DateField(required=False)


class ThanksForm(forms.Form):
    words = forms.CharField(
        label="In your own words",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write a word or two first."},
    )


class AnswerForm(forms.Form):
    """What the person asked sends. A day is needed only for "later"."""

    # No ChoiceField: it copies its choices for each form, which took longer than all the rest.
    answer = forms.CharField(
        strip=False,
        validators=[RegexValidator(rf"^({'|'.join(Answer)})\Z", ONE_OF_FOUR)],
        error_messages={"required": ONE_OF_FOUR},
    )
    words = forms.CharField(
        max_length=LONGEST_ANSWER,
        required=False,
        error_messages={"max_length": TOO_LONG},
    )
    date = forms.DateField(
        required=False,
        error_messages={"invalid": "There is no such day. Write it like 2027-01-31."},
    )
    someone = forms.CharField(
        max_length=200,
        required=False,
        error_messages={"max_length": "A name and a few words are enough here. Please shorten it."},
    )

    def __init__(self, *args: Any, today: Day, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("answer") != Answer.LATER or "date" in self.errors:
            return data
        on = data.get("date")
        if on is None:
            self.add_error("date", "Choose a day, so that they know when.")
        elif on < self.today:
            self.add_error("date", "That day is over. Choose one to come.")
        elif on > self.today + FURTHEST:
            self.add_error("date", "That is more than a year away. Choose a nearer day.")
        return data


class _Shared(dict[str, forms.Field]):
    """Fields that no form changes, so that they need not be copied for each: that took as long as
    to check an answer."""

    def __deepcopy__(self, memo: object) -> "_Shared":
        return self


AnswerForm.base_fields = _Shared(AnswerForm.base_fields)


class RemarkForm(NewRow):
    """A few words more, from either side."""

    words = forms.CharField(
        label="A few words",
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Write a word or two first.",
            "max_length": TOO_LONG,
        },
    )


class ReportForm(forms.Form):
    """What is wrong with an ask, and what the operator may see of it. Nothing is ticked before."""

    about = forms.ChoiceField(
        choices=Report.About.choices,
        error_messages={
            "required": "Choose what it is.",
            "invalid_choice": "Choose what it is.",
        },
    )
    words = forms.CharField(
        max_length=LONGEST_ANSWER, required=False, error_messages={"max_length": TOO_LONG}
    )
    show_ask = forms.BooleanField(required=False)
    show_name = forms.BooleanField(required=False)
    show_address = forms.BooleanField(required=False)


class StopForm(forms.Form):
    """Where Halved must not write to, from somebody whose address it does not know."""

    address = forms.CharField(
        max_length=254,
        error_messages={
            "required": "Write an e-mail address or a phone number first.",
            "max_length": "That is too long for an address. Look at it once more.",
        },
    )

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"]
        if not is_phone(address):
            EmailValidator("Write it like name@example.org or +44 20 7946 0018.")(address)
        return address
