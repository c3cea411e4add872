"""English: words about danger, and things that are safer left out.

The words for danger are read for finding many, not for being right: the note only shows the way to
Help now. They miss a part of what people write, and the absence of a note means nothing.
"""

import re
from collections.abc import Iterator

from halved.wording.looking import Look, finds, finds_any, finds_even_quoted
from halved.wording.rule import Rule, Strength, cases
from halved.wording.text import Audience, Setting, Span, Text, Way

_SELF = r"(?:myself|yourself|himself|herself|themselves)"
_LIFE = r"(?:my|your|his|her|their)(?: own)?"
_HARM = (
    rf"(?:kill|killing|hang|hanging|drown|drowning|shoot|shooting|harm|harming) {_SELF}"
    r"(?! (?:in the foot|out|for a (?:laugh|joke)|laughing|with laughter))",
    rf"(?:hurt|hurting|cut|cutting|burn|burning) {_SELF}(?: again| tonight| badly)? ?"
    r"(?:(?=[.,;:!?…\n)”\"'])|(?=\s{0,3}\Z)|(?=\s{1,3}(?:so|to feel|because|if|again|and"
    r"|with a|on purpose|when)\b)|on purpose)",
    rf"(?:end|ending|take|taking|took) {_LIFE} life",
    r"(?:end|ending) it all|end it (?:tonight|today|now|for good)",
    r"(?:want to end|going to end|ready to end|thinking (?:of|about) ending) it"
    r"(?! (?:with|between|here|there))",
    r"(?:gonna|going to|might|want to|wanna) kms",
    r"(?:better|happier|easier|fine)(?: off)? (?:if|once|when|without) (?:i'm|i am|i was|i were"
    r"|i wasn't) (?:gone|dead|around|here)",
    r"(?:want to|hope i|wish i|wish i'd|would|sleep and) (?:just )?(?:never|not) wake up",
    r"disappear (?:for ever|forever|for good)",
    r"i(?:'m| am) (?:going to|gonna) jump(?=\s{0,3}(?:[.!…\n]|\Z))",
    r"the (?:pills|tablets|rope|gun) (?:\w{1,8} )?ready",
    r"suicidal",
    r"(?:commit|attempt(?:ed)?|thoughts? of|thinking (?:of|about)|die by|planning|plan(?:ned)?)"
    r" suicide",
    r"suicide (?:note|plan|attempt|letter)",
    r"(?:want|wanted|wish|like|going|plan|planning|ready|hoping) (?:\w{1,8} )?"
    r"(?:to die|i (?:was|were) dead|i'd die)"
    r"(?! (?:of|from) (?:embarrassment|shame|laughing|laughter|boredom|cringe|heat|thirst|hunger)"
    r"| laughing)",
    r"(?:don't|do not|doesn't|didn't) want to (?:live|be alive|be here|exist|wake up)"
    r"(?: any ?more| tomorrow| at all)?(?=\s{0,3}(?:[.,;:!?…\n)”\"']|\Z|(?:and|but|because|so)\b))",
    r"better off (?:dead|without me)",
    r"(?:no (?:reason|point|use)|nothing left|not worth) (?:to live|living|in living|going on)"
    r"(?: for)?",
    r"(?:took|taken|swallowed|going to take|want to take|gonna take|thinking of taking)"
    r" (?:\w{1,8} ){0,2}(?:all|too many|a (?:bunch|handful|lot) of|every) (?:of )?"
    r"(?:\w{1,8} ){0,2}(?:pills|tablets)",
    r"(?:saved up|stashed|collected) (?:\w{1,8} ){0,3}(?:pills|tablets)",
    r"(?:fatal|lethal|deadly) (?:dose|amount)|overdos(?:e|ed|ing)(?! (?:of|on) (?:cake|chocolate"
    r"|coffee|sugar|tv|netflix))",
    r"(?:jump|jumping) (?:off|from|in front of) (?:a|the|my) (?:\w{1,10} )?(?:bridge|roof|building"
    r"|balcony|train|cliff)",
    r"(?:slit|slitting|cut|cutting) (?:my|your|his|her|their) (?:wrists?|arms?|throat)",
    r"goodbye (?:note|letter)s?(?! to (?:my )?(?:boss|colleagues|work))",
)

UNSAFE_DETAIL = Rule(
    id="unsafe-detail",
    strength=Strength.MUST_SEE,
    sentence="Some words here may be about danger, for you or for someone else.",
    suggestion="See Help now first. In the ask, say who is not safe, and leave out the how.",
    claim="safe-words",
    look=finds_even_quoted(
        *_HARM, not_after=r"i'm not|i am not|not|never been|isn't|is not|wasn't|no|i could"
    ),
    fires=cases(
        "I want to die. Could you call me?",
        "I keep thinking “I don’t want to be here anymore”. Could we talk?",
        "im going to kill myself",
        "They would be better off without me. Could you come?",
        "My son is talking about killing himself. Could you come tonight?",
        "I took all my tablets. Can you come?",
        "I have been cutting myself again. Could you sit with me?",
        "thinking about ending it. can you call",
        "Everyone would be better off if I was gone. Could we talk?",
    ),
    silent=cases(
        "I’m dead tired. Could you cook tonight?",
        "You are killing it. Could you look at my slides too?",
        "This heat is killing me. Could you lend me a fan?",
        "I want to die of embarrassment. Could you talk to her for me?",
        "I’m not suicidal, only tired. Could you come over on Friday?",
        "I cut myself a slice. Could you bring more cake?",
        "I shot myself in the foot with that email. Could you read the next one?",
        "Could you jump off the bus at Mill Lane and meet me?",
        "I’m dying to see you. Could you come on Sunday?",
        "Did you take the tablets to your mother?",
        "I want to end it with Tom. Could we talk tonight?",
        "I don’t want to be here on Friday. Could you swap shifts?",
        "I am cutting myself some slack. Could you take my shift?",
        "We are only 20 kms away. Could we come by?",
    ),
)

_ANSWER = r"(?:if you (?:don't|do not|won't|can't|cannot|say no|leave|ignore)|unless you)"
DANGER_AND_ANSWER = Rule(
    id="danger-and-answer",
    strength=Strength.MUST_SEE,
    sentence="This ties somebody’s safety to one answer, and one person cannot hold that alone.",
    suggestion="See Help now first. Then say that you are not safe, apart from any question.",
    claim="safe-words",
    look=finds_even_quoted(
        rf"{_ANSWER}[^.!?\n]{{0,80}}? (?:i'll|i will|i'm going to|i am going to|i'm gonna|i might"
        r"|i may|i could) (?:just )?(?:kill|hurt|harm|hang|shoot|cut|drown) myself",
        rf"{_ANSWER}[^.!?\n]{{0,80}}? (?:i'll|i will|i'm going to|i'm gonna|i might) (?:just )?"
        r"(?:end (?:it|my life)|take my (?:own )?life|die|be dead|do something"
        r" (?:stupid|bad)|not be (?:here|around|alive))",
        rf"{_ANSWER}[^.!?\n]{{0,80}}? (?:i have|i've got|there's|there is) (?:nothing|no reason) "
        r"(?:left )?to live",
        r"you(?:'re| are) the only (?:thing|one|person|reason) (?:keeping me alive|i'm (?:still )?"
        r"alive|i am (?:still )?alive|i(?:'m| am) still here)",
        r"(?:i'll|i will|i might) (?:kill|hurt|harm) myself (?:if you|unless you)",
        r"or (?:else )?(?:i'll|i will|i'm going to|i'm gonna) (?:kill|hurt|harm|cut) myself",
    ),
    fires=cases(
        "If you don’t call me I will hurt myself.",
        "Unless you come tonight I’ll kill myself.",
        "If you say no, I might not be here tomorrow.",
        "You are the only reason I am still alive. Could you come?",
        "ill hurt myself if you leave",
        "Stay tonight or I’ll hurt myself.",
    ),
    silent=cases(
        "If you can’t come I will be sad, and that is fine. Could you?",
        "If you can’t call me, I will call the line.",
        "If you don’t hold the ladder I might fall. Could you?",
        "You are the only one I know here. Could you come?",
        "Unless you say otherwise I will be here at six.",
    ),
)


def _numbers_and_words(text: Text) -> Iterator[Span]:
    """Keys to money and to doors, where others may read along."""
    if text.setting.audience is Audience.STRANGER or text.setting.way is Way.MAIL:
        yield from _SECRETS(text)


def _home(text: Text) -> Iterator[Span]:
    """A street with its number, for strangers. Capital letters tell it from five minutes' road."""
    if text.setting.audience is Audience.STRANGER:
        yield from (Span(*found.span()) for found in _ADDRESS.finditer(text.text))


_SECRETS: Look = finds(
    r"\d{4}([\s-]?)\d{4}\1\d{4}\1\d{4}",
    r"[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?",
    r"(?:account|card|sort|routing|passport|insurance|social security|id)"
    r" (?:number|no|code)(?:\.? is|\.?:|\.)? ?[a-z]{0,3}\d[\d\s-]{3,20}",
    r"(?:password|passcode|passphrase)(?: (?:is|for \w{1,12} is)|:) ?\S{3,40}",
    r"(?:pin|cvv|cvc|security code)(?: (?:code|number))?(?: is|:)? ?\d{3,8}",
    r"\d{3}-\d{2}-\d{4}",
    r"[a-ceghj-prtw-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d]",
)
_ADDRESS = re.compile(
    r"\b\d{1,4}[a-zA-Z]?,? (?:[A-Z][a-z’'-]{1,20} ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Crescent|Terrace|Place|Square"
    r"|Way|Gardens|Hill|Boulevard|Blvd)\b"
)
_STRANGERS = Setting(audience=Audience.STRANGER)
_BY_MAIL = Setting(way=Way.MAIL)

PRIVATE_DETAIL = Rule(
    id="private-detail",
    strength=Strength.WORTH_A_LOOK,
    sentence="With this, others could get at your money, your accounts or your door.",
    suggestion="Leave it out here, and give it later to the one person who needs it.",
    claim="kept-private",
    look=finds_any(_numbers_and_words, _home),
    fires=cases(
        "Could someone send £20 to account number 12345678?",
        "Could anyone drop food at 12 Mill Lane?",
        "My PIN is 4821, could somebody get cash for me?",
        "Could someone log in? The password is rosebud9.",
        setting=_STRANGERS,
    )
    + cases("Could you pay with 4111 1111 1111 1111?", setting=_BY_MAIL),
    silent=cases(
        "Could someone help me? I live five minutes down the road.",
        "I forgot my password. Could someone explain how to reset it?",
        "Could anyone lend 20 pounds until Friday?",
        "Could someone phone me on 01632 960 123?",
        "Our house is at Mill Lane. Could someone look for a cat there?",
        setting=_STRANGERS,
    )
    + cases("The PIN is 4821. Could you feed the cat on Friday?")
    + cases("Could you come to 12 Mill Lane at six?", setting=_BY_MAIL),
)

_RELATION = (
    r"(?:my|our) (?:\w{1,10} )?(?:sister|brother|mother|mum|mom|father|dad|husband|wife|partner"
    r"|boyfriend|girlfriend|son|daughter|friend|flatmate|roommate|boss|colleague|neighbou?r|cousin"
    r"|uncle|aunt|ex|grandmother|grandfather|in-law)"
)
_DELICATE = (
    r"(?:diagnosed with|in rehab|an? (?:alcoholic|addict|drug addict)|addicted to|bipolar"
    r"|schizophreni(?:c|a)|hiv|an? (?:abortion|miscarriage|affair|std|sti)|on antidepressants"
    r"|self-?harm\w{0,3}|in (?:prison|jail)|a criminal record|bankrupt|psychiatric"
    r"|(?:tried|wants|wanted) to (?:kill|harm|hurt) (?:him|her|them)sel(?:f|ves)|attempted suicide"
    r"|drinks (?:too much|again|every)|drinking again|using again|cheat(?:s|ed|ing) on)"
)
_TOLD = finds(
    rf"{_RELATION}(?:'s)? [^.!?\n]{{0,60}}?{_DELICATE}",
    rf"s?he(?:'s| is| has| was| had)"
    rf" [^.!?\n]{{0,30}}?{_DELICATE}",
)


def _told_to_many(text: Text) -> Iterator[Span]:
    if text.setting.audience is Audience.STRANGER or text.setting.people > 1:
        yield from _TOLD(text)


ABOUT_SOMEONE_ELSE = Rule(
    id="about-someone-else",
    strength=Strength.WORTH_A_LOOK,
    sentence="This is another person’s private life, and they cannot choose who reads it here.",
    suggestion="Keep to what it means for you, and leave the rest to them to tell.",
    claim="kept-private",
    look=_told_to_many,
    fires=cases(
        "My brother is in rehab. Could anyone lend us a room?",
        "Our neighbour was diagnosed with HIV. Can someone drive her?",
        "My husband had an affair and lost his job. Could someone help?",
        "She is bipolar and off sick. Could anybody take the kids?",
        setting=_STRANGERS,
    )
    + cases("My dad is drinking again, could you all come?", setting=Setting(people=4)),
    silent=cases(
        "My brother has moved in. Could anyone lend us a bed?",
        "I was diagnosed with asthma. Can someone drive me?",
        "My mother is ill. Could someone walk her dog?",
        "The film is about a man in prison. Could someone lend it to me?",
        setting=_STRANGERS,
    )
    + cases("My brother is in rehab. Could you come over tonight?"),
)

RULES_ABOUT_SAFETY: tuple[Rule, ...] = (
    DANGER_AND_ANSWER,
    UNSAFE_DETAIL,
    PRIVATE_DETAIL,
    ABOUT_SOMEONE_ELSE,
)
