"""The words of a text in one spelling, so that a rule need not know every way to write a thing.

"I'm gonna", "im going 2" and "I am really going to" all read "i am going to": contractions are
written out, usual misspellings and slang put right, words that only add weight left out. Numbers
and signs within a sentence become a comma.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from halved.safety.gentle.slang import PHRASES, WRITTEN
from halved.safety.gentle.vocabulary import words

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "„": '"'})
_ENDS = re.compile(r"[.!?…]+")
_TOKENS = re.compile(r"[a-zß-ÿ0-9*]+(?:'[a-zß-ÿ]+)*|[,;:()\"–—/]|(?<!\w)-(?!\w)|(?<!\w)'|'(?!\w)")
_QUOTES = frozenset("\"'")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
# "suicde", "sucide", "suiside", "suicidial"; not "succeed" or "sussed"
_SUICIDE = re.compile(
    r"(?:(?:s[uo]|siu)[ie*]{1,2}[sc]{1,2}[ie*]{0,2}|su[sc][ie]{1,2}|s\*icid|su[i*]\*+)"
    r"d(?:e|al|le|el|il|ial|eal|ally|ed|ing)?"
)
_MYSELF = re.compile(r"m[yi]?s{1,2}[elf]{3,4}|mys[el]{1,2}v?e?|myself[es]|myelf")
_SPACED = re.compile(r"(?<![a-z'])(?:[a-z][ .*_-]){2,10}[a-z](?![a-z'])", re.IGNORECASE)
_FOR_EVER = re.compile(r"\bfor ever\b", re.IGNORECASE)
_HIDDEN = words("die dead kill kms death suicide suicidal killmyself")
_SIGNS = {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s", "!": "i", "|": "i"}
_DISGUISED = re.compile(
    r"(?<=[a-z])[01345@$|](?=[a-z])|(?<=\bk)!(?=ll)|(?<=\bd)!(?=e)|\$(?=ui)", re.IGNORECASE
)
_CONTRACTED = {"'ve": "have", "'ll": "will", "'d": "would", "'re": "are", "'m": "am"}
_DROPPED_G = re.compile(
    r"(?:think|kill|liv|end|feel|hang|cutt|hurt|dy|wak|tak|say|plann|wish|hop|try|keep|be|hid|jump"
    r"|look|overdos|go|mak|hav|stand|writ|com|fight|burn|harm|gett|tell|wonder|driv|drown|sleep|do"
    r"|throw)in"
)

_FILLERS = words(
    """
    just really honestly actually literally so fucking fuckin fkn effing fecking feckin bloody
    damn goddamn friggin freaking seriously simply still truly genuinely basically kinda sorta
    totally completely absolutely very even now rn tbh rlly rly srsly lowkey highkey deadass legit
    prolly probs jus jst ngl fr idk oh xx xxx x please pls
    sometimes often always constantly maybe perhaps probably definitely certainly secretly
    finally already also ever deeply badly desperately proper quite pretty right utterly fully
    properly such lately suddenly apparently obviously frankly sadly quietly anyway
    """
)
# Adverbs add weight and are left out, but for these.
_KEPT = words(
    """
    family assembly accidentally deliberately peacefully painlessly permanently quickly happily
    gladly previously especially friendly elderly monthly butterfly intentionally purposely
    """
)
JOKES = words("lol lmao lmfao rofl haha hahaha hahahaha hehe omg joking jk kidding")

_PHRASE = re.compile(r"(?<!\S)(?:" + "|".join(sorted(PHRASES, key=len, reverse=True)) + r")(?!\S)")
_LEFT_OUT = _FILLERS | JOKES
_KEEP_ONLY = words("the my one not is his her are am i")
_CAUSING = words("i will would only always ever")
_DISTANCE = words("few many the of more last 5 10 20 30 50 100 per away at about")


def _skeleton(word: str) -> str:
    """What people who type fast keep of a word: its first letter, and its consonants."""
    return word[0] + word[1:].translate(_VOWELS)


_VOWELS = str.maketrans("", "", "aeiou")
_MISSPELLED = {
    _skeleton(word): word
    for word in words("thinking thoughts ending suicidal overdose everyone hurting anymore")
}


class Sentence(NamedTuple):
    """In one spelling: small words with one space between them, `,` where it pauses, `"` where
    quotation marks stand; and whether it says that it is a joke."""

    text: str
    joking: bool


def sentences(text: str) -> Iterator[Sentence]:
    for part in _parts(_plain(text.translate(_STRAIGHT))):
        small = part.lower()
        if _STRETCHED.search(small):
            small = _STRETCHED.sub(r"\1", small)
        tokens = _TOKENS.findall(small)
        if spelled := " ".join(_spelled(tokens)):
            if _PHRASE.search(spelled):
                spelled = _PHRASE.sub(lambda found: PHRASES[found[0]], spelled)
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
        if token in WRITTEN and not _is_itself(token, before):
            yield WRITTEN[token]
        elif token in _LEFT_OUT or (token.endswith("ly") and len(token) > 6 and token not in _KEPT):
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


def _plain(text: str) -> str:
    """A text in which words with signs for letters, or with a space between their letters, are as
    they are spelled."""
    text = _DISGUISED.sub(lambda sign: _SIGNS[sign[0]], text)
    return _FOR_EVER.sub("forever", _SPACED.sub(_together, text))


def _together(spaced: re.Match[str]) -> str:
    word = re.sub(r"[^a-z]", "", spaced[0].lower())
    return word if word in _HIDDEN else spaced[0]


def _is_itself(token: str, before: str) -> bool:
    """Whether a word is no slang here: 20 kms, and the pain I cause."""
    if token == "kms":
        return before.isdigit() or before in _DISTANCE
    return token == "cause" and before in _CAUSING


def _word(token: str) -> str:
    """One word as it is usually spelled."""
    if token.endswith("in") and _DROPPED_G.fullmatch(token):
        return token + "g"
    if token.endswith("'s"):
        return f"{token[:-2]} 's"
    if token.endswith("n't"):
        return f"{token[:-3]} not"
    stem, sign, short = token.rpartition("'")
    if sign and sign + short in _CONTRACTED:
        return f"{stem} {_CONTRACTED[sign + short]}"
    if token[0] == "s" and _SUICIDE.fullmatch(token):
        return "suicidal" if token.endswith(("al", "le", "el", "il", "ally")) else "suicide"
    if token[0] == "m" and _MYSELF.fullmatch(token):
        return "myself"
    if len(token) > 4:
        return _MISSPELLED.get(_skeleton(token), token)
    return token
