"""Words that would be a script if a page forgot that they are words: in every box, in Chromium."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog
from playwright.sync_api import Page as Tab

from tests.browser import Browse
from tests.conftest import BEN
from tests.journeys.conftest import World, ask, carry_cookies
from tests.journeys.test_every_page import signed_in
from tests.journeys.visitors import ChromiumVisitor, Form, Page, WireVisitor
from tests.processes import Server

pytestmark = pytest.mark.browser

OUT_OF = ("", '">', "'>", "</textarea>", "</title>--></style></script>")
BODIES = (
    "<script>alert(1)</script>",
    "<script src=//127.0.0.1:1/x.js>",
    "<script type=module>alert(1)",
    "<img src=x onerror=alert(1)>",
    "<img src=`x`onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg/onload=alert`1`>",
    "<svg><script>alert(1)</script>",
    "<svg><a xlink:href=javascript:alert(1)>",
    "<math href=javascript:alert(1)>",
    "<body onload=alert(1)>",
    "<iframe src=javascript:alert(1)>",
    "<iframe onload=alert(1)>",
    "<object data=javascript:alert(1)>",
    "<embed src=javascript:alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<video><source onerror=alert(1)>",
    "<audio src=x onerror=alert(1)>",
    "<marquee onstart=alert(1)>",
    "<p onpointerover=alert(1)>",
    "<a href=javascript:alert(1)>x</a>",
    '<a href="java&#9;script:alert(1)">',
    "<form action=javascript:alert(1)>",
    "<button formaction=javascript:alert(1)>",
    "<meta http-equiv=refresh content=99>",
    "<base href=//127.0.0.1:1/>",
    "<link rel=stylesheet href=//127.0.0.1:1/x>",
    "<style>*{display:none}</style>",
    "<p style=position:fixed;inset:0>",
    "<p hx-get=/lock/ hx-trigger=load>",
    "<p hx-on:load=alert(1)>",
    "<noscript><p title='</noscript><img src onerror=alert(1)>'>",
    "<template><script>alert(1)</script>",
    "<<script>alert(1)//<</script>",
    " onfocus=alert(1) autofocus x=",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\\u003cscript\\u003ealert(1)",
    "javascript:alert(1)",
    "{{ 7|add:7 }}{% debug %}${alert(1)}",
)
PAYLOADS = [f"{out}{body}" for out in OUT_OF for body in BODIES]
SHORT = [payload for payload in PAYLOADS if len(payload) <= 60]  # as long as a name may be
# What none of our own pages has.
STRANGE = """() => [...document.querySelectorAll("*")].filter((element) =>
  element.matches("iframe, object, embed, base, marquee, math, video, audio, style, template, " +
    "script:not([src^='/static/']), link:not([href^='/']), link[href^='//'], meta[http-equiv]") ||
  [...element.attributes].some(({ name, value }) => /^(on|hx-on|style$)/.test(name) ||
    /href$|^(src|data|action|formaction)$/.test(name) &&
      value.replace(/\\s/g, "").startsWith("javascript:") ||
    name === "hx-get" && value === "/lock/")
).map((element) => element.outerHTML.slice(0, 200))"""
BOX = re.compile(r"<(?:textarea|input)\b[^>]*>")
NO_WORDS = re.compile(r'type="(?:hidden|checkbox|radio|file|password|date|time|number)"')
NONE: set[str] = set()
STRICT = {"email", "phone", "notice_address", "times", "starts", "ends"}  # take no words anyway


class Watch:
    """A tab, and what went wrong in it."""

    def __init__(self, tab: Tab) -> None:
        self.tab, self.faults = tab, list[str]()
        tab.on("dialog", self._opened)

    def _opened(self, dialog: Dialog) -> None:
        self.faults.append(f"a dialog on {self.tab.url}")
        dialog.dismiss()

    def look(self, where: str) -> None:
        self.tab.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))")
        self.faults += [f"{where}: {strange}" for strange in self.tab.evaluate(STRANGE)]

    def read(self, where: str, source: str) -> None:
        """The same page without its policy, which would stop what the page let through."""
        self.tab.set_content(source, wait_until="commit")
        self.look(where)


def boxes(form: Form, source: str) -> set[str]:
    """The boxes for words of this form; none where it asks for a passphrase."""
    tags = [tag for tag in BOX.findall(source) if not NO_WORDS.search(tag)]
    names = {name for tag in tags for name in re.findall(r'name="([\w-]+)"', tag)}
    secret = {"passphrase", "password", "now", "last"} & form.names
    return set() if secret else names & form.names


def fill(visitor: WireVisitor, path: str, short: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Sends every form of a page twice: with all payloads in each box, which many refuse, and with
    one that they take. Gives what came back."""
    visitor.open(path)
    forms = [form for form in visitor.page.forms if form.in_main and form.method == "post"]
    for form in forms:
        for words, left_out in ((lambda: "\n".join(PAYLOADS), NONE), (lambda: next(short), STRICT)):
            visitor.open(path)
            names = boxes(form, visitor.source) - left_out
            if not names or form.action not in [now.action for now in visitor.page.forms]:
                continue
            visitor.send({name: words() for name in sorted(names)}, to=form.action)
            assert visitor.status < 500, path
            yield visitor.path, visitor.source


def test_words_in_any_box_stay_words_on_every_page(house: Server, browse: Browse) -> None:
    nia, plain = World(house.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    short = itertools.cycle(SHORT)
    pages = list(signed_in(plain))

    answers = [answer for path in pages for answer in fill(plain, path, short)]
    carry_cookies(plain, nia)
    watch, bare = Watch(nia.tab), Watch(browse(javascript=True))
    shown = 0
    for path in pages:
        nia.open(path)
        shown += "alert(1)" in nia.source
        watch.look(path)
    for path, source in answers:
        bare.read(path, source)

    assert not watch.faults + bare.faults, "\n".join(watch.faults + bare.faults)
    assert shown > 20 and len(answers) > 40
    assert sum("alert(1)" in source for _, source in answers) > 30


def test_words_to_and_fro_behind_a_link_stay_words(house: Server, browse: Browse) -> None:
    nia, plain = World(house.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    asked = ask(plain, BEN, words="\n".join(PAYLOADS)[:1_900])
    ben, wire = ChromiumVisitor(browse(), house.url), WireVisitor(house.url)
    watch, hers = Watch(ben.tab), Watch(nia.tab)
    wire.open(asked.links[0])
    wire.send()
    wire.send({"answer": "part", "words": "\n".join(PAYLOADS)[100:2_000]})

    wire.open(asked.links[0])
    wire.send()
    wire.send({"words": "\n".join(PAYLOADS)[2_000:2_500]}, to="/remark/")

    ben.open(asked.links[0])
    ben.send()
    watch.look("the letter")
    carry_cookies(plain, nia)
    for path in (asked.path, "/", "/asks/"):
        nia.open(path)
        hers.look(path)

    assert "alert(1)" in nia.source or "alert(1)" in ben.source
    assert not watch.faults + hers.faults, "\n".join(watch.faults + hers.faults)


def test_two_hundred_names_of_a_contact_file_stay_names(house: Server, browse: Browse) -> None:
    nia, _ = World(house.url, browse).nia()
    assert isinstance(nia, ChromiumVisitor)
    watch = Watch(nia.tab)
    escaped = [re.sub(r"([\\,;])", r"\\\1", payload) for payload in PAYLOADS]
    cards = "".join(f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nEND:VCARD\r\n" for name in escaped)

    nia.open("/circle/file/")
    file = {"name": "names.vcf", "mimeType": "text/vcard", "buffer": cards.encode()}
    nia.tab.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    nia.send()
    watch.look("who is in the file")
    seen = nia.text

    assert len(PAYLOADS) == 200
    assert sum(body in seen for body in BODIES) > 30
    assert not watch.faults, "\n".join(watch.faults)


def test_a_page_that_forgets_it_would_be_found(chromium: Browser) -> None:
    watch = Watch(chromium.new_page())

    for body in (*BODIES[:4], *BODIES[6:9], *BODIES[11:32]):
        watch.faults.clear()
        watch.read("planted", f"<!doctype html><title>Halved</title><main>{body}</main>")
        assert watch.faults, body
    watch.tab.context.close()


def test_a_browser_takes_no_text_for_a_script(house: Server, chromium: Browser) -> None:
    _, plain = World(house.url).nia()
    nia = ChromiumVisitor(chromium.new_page(), house.url)
    carry_cookies(plain, nia)
    nia.open("/")
    attempts = {
        "another policy": "trustedTypes.createPolicy('other', {})",
        "an address of a script": "document.createElement('script').src = '/static/x.js'",
        "the text of a script": "document.createElement('script').text = 'alert(1)'",
    }

    for what, code in attempts.items():
        stopped = nia.tab.evaluate(f"() => {{ try {{ {code} }} catch (e) {{ return e.name }} }}")
        assert stopped == "TypeError", what
    nia.tab.context.close()


def test_the_pages_of_a_link_fit_into_what_is_read_here() -> None:
    page = Page('<main><form method="post"><input name="a"><input name="b" type="date"></form>')

    assert boxes(page.forms[0], '<input name="a"><input name="b" type="date">') == {"a"}
