"""What a passphrase must be, in our own words. The list of common ones is Django's."""

from django.contrib.auth import password_validation


class LongEnough(password_validation.MinimumLengthValidator):
    """At least ten signs: what a slow derivation needs to hold against somebody with the store."""

    def __init__(self) -> None:
        super().__init__(min_length=10)

    def validate(self, password: str, user: object = None) -> None:
        """Spaces around it are kept, and make it no longer."""
        super().validate(password.strip())

    def get_error_message(self) -> str:
        return "That is too short. Take at least ten signs."


class NotCommon(password_validation.CommonPasswordValidator):
    """Not one of the 20,000 that are tried first."""

    def get_error_message(self) -> str:
        return "Many people use this one, so it is tried first. Choose another."
