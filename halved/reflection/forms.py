"""What is checked when somebody writes down what they carry."""

from django import forms

from halved.accounts.forms import NewRow

LONGEST = 10_000


class ConcernForm(NewRow):
    words = forms.CharField(
        label="What are you carrying?",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"placeholder": "A line is enough.", "rows": 3}),
        error_messages={"required": "Write a word or two first. A line is enough."},
    )


def weight_field(label: str, hint: str = "") -> forms.TypedChoiceField:
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
    weight = weight_field("How heavy is it today?")
