"""Rules about the first words, and about whom they speak to."""

from collections.abc import Iterator

from halved.wording.looking import Pattern, phrase
from halved.wording.rule import Rule, Strength, cases
from halved.wording.text import Audience, Setting, Span, Text, Way

_MAIL = Setting(way=Way.MAIL)
_TO_SEVERAL = Setting(people=3)
_STRANGER = Setting(audience=Audience.STRANGER)
_A_LETTER = 15  # words from which a mail is more than a line between two people
_OPENING = 60  # characters in which a greeting or a name stands

_GREETING = phrase(
    r"hi|hiya|hey+|heya|hello|hallo|dear|greetings|yo|morning|afternoon|evening|welcome",
    "good (?:morning|afternoon|evening|day)",
    "to whom",
    "mum|mom|mam|mummy|dad|daddy|nan|nana|gran|grandma|grandad|auntie?|uncle|sis|bro|mate",
    "(?:my )?(?:love|darling|dearest)",
)
_NAME_FIRST = Pattern(r"\W*\w[\w'-]*(?: \w[\w'-]*){0,2}\s*[,:\n–-]")
_BLUNT = Pattern(
    r"\s*(so|and|then|why|you)\b(?!,? (?:sorry|glad|happy|pleased|grateful|excited|much|far|good))"
)
_CHATTY = phrase(
    "you(?:'re)? (?:free|around|about|home|in|there|up|ok|okay|alright|busy|still|know|got|able)"
)
_PLEASE = Pattern(r"\s*(please|pls|plz)\b")
_TO_ALL = phrase(
    "(?:hi|hey|hello|dear|morning|evening) (?:all|everyone|everybody|guys|folks|team|friends"
    "|you (?:all|guys))",
    "(?:can|could|would|will|does|do|is|are|might) (?:anyone|anybody|someone|somebody|any of you"
    "|one of you|you guys|you all)",
    "(?:if|has|have|need|looking for) (?:anyone|anybody|any of you|one of you)",
    "anyone (?:free|around|able|up for|got|who can|willing)",
    "who(?:'s| is| here| of you)? (?:free|around|can help|could help|wants to help)",
)
_ABOUT_OTHERS = phrase(
    "(?:do|would|did|might|if) you (?:happen to )?(?:know|have|think|find|see|hear)[^.?!\n]{0,40}"
    "(?:anyone|anybody|someone|somebody)",
    "(?:is|does|has) (?:anyone|anybody|someone|somebody) (?:else )?(?:there|home|in|at|with)",
)


def _to_all(text: Text) -> Iterator[Span]:
    if not text.ask:
        return
    if (found := _TO_ALL.search(text.own)) and not _ABOUT_OTHERS.search(text.own):
        yield Span(*found.span())
    elif text.setting.people > 1:
        yield text.ask


def _no_greeting(text: Text) -> Iterator[Span]:
    opening = text.lower[text.whole.start :][:_OPENING]
    name = text.setting.name.lower()
    greeted = _GREETING.search(opening) or _NAME_FIRST.match(opening) or (name and name in opening)
    if text.ask and _is_letter(text) and not greeted:
        yield text.words[0]


def _is_letter(text: Text) -> bool:
    return len(text.words) >= _A_LETTER and len(text.sentences) > 1


def _blunt(text: Text) -> Iterator[Span]:
    if (found := _BLUNT.match(text.own)) and not _CHATTY.match(text.own, found.start(1)):
        yield Span(*found.span(1))


def _please_first(text: Text) -> Iterator[Span]:
    found = _PLEASE.match(text.own)
    if found and text.ask and len(text.sentences) > 1:
        yield Span(*found.span(1))


TO_EVERYONE = Rule(
    id="to-everyone",
    strength=Strength.WORTH_A_LOOK,
    sentence="When it goes to everyone, each can think that someone else will answer.",
    suggestion="Write to one person, by name. You can ask the next one later.",
    claim="one-person",
    look=_to_all,
    fires=cases(
        "Hi all, could one of you drive me to the hospital on Thursday?",
        "Can anyone take the kids on Friday?",
        "Hey guys, could you help me move on Saturday?",
        "I have to move out on Saturday. Anyone free? Could you tell me?",
    )
    + cases("Could you drive me to the hospital on Thursday?", setting=_TO_SEVERAL),
    silent=cases(
        "Hi Ben, could you drive me to the hospital on Thursday?",
        "Do you know anyone who could drive me? Could you ask around?",
        "I need someone to talk to. Could you call me tonight?",
        "Everyone is away. Could you feed the cat until Sunday?",
    )
    + cases("Can anyone take the kids on Friday?", setting=_STRANGER),
    audiences=frozenset({Audience.FRIEND, Audience.PROFESSIONAL}),
)

NO_NAME = Rule(
    id="no-name",
    strength=Strength.FOR_INFORMATION,
    sentence="With no greeting and no name, this can look like a mail to anyone.",
    suggestion="Begin with a greeting and their name.",
    claim="greeting-and-name",
    look=_no_greeting,
    fires=cases(
        "I was ill for two weeks and missed the test. Could I take it again in May?",
        "My boiler is broken and I have two small kids. Could you come today or tomorrow?",
        "Could you send me the forms for the school trip? My daughter has lost hers again.",
        "I have moved to this town and need a doctor. Could you take me on from June?",
        setting=_MAIL,
    ),
    silent=cases(
        "Dear Ms Cole, I was ill for two weeks and missed the test. Could I take it in May?",
        "Cleo, my boiler is broken and I have two small kids. Could you come by today?",
        "Good morning, could you send me the forms for the school trip? Ours are lost.",
        "Could you call me?",
        setting=_MAIL,
    )
    + cases("My boiler is broken and I have two small kids. Could you come over tonight?"),
    ways=frozenset({Way.MAIL}),
)

BLUNT_OPENING = Rule(
    id="blunt-opening",
    strength=Strength.FOR_INFORMATION,
    sentence="This word at the very start can sound sharper than you mean it.",
    suggestion="You could begin with a greeting, or with “I”.",
    claim="openings",
    look=_blunt,
    fires=cases(
        "So can you take the kids on Friday or not?",
        "And could you also bring the keys back?",
        "You said you would help me move. Can you come on Saturday?",
        "Why did you not call? Could you call now?",
        "Then could you tell me who can?",
    ),
    silent=cases(
        "So sorry to write this late. Could you call me?",
        "You free tonight? Could you come over?",
        "Hi Ben, so can you take the kids on Friday?",
        "Youssef said you might know. Could you call me?",
        "You know how I hate heights. Could you clean the gutter?",
    ),
)

PLEASE_FIRST = Rule(
    id="please-first",
    strength=Strength.FOR_INFORMATION,
    sentence="A “please” as the very first word can sound like an order.",
    suggestion="It can stand in the middle, as in “could you please”.",
    claim="openings",
    look=_please_first,
    fires=cases(
        "Please can you take the kids on Friday? I have to work.",
        "Please could you call me back? It is about Mum.",
        "pls can you send me the notes? i was ill",
        "Please would you look at my letter? It has to go out today.",
    ),
    silent=cases(
        "Hi Ben, please can you take the kids on Friday? I have to work.",
        "Could you please call me back? It is about Mum.",
        "Please call me.",
        "Pleased to meet you. Could you send me the forms?",
    ),
)

RULES = (TO_EVERYONE, NO_NAME, BLUNT_OPENING, PLEASE_FIRST)
