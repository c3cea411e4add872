"""Rules about what exactly is asked: the thing itself, how much of it, and when."""

from collections.abc import Iterator

from halved.wording.english.around_the_ask import TO_KNOW
from halved.wording.looking import (
    Pattern,
    ask_ends_in,
    finds,
    finds_ask_if,
    finds_in_ask,
    phrase,
    sentence_of_ask,
)
from halved.wording.rule import Rule, Strength, cases
from halved.wording.text import Audience, Setting, Span, Text

_STRANGER = Setting(audience=Audience.STRANGER)

_NUMBER = r"\d|one|once|two|twice|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
_DAY = (
    "(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:days?)?",
    "today",
    "tonight",
    "tonite",
    "tomorrow",
    "tmrw?",
    "2moro",
    "now",
    "asap",
    "weekends?",
    "mornings?",
    "afternoons?",
    "evenings?",
    "nights?",
    "noon",
    "lunch(?:time)?",
)
_TIME = phrase(
    *_DAY,
    r"\d{1,2}[:.]\d\d",
    r"\d{1,2} ?[ap]m",
    r"(?:at|from|by|around|about) \d{1,2}",
    r"\d{1,2}(?:st|nd|rd|th)",
    "january|february|march|april|june|july|august|september|october|november|december",
    "soon",
    "minutes?|seconds?",
    "later",
    "when(?:ever)?",
    "while",
    "until|till",
    "before|after (?:work|school|lunch|dinner|that|class|church)",
    "every|each",
    "(?:this|next) (?:week|month|term|year)",
    "(?:a|per) (?:day|week|month)",
)
_FAR = finds_in_ask(
    finds(
        "sometime",
        "some ?day",
        "at some (?:point|stage|time)",
        "eventually",
        "one of these days",
        "next (?:month|year)",
        r"in (?:a|one|two|three|four|five|six|a few|several|a couple of|\d\d?)"
        " (?:months?|years?)",
        r"in (?:three|four|five|six|seven|eight|a few|several|[3-9]|1\d) weeks",
        not_after="from|since|starting",
    )
)
_NEAR = phrase(*_DAY, "(?:this|next) week", "soon")

_SIZE = phrase(
    rf"(?:{_NUMBER})\w*",
    r"[£$€]\s?\d+",
    "minutes?|mins?|hours?|hrs?|days?|weeks?|weekends?|months?|mornings?|afternoons?|evenings?",
    "nights?|tonight|lunch|coffee|tea",
    "pages?|boxes|bags?|forms?|letters?",
    "a (?:bit|few|couple|little|moment|second|sec|quick|short|small|look|lift|ride|word)",
    "quick(?:ly)?|short|briefly|half|whole",
)
_OPEN_ENDED = phrase(
    "help (?:me|us) (?:with|clean|sort|move|pack|paint|write|understand|learn)",
    "look after",
    "take care of",
    "watch (?:the|my|our)",
    "babysit",
    "mind (?:the|my|our)",
    "(?:look|go|read) (?:at|over|through|with me|to me)",
    "stay with",
    "teach|tutor",
    "lend|borrow|spare",
)
_TIED_TO_A_TIME = phrase(
    "come (?:over|round|around|by|with|along|and|to)",
    "drive|lift|ride|pick (?:me|us|up|him|her|them)",
    "take (?:me|us|him|her|them|my|our|the)",
    "babysit|look after|watch (?:the|my|our)|mind (?:the|my|our)",
    "meet|visit|sit with|stay with|go with",
    "help (?:me|us) (?:move|carry|lift|clean|paint|pack)",
)
_VAGUE = Pattern(
    r"\b(?:help(?: (?:me|us))?|(?:some|any|your|more|of) (?:help|support|assistance)|a hand"
    r"|a (?:(?:big|huge|small|little|quick) )?favou?r|support (?:me|us)|be there for (?:me|us)"
    r"|do something)"
    r"(?:[, ]{1,3}(?:out|please|pls|somehow|maybe|at all|right now|at the moment|a bit"
    r"|again|at some point|sometime"
    r"|with (?:some )?(?:things|stuff|something|everything|it all|all (?:of )?(?:this|it))"
    r"|if (?:you can|possible)))*[\s?!.…]*$"
)
_GOES_ON = phrase(
    "(?:can|could|would|will) (?:you|someone|somebody|anyone)", "i (?:need|want)", "i'd like"
)
_TO_DO = phrase(
    r"(?:mov|driv|carry|lift|fix|mend|repair|read|writ|fill|cook|shop|clean|paint|pack|collect"
    r"|babysit|borrow|lend|print|apply|cancel|translat|book|pay|paid|revis|study)\w{0,5}",
    "pick(?:ing)? (?:me|us|up|him|her|them)",
    "look(?:ing)? after",
    "forms?|letters?|essay|homework|exam|cv|rent|bills?|lift|shopping|appointment|hospital|doctor",
    "computer|laptop|phone|printer|website|password|boxes|sofa|wardrobe|boiler|car|bus|train",
)


def _vague(text: Text) -> bool:
    """Asks for help as such, and no word of the text tells what would be done."""
    return (
        ask_ends_in(text, _VAGUE)
        and not _TO_DO.search(text.own)
        and not _GOES_ON.search(text.own, sentence_of_ask(text).end)
    )


def _without_time(text: Text) -> bool:
    asked = sentence_of_ask(text)
    return (
        bool(_TIED_TO_A_TIME.search(text.own, *asked))
        and not _TIME.search(text.own)
        and not any(_FAR(text))
        and not _vague(text)
    )


def _without_any_time(text: Text) -> bool:
    return not (_TIME.search(text.own) or TO_KNOW.search(text.own, *sentence_of_ask(text)))


def _without_size(text: Text) -> bool:
    """One thing at a time: nothing is said of the size while the time is missing."""
    return (
        bool(_OPEN_ENDED.search(text.own, *sentence_of_ask(text)))
        and not _SIZE.search(text.own)
        and not _without_time(text)
    )


def _far_off(text: Text) -> Iterator[Span]:
    if not _NEAR.search(text.own, *sentence_of_ask(text)):
        yield from _FAR(text)


VAGUE_OBJECT = Rule(
    id="vague-object",
    strength=Strength.WORTH_A_LOOK,
    sentence="They cannot tell from this what they would say yes to.",
    suggestion="Name one thing to do, such as “drive me there” or “read my letter”.",
    claim="specific-asks",
    look=finds_ask_if(_vague),
    fires=cases(
        "Hi Ben, things have been awful since May. Could you help me?",
        "Can you help me out with things?",
        "Could you do me a favour?",
        "I am all alone with it. Would you be there for me, please?",
    )
    + cases("Could someone help us out?", setting=_STRANGER),
    silent=cases(
        "Could you help me carry a sofa?",
        "I have to move out on Saturday. Could you help me?",
        "Can you help me with the form for the school?",
        "Could you do me a favour? I need you to be with Dad for an hour.",
        "The printer eats my letters. Can you help?",
        "Things have been awful since May.",
    ),
)

NO_SIZE = Rule(
    id="no-size",
    strength=Strength.FOR_INFORMATION,
    sentence="They cannot see from this how much it would take.",
    suggestion="Say roughly how much, such as “about 20 minutes” or “the first page”.",
    claim="size-of-help",
    look=finds_ask_if(_without_size),
    fires=cases(
        "Could you help me understand the new system at work?",
        "Hi Cleo, could you look after Dad tomorrow? The carer is ill.",
        "Could you lend me some money? My card does not work.",
        "Could you read through my essay before Friday?",
    ),
    silent=cases(
        "Could you look after Dad tomorrow for about two hours?",
        "Could you lend me £40 until Friday?",
        "Could you have a quick look at my essay?",
        "Could you pass me the salt?",
        "Could you look after Dad?",
    ),
)

NO_TIME = Rule(
    id="no-time",
    strength=Strength.FOR_INFORMATION,
    sentence="They cannot check whether they are free, because no day or hour stands here.",
    suggestion="Name a day or an hour, such as “Thursday after work”.",
    claim="time-anchor",
    look=finds_ask_if(_without_time),
    fires=cases(
        "Could you drive me to the hospital? The bus does not go there.",
        "Could you look after Dad?",
        "Hi Ben, would you come over and help me with the shelves?",
        "I have a lot of boxes. Can you help me move?",
    ),
    silent=cases(
        "Could you drive me to the hospital on Thursday?",
        "Could you come over tonight?",
        "Could you look after Dad from 5 to 7?",
        "Could you tell me how you did it?",
        "Would you come over sometime?",
    ),
)

UNTIL_WHEN = Rule(
    id="until-when",
    strength=Strength.FOR_INFORMATION,
    sentence="Nothing here says when it is needed, or until when.",
    suggestion="If there is such a day, name it.",
    claim="time-anchor",
    look=finds_ask_if(_without_any_time),
    fires=cases(
        "We lost our jobs and the cupboards are empty. Could someone help us with food?",
        "I have no way to pay for my mother’s medicine. Would anybody lend me £30?",
        "Can anyone spare a winter coat for a boy of ten? His is torn.",
        "My laptop broke and I write job letters on it. Could somebody lend me one?",
        setting=_STRANGER,
    ),
    silent=cases(
        "The cupboards are empty until payday. Could someone help us with food?",
        "Would anybody lend me £30? I can give it back on Friday.",
        "Can anyone tell me where the night bus stops?",
        "We lost our jobs and the cupboards are empty.",
        setting=_STRANGER,
    )
    + cases("My laptop broke and I write job letters on it. Could you lend me yours?"),
    audiences=frozenset({Audience.STRANGER}),
)

FAR_OR_OPEN_DEADLINE = Rule(
    id="far-or-open-deadline",
    strength=Strength.FOR_INFORMATION,
    sentence="A date far off, or no real date, is easy to put off.",
    suggestion="Name a day in the next week, or leave the date out.",
    claim="near-deadlines",
    look=_far_off,
    fires=cases(
        "Could you look at my letter sometime?",
        "Hi Cleo, can you help me with the garden at some point?",
        "Would you tell me by some time next month?",
        "Could you send me the papers in three weeks?",
    ),
    silent=cases(
        "Could you look at my letter sometime this week?",
        "Could you look at my letter when you get a chance?",
        "Next month I start a new job. Could you come over tonight?",
        "Could you send me the papers in two weeks?",
        "Could you tell me whether my rent may go up from next month?",
    ),
)

RULES = (VAGUE_OBJECT, NO_SIZE, NO_TIME, UNTIL_WHEN, FAR_OR_OPEN_DEADLINE)
