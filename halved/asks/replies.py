"""What the four answers may sound like, and what one could do then. Text in, text out.

The spoken answers are examples of what others may say. What one could say back is told as a move,
never as a text: the words are the person's own.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import chain, zip_longest

from halved.asks.rules import Answer
from halved.wording import Kind

WORDS_A_MINUTE = 110  # slowly, as one says what is not easy to say; talk runs at about 150
SPOKEN, MOVES = 3, 4  # how many are shown for each answer, at most

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


def seconds_to_say(text: str) -> int:
    """How long the text takes, said slowly. 0 when there is nothing to say."""
    return round(60 * len(_WORD.findall(text)) / WORDS_A_MINUTE)


def about(seconds: int) -> str:
    """A length as people say it: to five seconds, to half a minute, then to a minute."""
    if seconds < 53:
        return f"about {max(5, 5 * round(seconds / 5))} seconds"
    if seconds < 75:
        return "about a minute"
    if seconds < 105:
        return "about a minute and a half"
    return f"about {round(seconds / 60)} minutes"


@dataclass(frozen=True)
class Heard:
    """One of the four answers: how it may sound, by kind of help, and the moves that follow."""

    spoken: Mapping[Kind, tuple[str, ...]]
    moves: tuple[str, ...]
    move_for: Mapping[Kind, str]


HEARD = {
    Answer.YES: Heard(
        spoken={
            Kind.INSTRUMENTAL: (
                "Sure. When do you need me?",
                "Why didn’t you say so before?",
                "Mm, all right.",
            ),
            Kind.INFORMATIONAL: (
                "I can try. It took me ages too.",
                "Yes, show me what you have.",
                "Again? Fine, let’s look at it.",
            ),
            Kind.EMOTIONAL: (
                "Come over. I’ll put the kettle on.",
                "I had no idea. Of course.",
                "Yes. I won’t know what to say, though.",
            ),
        },
        moves=(
            "Thank them, and say when.",
            "A yes can sound flat. Take it at its word.",
        ),
        move_for={
            Kind.INSTRUMENTAL: "Say what comes first, and how long it takes.",
            Kind.INFORMATIONAL: "Say how far you got by yourself.",
            Kind.EMOTIONAL: "Say that they need not fix anything.",
        },
    ),
    Answer.PART: Heard(
        spoken={
            Kind.INSTRUMENTAL: (
                "I can bring you there, but not back.",
                "An hour. Is that any use?",
                "I’ll do the shopping. Not the forms.",
            ),
            Kind.INFORMATIONAL: (
                "I know a bit. Not the part about tax.",
                "Ten minutes on the phone, would that do?",
                "I’ll send you what I used back then.",
            ),
            Kind.EMOTIONAL: (
                "I can’t come, but ring me tonight.",
                "An hour is fine. I’m worn out myself.",
                "I can listen. I’m no good with advice.",
            ),
        },
        moves=(
            "Thank them for that part.",
            "Say whether that part helps. If it does not, say so kindly.",
            "Ask someone else for the rest.",
        ),
        move_for={
            Kind.INSTRUMENTAL: "Say what you need most, and let them choose.",
            Kind.INFORMATIONAL: "Ask who may know the rest.",
            Kind.EMOTIONAL: "Agree on an end, and keep to it.",
        },
    ),
    Answer.LATER: Heard(
        spoken={
            Kind.INSTRUMENTAL: (
                "Not this week. After the tenth?",
                "I have to look at my shifts first.",
                "Ask me again at the weekend.",
            ),
            Kind.INFORMATIONAL: (
                "I’m in the middle of something. Tomorrow?",
                "After my own exam, yes.",
                "Let me read up on it first.",
            ),
            Kind.EMOTIONAL: (
                "Tonight is bad. How about Sunday?",
                "I’m at work. Can I ring you back?",
                "Not today. I want my head free for it.",
            ),
        },
        moves=(
            "Ask what would suit them better, and name a day.",
            "Say whether it can wait. If it can’t, say that you will ask someone else too.",
        ),
        move_for={
            Kind.INSTRUMENTAL: "Say which part is needed first.",
            Kind.INFORMATIONAL: "Offer to send what you are stuck on before that day.",
            Kind.EMOTIONAL: "If that is too long to be alone with it, turn to someone else today.",
        },
    ),
    Answer.NO: Heard(
        spoken={
            Kind.INSTRUMENTAL: (
                "Sorry, I can’t.",
                "I have too much on my own plate.",
                "Can’t your sister do it?",
            ),
            Kind.INFORMATIONAL: (
                "I don’t know that either.",
                "I’m bad at explaining things.",
                "Isn’t there an office for that?",
            ),
            Kind.EMOTIONAL: (
                "I can’t take that on as well right now.",
                "I don’t know what to say to that.",
                "Oh, that will pass.",
            ),
        },
        moves=(
            "Say that a no is fine, and mean it.",
            "Thank them for saying it plainly.",
            "You need not ask why. You need not explain more.",
        ),
        move_for={
            Kind.INSTRUMENTAL: "You can ask if they know someone else.",
            Kind.INFORMATIONAL: "You can ask who may know.",
            Kind.EMOTIONAL: "Say that you wanted them to know, or leave it there.",
        },
    ),
}


def spoken(answer: Answer, kinds: Collection[str]) -> list[str]:
    """How this answer may sound, from each kind of help in turn. Without a kind, from all."""
    said = HEARD[answer].spoken
    chosen = [said[kind] for kind in Kind if kind in kinds] or list(said.values())
    in_turn = chain.from_iterable(zip_longest(*chosen, fillvalue=""))
    return [words for words in in_turn if words][:SPOKEN]


def moves(answer: Answer, kinds: Collection[str]) -> list[str]:
    """What one could do after this answer, as moves."""
    heard = HEARD[answer]
    return [*heard.moves, *(heard.move_for[kind] for kind in Kind if kind in kinds)][:MOVES]
