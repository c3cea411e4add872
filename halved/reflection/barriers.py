"""What gets in the way of asking, in the order of how common it is (evidence §1.3), with what is
known about it and one small step that fits."""

from dataclasses import dataclass

from halved.evidence import CLAIMS, Claim


@dataclass(frozen=True)
class Step:
    """One small thing to do, as a link. `place` is the name of a page."""

    words: str
    place: str
    button: str


@dataclass(frozen=True)
class Barrier:
    """One reason not to ask, in the words people use."""

    kind: str
    words: str
    thought: str  # an honest paragraph; facts come from the claims
    claims: tuple[Claim, ...]
    step: Step


def _claims(*ids: str) -> tuple[Claim, ...]:
    return tuple(CLAIMS[name] for name in ids)


_ALL = [
    Barrier(
        "self_reliance",
        "I should manage this myself",
        "Managing is worth something. So is knowing when a way has stopped working. You can keep"
        " the thing in your hands and still ask for a hint, or for an hour.",
        _claims("handle-it-alone", "handle-it-alone-students"),
        Step("Look at what you tried, and whether it moved.", "reflection:weigh", "Weigh it"),
    ),
    Barrier(
        "not_serious",
        "It is not serious enough",
        "There is no line that one must cross first. Picture a friend in exactly this place. Would"
        " you want them to tell you?",
        _claims("not-serious-enough", "need-not-seen"),
        Step("Weigh it as you would for a friend.", "reflection:weigh", "Weigh it"),
    ),
    Barrier(
        "no_time",
        "I have no time, no money, or don’t know where",
        "Then the ask may be small: one question, ten minutes, or help with finding the place.",
        _claims("no-time-or-money"),
        Step("Ask one person one question.", "asks:small", "A small ask"),
    ),
    Barrier(
        "shame",
        "I am ashamed, or would look weak",
        "It may feel so, and it may not look so from outside. You decide how much you tell. One"
        " sentence is enough.",
        _claims("shame-is-common", "looks-better-in-others"),
        Step("Tell someone easy something easy first.", "asks:small", "A small ask"),
    ),
    Barrier(
        "consequences",
        "I fear what would follow",
        "You can ask first, before you tell them anything. What must they do with what you say?"
        " When would they send somebody? May you stay unnamed? A line may send an ambulance or the"
        " police when it fears for a life.",
        _claims("fear-of-consequences"),
        Step("See what each line offers, and ask it first.", "safety:now", "See lines"),
    ),
    Barrier(
        "wont_help",
        "It won’t help",
        "Perhaps it won’t. That can be found out with something small. Ask for what you need:"
        " someone to do it with, someone who knows how, or someone to be there.",
        _claims("past-help-opens", "talking-not-always-lighter"),
        Step("Ask for one small, clear thing.", "asks:small", "A small ask"),
    ),
    Barrier(
        "burden",
        "I would be a burden",
        "They can say yes, less, later or no. Leave them that way out, and believe their answer.",
        _claims("giving-is-good-too", "fewer-noes"),
        Step("Ask for ten minutes, and say that a no is fine.", "asks:small", "A small ask"),
    ),
    Barrier(
        "tell_others",
        "They would tell others",
        "Then say so first: “Please keep this to yourself.” You can choose someone from another"
        " part of your life, or someone whose work it is to keep it.",
        _claims("fear-of-telling"),
        Step("Look through your circle for who keeps things.", "circle:people", "Your circle"),
    ),
    Barrier(
        "nobody",
        "There is nobody I could ask",
        "Then it may be someone you hardly know, or do not know yet. There are lines, services and"
        " groups, and some answer today.",
        _claims("not-only-the-closest"),
        Step("See who answers where you are.", "safety:now", "See lines"),
    ),
]
BARRIERS = {barrier.kind: barrier for barrier in _ALL}
