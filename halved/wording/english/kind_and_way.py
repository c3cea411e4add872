"""Rules about which kind of help is meant, and whether these words go the right way."""

from collections.abc import Iterator

from halved.wording.looking import phrase, sentence_of_ask
from halved.wording.rule import Rule, Strength, cases
from halved.wording.text import Audience, Setting, Span, Text, Way

_MAIL = Setting(way=Way.MAIL)
_TO_SEVERAL = Setting(people=4)

_HEAVY = phrase(
    "lonely|so alone|all alone|isolated|sad|miserable|depressed|depression|hopeless|empty",
    "anxious|anxiety|panic(?:s|king|ked)?|scared|afraid|terrified|frightened|worried sick",
    "overwhelmed|stressed|exhausted|worn out|burnt out|burned out|drained|at the end",
    "(?:can't|cannot|not|don't) (?:coping|cope|go on|sleep|stop crying|manage|get out of bed)",
    "crying|cried|in tears|heartbroken|grieving|grief|devastated|upset|struggling",
    "falling apart|fall apart|losing it|breaking down|broke down crying",
    "(?:feel|feeling|felt|been|am|i'm) (?:so |really |very |pretty |quite )?(?:low|down|awful"
    "|terrible|rubbish|lost)",
    "(?:has|have) (?:died|passed away)|died|passed away|left me|broke up|divorc(?:e|ed|ing)"
    "|diagnos(?:ed|is)|cancer|miscarriage",
)
_OPEN = phrase(
    "talk|chat|call|ring|phone|come (?:over|round|around|by|here)|see (?:you|me)|meet|help",
    "be there|there for|hang out|spend|stay|catch up|get together|reply|write back",
)
_KIND = phrase(
    "listen|hear me|vent|rant|get it off|advice|advise|fix(?:ing)?|solutions?|ideas?|opinion",
    "what (?:should|would|do|to|can|could) (?:i|you|we|do)",
    "how (?:do|did|would|should|can|to|i|you)",
    "company|distract\\w*|hug|hold|sit|be with|keep me|next to|not (?:be|have to be) alone",
    "(?:tell|show|explain|teach) (?:me|us)",
    "tell me (?:if|what|how|whether)|you think|suggest\\w*|recommend\\w*|know (?:a|of|any|how)",
    "help (?:me|us|him|her|them)? ?(?:with|to|find|get|write|move|fill|make|sort|look|clean|cook"
    "|pack|plan|apply)",
    "cook\\w*|shop\\w*|driv\\w*|lift|clean\\w*|walk\\w*|film|movie|telly|tv|eat|dinner|lunch|tea"
    "|coffee|soup|kids|dog|school|childcare|appointment|form|letter|pick|bring|lend|take",
)
_TO_SPEAK = phrase("talk|speak|call|ring|phone|meet|come|see|visit|pop|drop")


def _kind_left_open(text: Text) -> Iterator[Span]:
    asked = sentence_of_ask(text)
    if (
        _OPEN.search(text.own, *asked)
        and _HEAVY.search(text.own)
        and not _KIND.search(text.own)
        and text.ask
    ):
        yield text.ask


def _heavy_to_read(text: Text) -> Iterator[Span]:
    by_letter = text.setting.way is Way.MAIL or text.setting.people > 1
    if by_letter and text.ask and not _TO_SPEAK.search(text.own, *sentence_of_ask(text)):
        yield from (Span(*found.span()) for found in _HEAVY.finditer(text.own))


KIND_UNCLEAR = Rule(
    id="kind-unclear",
    strength=Strength.WORTH_A_LOOK,
    sentence="They may try to fix it where you want company, or the other way round.",
    suggestion="Say which it is, such as “no need to fix it” or “tell me what you would do”.",
    claim="kind-of-help",
    look=_kind_left_open,
    fires=cases(
        "I have been feeling so low since the move. Could you call me tonight?",
        "I’m not coping. Can we talk? Could you ring me?",
        "My dad died in May and I am exhausted. Would you come over on Sunday?",
        "Everything makes me anxious at the moment. Could you meet me after work?",
    ),
    silent=cases(
        "I have been feeling so low since the move. Could you call me and just listen?",
        "I am exhausted. Could you drive the kids to school this week?",
        "I feel lost with this course. Could you tell me how you did it?",
        "Could you call me tonight? I have news.",
        "I have been feeling so low since the move.",
    ),
    audiences=frozenset({Audience.FRIEND}),
)

WRONG_CHANNEL = Rule(
    id="wrong-channel",
    strength=Strength.FOR_INFORMATION,
    sentence="This is heavy to read alone, and in a mail or a round message they cannot ask back.",
    suggestion="You could first ask for a moment to talk, such as “can I ring you tonight?”.",
    claim="face-to-face",
    look=_heavy_to_read,
    fires=cases(
        "Dear Cleo, I am at the end and cannot sleep. Could you help me with the kids?",
        "Hi Ben, the doctor says it is cancer. Could you look after the dog in June?",
        "Dear Mum, I have been so lonely here. Could you help me find a way home?",
        setting=_MAIL,
    )
    + cases(
        "I’m falling apart a bit. Could one of you take the kids on Friday?", setting=_TO_SEVERAL
    ),
    silent=cases(
        "Dear Cleo, I am at the end and cannot sleep. Could you ring me tonight?",
        "Dear Cleo, could you send me the photos of the garden?",
        "Dear Mum, I have been so lonely here.",
        setting=_MAIL,
    )
    + cases("I’m falling apart a bit. Could you take the kids on Friday?"),
    audiences=frozenset({Audience.FRIEND}),
    ways=frozenset({Way.TEXT, Way.MAIL}),
)

RULES = (KIND_UNCLEAR, WRONG_CHANNEL)
