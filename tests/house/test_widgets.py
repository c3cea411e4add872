"""A radio button is rendered in one step, and is what Django makes of it in four."""

from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.test.html import parse_html


class Scale(forms.Form):
    weight = forms.ChoiceField(
        choices=[(n, f"{n} <of> 10") for n in range(11)],
        widget=forms.RadioSelect(attrs={"data-most": '"10"', "disabled": False}),
    )


def test_a_scale_is_what_django_makes_of_it():
    ours, djangos = (
        "".join(choice.tag() for choice in Scale({"weight": "3"}, renderer=renderer)["weight"])
        for renderer in (TemplatesSetting(), DjangoTemplates())
    )

    assert ours.count("<input") == 11
    assert "checked" in ours
    assert parse_html(ours) == parse_html(djangos)
