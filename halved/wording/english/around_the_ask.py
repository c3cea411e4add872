"""Rules about what stands around the question: why it is asked, how long it is told, and thanks."""

import re
from collections.abc import Iterator

from halved.wording.looking import finds_ask_if, phrase, sentence_of_ask
from halved.wording.rule import Rule, Strength, cases
from halved.wording.text import Audience, Setting, Span, Text, Way

_MAIL = Setting(way=Way.MAIL)
_SPOKEN = Setting(way=Way.SPOKEN)
_STRANGER = Setting(audience=Audience.STRANGER)
_WRITTEN = frozenset({Way.TEXT, Way.MAIL})

# All in words. Below the first, asks to strangers did worst, and over 200 they did no better. The
# limits for speech and for a text to a friend are opinion.
_TOO_LITTLE = 40
_LONGEST, _LONGEST_SPOKEN, _LONGEST_TO_A_FRIEND = 250, 120, 150
_NEEDS_A_REASON, _NEEDS_THANKS = 12, 40

TO_KNOW = phrase(  # what takes a word or two to answer
    "(?:tell|show|explain to|let) (?:me|us)",
    "(?:recommend|suggest|advice|any idea)s?",
    "(?:does|do|did|would|might|may) (?:anyone|anybody|someone|somebody|you|any of you) know",
    "(?:where|which|why)",
    "how (?:do|does|did|can|could|to|long|much|many|far|old)",
    "(?:what|when) (?:is|are|do|does|did|time|kind|sort)",
)
_THANKS = phrase(
    r"thank\w*|thanx|thx|tnx|ty|tysm|cheers|grateful\w*|gratitude|apprec\w*|obliged",
    "mean(?:s)? (?:a lot|so much|the world|everything)",
    "(?:a|such a|big|great|huge|real) help",
    "(?:kind|lovely|good) of you",
    "glad|owe you one",
)
_NOT_TELLING = phrase(
    r"thank\w*|thanx|thx|cheers|grateful\w*|apprec\w*",
    "hope (?:you|this|that|all|it)",
    "how are you",
    "no (?:worries|problem|pressure|rush|hurry)",
    "(?:fine|ok|okay) if (?:not|you)",
    "let me know",
    "hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening)|excuse me|please",
    "see you|speak soon|take care|best wishes|kind regards|regards",
)
_ASKING = phrase(
    "(?:can|could|would|will|may|might) (?:you|u|i|we|someone|somebody|any(?:one|body))"
)
_CLAUSE_ENDS = re.compile(r"[,;:–—()]")
_BECAUSE = phrase(
    "because|cause|cos|coz|cuz|bc|since|due to|otherwise|therefore",
    "(?:as|so|when|while|after|if) (?:i|i'm|i've|my|we|our|he|she|it|they|the)",
    "so that",
    "(?:i|we)(?:'m|'ve| am| are| have| had| need| want| can't| cannot| could| don't| lost| feel)",
    "i'd|i would|need|to (?:avoid|make|get|see|let|have|be)",
)
_WISH = phrase(
    "crav(?:e|es|ing|ings)|munchies|hungover|hangover|drunk|stoned|bored|boredom",
    "part(?:y|ying)|for fun|game night|movie night|film night|celebrat(?:e|ing)|treat",
    "(?:in the mood|feel like|fancy|dying|jonesing) (?:for|some|an?|having|eating)",
)
_NEED = phrase(
    r"need\w*|can't|cannot|couldn't|lost|broke\w*|no money|out of (?:money|work|food)|money",
    "rent|bills?|debts?|paid|pay|payday|pay ?check|afford|unemployed|laid off|fired|job|work",
    "ill|sick|hospital|doctor|injur(?:ed|y)|pain|pregnant|baby|kids?|child(?:ren)?|son|daughter",
    "hungry|starving|eaten|homeless|shelter|struggl(?:e|ed|ing)|tough|hard|alone|exams?|finals",
)


def _is_short(text: Text) -> bool:
    short = len(text.words) < _TOO_LITTLE
    return short and not TO_KNOW.search(text.own, *sentence_of_ask(text))


def _over_the_limit(text: Text) -> Iterator[Span]:
    limit = _LONGEST
    if text.setting.way is Way.SPOKEN:
        limit = _LONGEST_SPOKEN
    elif text.setting.way is Way.TEXT and text.setting.audience is Audience.FRIEND:
        limit = _LONGEST_TO_A_FRIEND
    if len(text.words) > limit:
        yield Span(text.words[limit].start, text.whole.end)


def _gives_no_reason(text: Text) -> bool:
    """Nothing is told beside the question, a greeting, thanks and a way out."""
    return (
        len(text.words) >= _NEEDS_A_REASON
        and len(text.sentences) > 1
        and not _BECAUSE.search(text.own)
        and not any(_tells(piece) for piece in _beside_the_ask(text))
    )


def _beside_the_ask(text: Text) -> Iterator[str]:
    """The sentences, and the clauses of the one in which it asks."""
    asked = sentence_of_ask(text)
    for sentence in text.sentences:
        written = text.own[slice(*sentence)]
        inside = asked.start <= sentence.start < asked.end
        yield from _CLAUSE_ENDS.split(written) if inside else (written,)


def _tells(piece: str) -> bool:
    return len(piece.split()) > 1 and not (_NOT_TELLING.search(piece) or _ASKING.search(piece))


def _gives_no_thanks(text: Text) -> bool:
    return len(text.words) >= _NEEDS_THANKS and not _THANKS.search(text.own)


def _only_wishes(text: Text) -> Iterator[Span]:
    if text.ask and (found := _WISH.search(text.own)) and not _NEED.search(text.own):
        yield Span(*found.span())


_FORTY = (
    "Hi Ben, my landlord wrote that the flat is being sold and that we have to be out by the end of"
    " May. I have found a place near the school, and the man wants to see my papers on Monday. "
)
_STORY = (
    "It began in March, when the roof let in water and the wall in the small room turned black. I"
    " rang the landlord, and he said he would come, and he did not come. I rang again in April. "
)

TOO_LITTLE_CONTEXT = Rule(
    id="too-little-context",
    strength=Strength.WORTH_A_LOOK,
    sentence="Someone who does not know you cannot see from this what it is about.",
    suggestion="Add two sentences: what happened, and what it means for you.",
    claim="enough-context",
    look=finds_ask_if(_is_short),
    fires=cases(
        "Could someone lend me £20?",
        "Hi all, can anyone help me with food this week? Thank you.",
        "Would anybody drive me to Leeds on Friday?",
        "Please can someone take my dog for two weeks?",
        setting=_STRANGER,
    ),
    silent=cases("Could you lend me £20?", "Would you take my dog for two weeks?")
    + cases(
        "Can anyone tell me where the night bus stops?",
        _FORTY + "Could someone read them with me before that?",
        "Could someone recommend a dentist?",
        setting=_STRANGER,
    )
    + cases(
        "Excuse me, could you hold the door?",
        setting=Setting(audience=Audience.STRANGER, way=Way.SPOKEN),
    ),
    audiences=frozenset({Audience.STRANGER}),
    ways=_WRITTEN,
)

TOO_LONG = Rule(
    id="too-long",
    strength=Strength.FOR_INFORMATION,
    sentence="From here on it is long for the way it goes, and the question can get lost.",
    suggestion="Keep what is needed, what you ask, and the way out. The rest can be told later.",
    claim="short-enough",
    look=_over_the_limit,
    fires=cases("Could you help me write to him? " + _STORY * 5)
    + cases("Could you help me write to him? " + _STORY * 4, setting=_SPOKEN)
    + cases("Could you help me write to him? " + _STORY * 8, setting=_MAIL)
    + cases("Could someone help me write to him? " + _STORY * 8, setting=_STRANGER),
    silent=cases("Could you help me write to him? " + _STORY * 3, "Could you call me?", "")
    + cases("Could you help me write to him? " + _STORY * 5, setting=_MAIL)
    + cases("Could someone help me write to him? " + _STORY * 5, setting=_STRANGER),
)

NO_REASON = Rule(
    id="no-reason",
    strength=Strength.FOR_INFORMATION,
    sentence="They see what you ask, and not what it is for.",
    suggestion="Add the true reason in a few words. You need not tell all of it.",
    claim="a-reason",
    look=finds_ask_if(_gives_no_reason),
    fires=cases(
        "Hi Ben, could you take Lily to school tomorrow at eight? Thank you so much.",
        "Hello Cleo, could you lend me £40 until Friday? No worries at all if not.",
        "Can you come to the flat on Saturday at ten with the big car? Thanks.",
        "Dear Ms Cole, could you send the papers by Tuesday? Best wishes, Nia",
    ),
    silent=cases(
        "Hi Ben, could you take Lily to school tomorrow at eight? I start work at seven.",
        "Could you take Lily to school tomorrow at eight, because the car is broken again?",
        "There is no bus on Sunday any more. Could you drive Mum and me to church at nine?",
        "can u take lily to school tmrw at eight pls, car wont start. thx",
        "Could you lend me £40?",
        "The car is broken again and there is no bus before nine in the morning.",
    ),
    ways=_WRITTEN,
)

WANT_NOT_NEED = Rule(
    id="want-not-need",
    strength=Strength.FOR_INFORMATION,
    sentence="Someone who does not know you may wonder whether this is a need or a wish.",
    suggestion="Say which it is. A wish is fine too, when it is called one.",
    claim="need-or-wish",
    look=_only_wishes,
    fires=cases(
        "Could someone get us a cake? We are having a party tonight.",
        "I am craving a curry. Could anyone send me one?",
        "Could someone send us a pizza for game night?",
        "Bored at home and in the mood for some cake. Could anybody bring one?",
        setting=_STRANGER,
    ),
    silent=cases(
        "I lost my job and my son has a birthday party. Could someone bring a cake?",
        "Could someone tell me which bus goes to the station?",
        "I am craving company, and I am ill. Could anyone drop off some soup?",
        "Party tonight.",
        setting=_STRANGER,
    )
    + cases("Could you bring a cake to my party?"),
    audiences=frozenset({Audience.STRANGER}),
)

NO_THANKS = Rule(
    id="no-thanks",
    strength=Strength.FOR_INFORMATION,
    sentence="Between all this, no word of thanks stands here yet.",
    suggestion="A plain thank-you at the end is enough.",
    claim="thanks-in-the-ask",
    look=finds_ask_if(_gives_no_thanks),
    fires=cases(
        _FORTY + "Could you read them with me on Sunday?",
        _FORTY + "Can you write a few lines that say I pay on time?",
        "Could you sit with Mum on Thursday? " + _STORY,
    )
    + cases(_FORTY + "Could you tell me what he may ask for?", setting=_MAIL),
    silent=cases(
        _FORTY + "Could you read them with me on Sunday? Thanks.",
        _FORTY + "Could you read them with me? I’d really appreciate it.",
        "Could you read a letter with me on Sunday?",
        _FORTY,
    )
    + cases(_FORTY + "Could you read them with me on Sunday?", setting=_SPOKEN),
    ways=_WRITTEN,
)

RULES = (TOO_LITTLE_CONTEXT, TOO_LONG, NO_REASON, WANT_NOT_NEED, NO_THANKS)
