"""Rules about asks that are large: a part that would help too, and a size that is played down."""

from collections.abc import Iterator

from halved.wording.looking import Pattern, phrase, sentence_of_ask
from halved.wording.rule import Rule, Strength, cases
from halved.wording.text import Audience, Setting, Span, Text

_STRANGER = Setting(audience=Audience.STRANGER)

_LARGE = Pattern(
    phrase(
        "(?:all|the whole|the entire|whole) (?:day|night|week|weekend|month|summer|house|flat"
        "|garden|lot|thing)",
        "(?:every|each) (?:single )?(?:day|morning|evening|night|weekend|week"
        "|(?:mon|tues|wednes|thurs|fri|satur|sun)day)",
        "(?:for|over) (?:a|two|three|four|five|six|a few|several|[2-9]|1\\d) (?:weeks?|months?)",
        "(?:[5-9]|[1-9]\\d|five|six|seven|eight|nine|ten|twelve|twenty) (?:hours|days|boxes|loads)",
        r"[1-9]\d{2,6} (?:pounds|quid|euros?|dollars|bucks)",
        "(?:a|one|two|three|few|couple of) (?:hundred|thousand)",
    ).pattern
    + r"|\b(?:lend|loan|borrow|spare|give|donate|advance)\b[^.?!\n]{0,30}[£$€]\s?"
    r"(?:[1-9]\d{2,6}|[1-9]\d{0,2},\d{3})(?!\d)"
)
_A_PART = phrase(
    "even|any|anything|part|some|either|at least|whatever|one of|half|as much as|as many as|a bit"
    "|or just|only one|each of|between (?:us|you)|in turns?|take turns|share|split",
)
_SMALL = phrase(
    "(?:tiny|small|little|quick|teeny|mini) (?:favou?r|thing|question|ask|job|request|bit)",
    "(?:can|could|would|will) you (?:just|quickly)",
    "(?:it's|its|it is|that's|this is|it'll be|it will be) (?:just|only|nothing|no big|not much)",
    "(?:just|only) (?:a|one|need|want) (?:tiny|small|little|quick)",
    "won't take (?:long|a minute|a second|much)",
    "no big (?:deal|thing)",
)


def _large(text: Text) -> Iterator[Span]:
    if found := _LARGE.search(text.own, *sentence_of_ask(text)):
        yield Span(*found.span())


def _large_and_whole(text: Text) -> Iterator[Span]:
    if not (_A_PART.search(text.own) or _SMALL.search(text.own)):
        yield from _large(text)


def _large_called_small(text: Text) -> Iterator[Span]:
    if any(_large(text)) and (found := _SMALL.search(text.own)):
        yield Span(*found.span())


EVEN_A_LITTLE = Rule(
    id="even-a-little",
    strength=Strength.FOR_INFORMATION,
    sentence="This is a lot for one person, and a part of it may help you too.",
    suggestion="If a part is enough, say so, such as “even one evening”.",
    claim="even-a-little",
    look=_large_and_whole,
    fires=cases(
        "Could you sit with Dad every evening until he is well?",
        "Can you help me clear the whole house on Saturday?",
        "Could you carry thirty boxes, I mean 30 boxes, with me?",
        "Would you lend me £600 until March?",
    ),
    silent=cases(
        "Could you sit with Dad every evening? Even one would help.",
        "Could you lend me £20 until Friday?",
        "I was ill for two weeks. Could you send me your notes?",
        "Can you help me clear the whole house, or just the kitchen?",
        "The whole house is cold.",
        "My rent goes up by £150 in June. Could you tell me if that is allowed?",
    ),
)

FALSE_MINIMISING = Rule(
    id="false-minimising",
    strength=Strength.WORTH_A_LOOK,
    sentence="This makes it sound smaller than it is, and they would find out later.",
    suggestion="Say its full size. If a small part is enough, name that part.",
    claim="even-a-little",
    look=_large_called_small,
    fires=cases(
        "A quick favour: could you take the kids all weekend?",
        "Could you just paint the whole house with me?",
        "It’s nothing much. Can you drive Mum every morning in May?",
        "Could you lend me £900? It’s no big deal.",
    )
    + cases("Small favour: could someone take my dog for three weeks?", setting=_STRANGER),
    silent=cases(
        "A quick favour: could you take Lily to school tomorrow?",
        "It is a lot, I know. Could you take the kids all weekend?",
        "I just moved house. Could you send me the photos?",
        "Could you quickly look at one page of my letter?",
    ),
)

RULES = (EVEN_A_LITTLE, FALSE_MINIMISING)
