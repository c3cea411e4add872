"""Prints how many answers are in the store: `python -m bench.inside.count_answers`."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "halved.settings"
django.setup()

from halved.asks.models import Invitation  # noqa: E402
from halved.asks.rules import InvitationState  # noqa: E402

if __name__ == "__main__":
    print(Invitation.objects.filter(state=InvitationState.ANSWERED).exclude(reply=None).count())
