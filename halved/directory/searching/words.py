"""Words as the index knows them: lower case, without accents, light on endings."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

LONGEST = 30  # letters of a word that count
ENDINGS = (("ing", 3), ("ion", 4), ("ed", 3), ("er", 5), ("or", 5))  # and what must be left
_APOSTROPHES = str.maketrans("", "", "'’‘`´ʼ")
_WORD = re.compile(r"[^\W_]+")
_VOWEL = re.compile(r"[aeiouy]")

# Said in every second sentence, and in every second service: they tell nothing apart.
_FILLERS = """
    a about after all also am an and any anybody anyone anything are aren as ask at away back
    badly be because been being but by call can cannot cant could currently did do does doesnt
    doing dont ever every for from get gets getting give go going gone got had has hasnt have
    havent having he hello her here hers hi him his how i id if ill im in into is isnt it its
    ive just keep keeps know later let like live lives living look looking lot made make many
    may maybe me might more most much must my myself near nearby nearest need needed needing
    needs never no not nothing now of off ok on one only or other our out over own place places
    please put really right said say says see she should so some somebody someone something
    somewhere soon speak speaking speaks still stop stopped stopping such take tell thank thanks
    that thats the their them themselves then there theres these they theyre thing things this
    those through to today told tonight too try trying up us use used very wanna want wanted
    wants was wasnt way we were what whats when where which while who whom whos why will with
    without wont would wouldnt yes yet you your yours yourself advice aid assistance find
    finding found help helped helping helps service services someplace support wheres best good
    cheap local area around town city open der die das den dem des ein eine einen einem einer
    und oder ich wir sie er mein meine meinen meinem meiner mir mich uns ist sind bin war nicht
    kein keine mit ohne von zu zum zur fur auf aus bei nach hilfe brauche suche wo wer wie kann
    habe hat haben bekomme el la los las un una unos unas y o de del al en con sin por para mi
    mis yo te se lo que quien donde como es soy esta estoy necesito busco ayuda quiero puedo
    tengo hay
"""
FILLERS = frozenset(_FILLERS.split())


def fold(text: str) -> str:
    """Lower case, without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    if plain.isascii():
        return plain
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def split(text: str) -> list[str]:
    """The words of a text in their order, folded, each at most 30 letters long."""
    return [word[:LONGEST] for word in _WORD.findall(fold(text))]


# Words that are spelt in two ways where endings cannot tell.
_SPELT = """centre center theatre theater licence license practise practice behaviour behavior
    labour labor neighbour neighbor neighbourhood neighborhood colour color programme program
    paediatric pediatric cheque check tyre tire grey gray defence defense offence offense diarrhoea
    diarrhea anaemia anemia mum mom mums moms enrol enroll fulfil fulfill"""
SPELT = dict(zip(_SPELT.split()[::2], _SPELT.split()[1::2], strict=True))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """What a folded word shares with its other forms: evict for evicted, eviction and evictions."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    word = _without_plural(word)
    word = SPELT.get(word, word).replace("isation", "ization")
    for ending, shortest in ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= shortest and _VOWEL.search(root):
            word = _undoubled(root)
            break
    if len(word) > 3 and word[-1] in "ey":
        word = word[:-1]
    return word


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _undoubled(word: str) -> str:
    """couns(ell) as couns(el): British and American spelling meet here."""
    double = len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou"
    return word[:-1] if double else word


def telling(words: Iterable[str]) -> list[str]:
    """The words that are no fillers."""
    return [word for word in words if word not in FILLERS]
