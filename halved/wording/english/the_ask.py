"""Rules about the question itself: whether there is one, where it stands, how many there are."""

from collections.abc import Iterator

from halved.wording.looking import Pattern, finds_ask_if, finds_hint, finds_no_ask, phrase
from halved.wording.rule import Rule, Strength, cases
from halved.wording.text import Audience, Setting, Span, Text, Way

_MAIL = Setting(way=Way.MAIL)
_STRANGER = Setting(audience=Audience.STRANGER)

_LATE_SHARE, _LATE, _VERY_LATE = 0.7, 60, 120  # words before the question
_MOST_QUESTIONS = 2

_HINT = Pattern(
    phrase(
        "must be nice",
        "(?:some|other) people (?:have|get|are)",
        "(?:no one|nobody) (?:ever|even|cares?|asks?|helps?|notices?)",
        "(?:i )?(?:wish|if only) (?:someone|somebody|people|you)",
        "would(?:'ve| have)? be(?:en)? (?:so |really )?nice if",
        "i(?: guess| suppose)?(?:'ll| will) (?:just )?(?:have to )?(?:manage|cope"
        "|do it (?:all )?(?:myself|alone))",
        "(?:was|were|been|am|i'm) (?:kind of |sort of |half )?hoping (?:you|someone|somebody)",
        "if (?:you|anyone|someone|anybody|somebody) (?:ever )?(?:happen|happens|happened) to be",
        "oh well",
        "whatever",
        "doesn't matter anyway",
        "as (?:usual|always|per usual)",
    ).pattern
    + r"|(?:\.\.\.|…)\s*$"
)
# Where one of these stands, a reader finds an ask, whatever we found.
_MAY_ASK = Pattern(
    phrase(
        r"please|pls|plz|appreciat\w*|grateful",
        "(?:could|can) (?:really |sure |also )?use",
        "(?:i|we)(?:'d| would) (?:really |just |so |sure )?(?:love|like|want)",
        "would (?:really |just |so )?(?:love|be (?:a help|great|good|lovely|nice|wonderful))",
        "(?:need|want) (?:you|help|some|someone|somebody|a (?:lift|hand|ride|favou?r|loan))",
        "looking for|hoping|asking|let me know|help (?:me|us)|call me|ring me|text me",
    ).pattern
    + r"|\?"
)
_QUESTION = phrase(
    "(?:can|could|would|will) (?:you|someone|anyone|somebody|anybody)(?! (?:imagine|believe|guess))"
)


def _comes_late(text: Text) -> bool:
    before = sum(word.start < (text.ask or text.whole).start for word in text.words)
    return before >= _VERY_LATE or before >= max(_LATE, _LATE_SHARE * len(text.words))


def _many_questions(text: Text) -> Iterator[Span]:
    found = [match.span() for match in _QUESTION.finditer(text.own)]
    if len(found) > _MOST_QUESTIONS:
        yield Span(*found[_MOST_QUESTIONS])


_LONG_STORY = (
    "The last weeks have been hard here. First the boiler broke and the man came three times. Then"
    " Mum fell in the kitchen and broke her wrist, and she cannot cook or drive now. I have been"
    " going over before work and after work, and the kids have been with the neighbour. My boss has"
    " been kind about it, but that will not last for ever. Last night I was up until two with the"
    " washing. "
)

NO_ASK = Rule(
    id="no-ask",
    strength=Strength.MUST_SEE,
    sentence="They may not see that you want something, because we found no question here.",
    suggestion="Add one sentence that asks, such as “Could you …?”. If it is there, leave it.",
    claim="direct-asking",
    look=finds_no_ask(Pattern(f"{_HINT.pattern}|{_MAY_ASK.pattern}")),
    fires=cases(
        "Things are quite hard at the moment and the car is broken.",
        "Hi Ben, the hospital rang and Dad is not well. I am at work until six.",
    )
    + cases("I lost my job on Friday. Rent is due on the first.", setting=_STRANGER)
    + cases("Dear Ms Cole, I have missed four lectures. I was ill.", setting=_MAIL),
    silent=cases(
        "Hi Ben, could you drive me to the hospital at six?",
        "The car is broken. Can you take Lily to school tomorrow?",
        "Ok, thanks.",
        "My fridge is empty until payday and we would love a warm meal.",
        "Everything is fine, I just wish someone would notice that I am tired.",
        "",
    ),
)

HINT_ONLY = Rule(
    id="hint-only",
    strength=Strength.MUST_SEE,
    sentence="They have to guess what you want here, and may guess wrong.",
    suggestion="Say the thing itself, then ask for it in one sentence.",
    claim="direct-asking",
    look=finds_hint(_HINT),
    fires=cases(
        "Another weekend alone with the boxes. Must be nice to have people.",
        "I’m so tired of all this. Oh well, whatever",
        "The kids are ill again and I have to work tomorrow…",
        "I guess I’ll manage on my own like I did last time.",
        "If you happen to be around on Saturday, there are a lot of boxes here.",
    ),
    silent=cases(
        "I wish someone had told me. Could you show me how it works?",
        "Whatever you choose, could you tell me by Friday?",
        "The car is broken and the garage is closed until Monday.",
        "Oh well.",
        "She said “nobody ever helps” and then she left with the car.",
    ),
)

BURIED_ASK = Rule(
    id="buried-ask",
    strength=Strength.FOR_INFORMATION,
    sentence="Your question comes late, so they read for long before they know what you want.",
    suggestion="You could put it in the first two sentences, and tell the rest after it.",
    claim="early-ask",
    look=finds_ask_if(_comes_late),
    fires=cases(
        _LONG_STORY + "Could you take the kids on Friday?",
        "Hi Cleo. " + _LONG_STORY + "Would you sit with Mum on Thursday evening?",
    )
    + cases(_LONG_STORY + "Can you help me find a carer?", setting=_MAIL)
    + cases(_LONG_STORY + "I am at the end. Can someone tell me whom to ring?", setting=_STRANGER),
    silent=cases(
        "Could you take the kids on Friday? " + _LONG_STORY,
        "The boiler broke. The man comes at nine. Could you let him in?",
        _LONG_STORY,
        "Hi Cleo, would you sit with Mum on Thursday evening? " + _LONG_STORY,
    ),
)

SEVERAL_ASKS = Rule(
    id="several-asks",
    strength=Strength.FOR_INFORMATION,
    sentence="With this many questions at once, it is hard to answer any of them.",
    suggestion="Ask the one that matters most now. The others can wait.",
    claim="specific-asks",
    look=_many_questions,
    fires=cases(
        "Can you take the kids on Friday? Could you also shop? And can you ring Mum?",
        "Would you read my letter, could you print it, and can you post it for me?",
        "Can you lend me a drill? Can you lend me a ladder? Can you come at ten?",
    )
    + cases(
        "Could someone drive me, could someone cook, and can anyone walk the dog?",
        setting=_STRANGER,
    ),
    silent=cases(
        "Can you take the kids on Friday? If not, can you on Saturday?",
        "Could you come at ten and bring the drill and the ladder?",
        "Can you believe it? Can you imagine? Could you come over tonight?",
        "She asked “can you shop, can you cook, can you drive”. Could you call me?",
    ),
)
RULES = (NO_ASK, HINT_ONLY, BURIED_ASK, SEVERAL_ASKS)
