"""What is checked when somebody wants to hear no more. Nothing here saves or sends."""

from django import forms


class AddressForm(forms.Form):
    address = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        error_messages={
            "required": "Write an e-mail address first.",
            "invalid": "Write it like name@example.org.",
            "max_length": "That is too long for an address. Look at it once more.",
        },
    )
