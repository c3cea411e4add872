"""What we ourselves say: plain, short, no cheering, and page titles that give nobody away.

Template syntax is cut out with a few patterns, not rendered. It is a tripwire: a long sentence that
a template puts together from parts gets through, and a person still has to read the page.
"""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

HOUSE = Path(__file__).parents[2] / "halved"
TEMPLATES = sorted(path for path in HOUSE.rglob("templates/**/*") if path.is_file())

MOST_WORDS = 25
NOT_OURS = [
    "amazing",
    "awesome",
    "brave",
    "bravely",
    "bravery",
    "don't worry",
    "empower",
    "empowered",
    "empowering",
    "incredible",
    "it gets better",
    "journey",
    "just reach out",
    "stay positive",
    "stay strong",
    "superhero",
    "warrior",
    "we promise",
    "you've got this",
]
# How words begin that must not stand where others look: on the tab, in the history, in an inbox.
TELLING = ["abuse", "abusi", "ask", "crises", "crisis", "help", "lonel", "suicid", "therap"]

# These elements stand inside a sentence. All others end one.
INLINE = {"a", "abbr", "b", "bdi", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small"}
INLINE |= {"span", "strong", "sub", "sup", "time", "u", "var", "wbr"}
SPOKEN_ATTRIBUTES = {"alt", "aria-label", "placeholder", "title", "value"}
END = "\n\n"


class Reader(HTMLParser):
    """Collects what a person sees or hears of a page, with END wherever a sentence must end."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        spoken = [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]
        self.parts += [END + value + END for value in spoken]
        self._end_unless_inline(tag)

    def handle_endtag(self, tag: str) -> None:
        self._end_unless_inline(tag)

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def _end_unless_inline(self, tag: str) -> None:
        if tag not in INLINE:
            self.parts.append(END)


def visible_text(source: str) -> str:
    source = without_template_syntax(source)
    source = source.replace("<![", "")  # a pattern in the code, not a mark of HTML
    source = re.sub(r"<(script|style)\b.*?</\1>", "", source, flags=re.DOTALL)
    reader = Reader()
    reader.feed(source)
    reader.close()
    return "".join(reader.parts).replace("’", "'")


def without_template_syntax(source: str) -> str:
    """A variable becomes one word. Prose inside a tag is kept; the branches of an if are parted."""
    source = re.sub(r"\{#.*?#\}", "", source)
    source = re.sub(r"\{% *comment\b.*?endcomment *%\}", "", source, flags=re.DOTALL)
    source = re.sub(r"\{\{(.*?)\}\}", lambda tag: "Name" + prose_in(tag[1]), source)
    source = re.sub(r"\{% *(?:else|elif|empty)\b.*?%\}", END, source)
    return re.sub(r"\{%(.*?)%\}", lambda tag: prose_in(tag[1]), source)


def prose_in(tag: str) -> str:
    """Quoted texts with a space in them are meant for people; the others are names and paths."""
    if "|date:" in tag:
        return ""
    quoted = [one or other for one, other in re.findall(r"""["]([^"]*)["]|'([^']*)'""", tag)]
    return "".join(END + text + END for text in quoted if " " in text)


def sentences(source: str) -> list[str]:
    """Parted after a full stop, question or exclamation mark, a colon at a line's end, and END."""
    closing = r"[\"')”]*"
    ends = rf"(?<=[.?!…:]){closing}\s*\n|(?<=[.?!…]){closing}\s|\n\s*\n"
    parts = re.split(ends, visible_text(source))
    return [" ".join(part.split()) for part in parts if part.strip()]


def titles(path: Path) -> list[str]:
    """What a tab or an inbox shows of this template, still with its variables."""
    source = path.read_text()
    if "subject" in path.name:
        return [source.strip()]
    page = re.sub(r"<svg\b.*?</svg>", "", source, flags=re.DOTALL)
    in_block = re.findall(r"\{% *block +title *%\}(.*?)\{% *endblock", page, re.DOTALL)
    return in_block + re.findall(r"<title>(.*?)</title>", page, re.DOTALL)


def found(wrong: Callable[[str], object], texts: Callable[[Path], list[str]]) -> list[str]:
    """`file: text` for each text of our templates in which something is wrong."""
    return [
        f"{path.relative_to(HOUSE.parent)}: {text}"
        for path in TEMPLATES
        for text in texts(path)
        if wrong(text)
    ]


def sentences_of(path: Path) -> list[str]:
    return sentences(path.read_text())


def word_of_cheer(text: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in NOT_OURS)


def telling_word(title: str) -> bool:
    words = without_template_syntax(title)
    return any(re.search(rf"\b{beginning}", words, re.IGNORECASE) for beginning in TELLING)


def test_we_never_shout():
    shouted = found(lambda sentence: "!" in sentence, sentences_of)

    assert not shouted, "\n".join(["No exclamation marks:", *shouted])


def test_we_do_not_cheer():
    cheered = found(word_of_cheer, sentences_of)

    assert not cheered, "\n".join([f"None of these words: {', '.join(NOT_OURS)}", *cheered])


def test_our_sentences_are_short():
    long = found(lambda sentence: len(sentence.split()) > MOST_WORDS, sentences_of)

    assert not long, "\n".join([f"At most {MOST_WORDS} words in a sentence:", *long])


def test_titles_and_subjects_give_nobody_away():
    told = found(telling_word, titles)

    assert not told, "\n".join([f"No word in a title begins with {', '.join(TELLING)}:", *told])


def test_titles_and_subjects_carry_nothing_people_wrote():
    carried = found(lambda title: "{{" in title, titles)

    assert not carried, "\n".join(["No variables in a title or subject:", *carried])


def test_every_page_of_ours_is_read():
    assert HOUSE / "templates" / "plain.html" in TEMPLATES


def test_a_template_is_read_as_a_person_sees_it():
    source = (
        "{% extends 'plain.html' %}<!-- hidden! --><style>a{}</style><h1>Heavy?</h1>"
        "<p>Write to <b>{{ name|default:'x' }}</b>. {# not shown! #}It is {% if seen %}read"
        '{% else %}not read{% endif %}.</p><input placeholder="In your words">'
        '{% include "_button.html" with label="Send to Sam" %}'
    )

    assert sentences(source) == [
        "Heavy?",
        "Write to Name.",
        "It is read",
        "not read.",
        "In your words",
        "Send to Sam",
    ]


def test_telling_words_are_found_by_how_they_begin():
    assert telling_word("Asking Ben")
    assert telling_word("Helplines")
    assert not telling_word("A task for today")
