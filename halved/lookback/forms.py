"""What is noted before asking, and afterwards."""

from django import forms

from halved.reflection.forms import steps_field


class BeforeForm(forms.Form):
    likely = steps_field("How likely is a yes?")
    weight = steps_field("How heavy is it now?")


class AfterForm(forms.Form):
    weight = steps_field("How heavy is it now?")
