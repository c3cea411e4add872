"""What is known about asking for help: each sentence we say to people, with its source, its grade
and its limits; and what we decided not to say, and why.

The only place that facts about people come from. Pure data, no Django.
"""

from halved.evidence.claims import ON_ASKING, Claim, Grade
from halved.evidence.on_safety import ON_SAFETY
from halved.evidence.on_wording import ON_WORDING
from halved.evidence.unsaid import UNSAID, Unsaid

__all__ = ["CLAIMS", "ON_ASKING", "ON_SAFETY", "ON_WORDING", "UNSAID", "Claim", "Grade", "Unsaid"]

CLAIMS = ON_ASKING | ON_SAFETY | ON_WORDING
