"""The words of a text in one spelling, so that a rule need not know every way to write a thing.

"I'm gonna", "im going 2" and "I am really going to" all read "i am going to": contractions are
written out, usual misspellings and slang put right, words that only add weight left out. Numbers
and signs within a sentence become a comma.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from halved.safety.gentle.vocabulary import words

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"'})
_ENDS = re.compile(r"[.!?…]+")
_TOKENS = re.compile(r"[a-zß-ÿ0-9*]+(?:'[a-zß-ÿ]+)*|[,;:()\"–—/]|(?<!\w)-(?!\w)|(?<!\w)'|'(?!\w)")
_QUOTES = frozenset("\"'")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_SUICIDE = re.compile(r"s[uo][ie1*]{0,2}[sc][sc*]?[ie1*]{0,2}d(?:e|al|le|el|ial|ally|ed)?|su\*+de?")
_DROPPED_G = re.compile(
    r"(?:think|kill|liv|end|feel|hang|cutt|hurt|dy|wak|tak|say|plann|wish|hop|try|keep|be|hid|jump|look"
    r"|overdos|go|mak|hav|stand|writ|com|fight|burn|harm|gett|tell|wonder|driv|drown|sleep|do|throw)in"
)

_FILLERS = words(
    """
    just really honestly actually literally so fucking fuckin fkn effing fecking feckin bloody
    damn goddamn friggin freaking seriously simply still truly genuinely basically kinda sorta
    totally completely absolutely very even now rn tbh ngl fr idk oh xx xxx x please pls
    sometimes often always constantly maybe perhaps probably definitely certainly secretly
    finally already also ever deeply badly desperately proper quite pretty right utterly fully
    properly such lately suddenly apparently obviously frankly sadly quietly anyway
    """
)
JOKES = words("lol lmao lmfao rofl haha hahaha hahahaha hehe omg joking jk kidding")

# One word for another, or for several.
_WRITTEN: dict[str, str] = {
    short: spelled
    for line in """
        im|i'm|ima|imma=i am
        ive|i've=i have
        i'll=i will
        i'd=i would
        u=you
        ur|yr=your
        youre|you're=you are
        youd|you'd=you would
        youll|you'll=you will
        he'd|hed=he would
        she'd=she would
        they'd|theyd=they would
        we'd=we would
        he'll=he will
        she'll=she will
        they'll|theyll=they will
        it'll|itll=it will
        that'll=that will
        it'd|itd=it would
        he's|hes=he is
        she's|shes=she is
        it's|its|tis=it is
        that's|thats=that is
        there's|theres=there is
        what's|whats|wots=what is
        life's|lifes=life is
        everyone's|everyones=everyone is
        nobody's=nobody is
        they're|theyre=they are
        they've|theyve=they have
        we're=we are
        dont|don't|dnt|dunt=do not
        doesnt|doesn't=does not
        didnt|didn't=did not
        cant|can't|cannot|cnt=can not
        couldnt|couldn't=could not
        wont|won't=will not
        wouldnt|wouldn't=would not
        shouldnt|shouldn't=should not
        isnt|isn't|aint|ain't=is not
        arent|aren't=are not
        wasnt|wasn't=was not
        weren't|werent=were not
        hasnt|hasn't=has not
        havent|haven't=have not
        hadnt|hadn't=had not
        wanna|wana|wannna=want to
        gonna|gona|gunna|ganna=going to
        goin|goign=going
        gotta=got to
        tryna=trying to
        wnat|wan|wnt|wqnt=want
        ot=to
        cos|cuz|coz|bc|cause|'cause=because
        tmrw|tmr|tomorow|tommorow|2moro=tomorrow
        tonite|2nite=tonight
        w/o|witout|wihtout|withou=without
        kil|kll|kilm|unalive|unaliving|unalived=kill
        killin|kiling=killing
        kms|ctb=kill myself
        kys=kill yourself
        dieing|diying=dying
        livin|livng=living
        aliv|alve=alive
        exsist|exsit=exist
        exsisting=existing
        mysef|myslef|mysel|myselv|myselve|meself|mesel|mesen|mself|miself|myslf=myself
        hisself=himself
        themself|theirself|theirselves=themselves
        beter|bettr=better
        burdon|burdan|birden|burdern=burden
        evryone|everone|every1|evry1|everybody=everyone
        noone|nobody|no1=nobody
        anymore|anymor=anymore
        dissapear|disapear|dissappear=disappear
        sewerslide=suicide
        od=overdose
        od'd|oded|overdosed|od'ed=overdosed
        mom|mam|mummy|mama|mammy|ma=mum
        bout=about
        kno=know
        takin=taking
        alot=a lot
        finna=going to
        throwin=throwing
        wudnt|wouldn=would not
        shud=should
        wud=would
        cud=could
        thru=through
        ya|ye=you
        til|till=until
        dat=that
        wid=with
        nd|n|&=and
        """.strip().splitlines()
    for shorts, spelled in [line.strip().split("=")]
    for short in shorts.split("|")
}
_PHRASES = {
    "no one": "nobody",
    "no body": "nobody",
    "any more": "anymore",
    "any longer": "anymore",
    "no longer": "not",
    "self harm": "selfharm",
    "self harmed": "selfharm",
    "self harming": "selfharm",
    "self injury": "selfharm",
    "self injure": "selfharm",
    "selfharmed": "selfharm",
    "selfharming": "selfharm",
    "for ever": "forever",
    "kind of": "",
    "sort of": "",
    "a bit": "",
    "a little": "",
    "to be honest": "",
    "all the time": "",
    "at the moment": "",
    "one hundred percent": "",
    "want too": "want to",
    "want 2": "want to",
    "going 2": "going to",
    "wanted 2": "wanted to",
    "ill be": "i will be",
    "ill do": "i will do",
    "ill end": "i will end",
    "ill kill": "i will kill",
    "ill never": "i will never",
    "ill not": "i will not",
    "id be": "i would be",
    "id rather": "i would rather",
    "id like": "i would like",
    "id love": "i would love",
    "wish id": "wish i would",
    "un alive": "kill",
    "my self": "myself",
    "self delete": "kill myself",
    "live no more": "live anymore",
    "here no more": "here anymore",
    "alive no more": "alive anymore",
    "this no more": "this anymore",
    "it no more": "it anymore",
    "on no more": "on anymore",
    "sh is": "selfharm is",
    "to sh": "to selfharm",
    "from sh": "from selfharm",
    "with sh": "with selfharm",
    "of sh": "of selfharm",
    "sh again": "selfharm again",
    "sewer slide": "suicide",
    "catch the bus for good": "kill myself",
}
_PHRASE = re.compile(r"(?<!\S)(?:" + "|".join(sorted(_PHRASES, key=len, reverse=True)) + r")(?!\S)")
_LEFT_OUT = _FILLERS | JOKES
_KEEP_ONLY = words("the my one not is his her are")
_DISTANCE = words("few many the of more last 5 10 20 30 50 100 per away at about")


class Sentence(NamedTuple):
    """In one spelling: small words with one space between them, `,` where it pauses, `"` where
    quotation marks stand; and whether it says that it is a joke."""

    text: str
    joking: bool


def sentences(text: str) -> Iterator[Sentence]:
    for part in _parts(text.translate(_STRAIGHT)):
        small = part.lower()
        if _STRETCHED.search(small):
            small = _STRETCHED.sub(r"\1", small)
        tokens = _TOKENS.findall(small)
        if spelled := " ".join(_spelled(tokens)):
            if _PHRASE.search(spelled):
                spelled = _PHRASE.sub(lambda found: _PHRASES[found[0]], spelled)
            joking = not JOKES.isdisjoint(tokens) or "😂" in part or "🤣" in part
            yield Sentence(" ".join(spelled.split()).strip(" ,"), joking)


def _parts(text: str) -> Iterator[str]:
    """What stands between full stops and line ends. A line that goes on in small letters is one
    with the line before it."""
    held: list[str] = []
    for line in text.splitlines():
        line = line.strip()
        if not line[:1].islower():
            yield " ".join(held)
            held.clear()
        *ended, last = _ENDS.split(line)
        if ended:
            yield " ".join([*held, ended[0]])
            held.clear()
            yield from ended[1:]
        held.append(last)
    yield " ".join(held)


def _spelled(tokens: list[str]) -> Iterator[str]:
    before = ""
    for token in tokens:
        if token in _WRITTEN and not (token == "kms" and _is_distance(before)):
            yield _WRITTEN[token]
        elif token in _LEFT_OUT:
            pass
        elif token == "only":
            if before in _KEEP_ONLY:
                yield token
        elif token.isalnum():
            yield _word(token)
        elif token in _QUOTES:
            yield '"'
        elif token[0].isalnum() or token[0] == "*":
            yield _word(token)
        else:
            yield ","
        before = token


def _is_distance(before: str) -> bool:
    return before.isdigit() or before in _DISTANCE


def _word(token: str) -> str:
    """One word as it is usually spelled."""
    if token.endswith("in") and _DROPPED_G.fullmatch(token):
        return token + "g"
    if token.endswith("'s"):
        return f"{token[:-2]} 's"
    if token[0] == "s" and _SUICIDE.fullmatch(token):
        return "suicidal" if token.endswith(("al", "le", "el", "ally")) else "suicide"
    return token
