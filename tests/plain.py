"""How hard a text is to read, counted by ourselves: words in a sentence, and syllables in a word.

The Flesch-Kincaid grade is the American school year in which a text is read with ease: about age
minus five. It knows nothing of meaning. It only trips over long sentences and long words.
"""

import re
from collections.abc import Sequence

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,:]*")


def words(text: str) -> list[str]:
    return WORD.findall(text)


def syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end. A number counts as one."""
    word = re.sub(r"['’](s|t|d|ll|re|ve|m)$", "", word.casefold())
    if word[0].isdigit():
        return 1
    word = re.sub(r"(?<=[aeiouy])(?=ing$)", "-", word)  # be-ing, say-ing
    found = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouy]e$", word) and not re.search(r"[^aeiouyl]le$", word):
        found -= 1  # tim(e), but not lit-tle
    elif re.search(r"[^aeiouytd]ed$", word) or re.search(r"[^aeiouyscxzgh]es$", word):
        found -= 1  # ask(ed), but not want-ed; tim(e)s, but not box-es
    found += len(re.findall(r"i(?:a|o(?!n|us))|[^g]ua|eo(?!us)|ism$", word))  # di-al, ide-o
    return max(found, 1)


def grade(sentences: Sequence[str]) -> float:
    """The Flesch-Kincaid grade of these sentences together."""
    spoken = [found for found in map(words, sentences) if found]
    count = sum(map(len, spoken))
    beats = sum(syllables(word) for found in spoken for word in found)
    return 0.39 * count / len(spoken) + 11.8 * beats / count - 15.59
