"""What is noted before asking, and afterwards."""

from django import forms

from halved.reflection.forms import weight_field


class BeforeForm(forms.Form):
    likely = weight_field("How likely is a yes?")
    weight = weight_field("How heavy is it now?")


class AfterForm(forms.Form):
    weight = weight_field("How heavy is it now?")
