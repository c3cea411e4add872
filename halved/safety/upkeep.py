"""An operator's pages to check, date, correct and add lines of Help now. They change the same file
as `halved lines`, by the same rules."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from halved.accounts.operators import for_operators
from halved.accounts.room import MemberRequest
from halved.safety import keeping
from halved.safety.book import BadLines, Book, open_book
from halved.safety.files import renew_page
from halved.safety.guessing import guess_country
from halved.safety.keeping import Change, Entry
from halved.safety.lines import Country, CrisisLine, Seen
from halved.safety.upkeep_forms import (
    LOOKED,
    LineForm,
    NewLineForm,
    SeenForm,
    numbers_form,
    shown_facts,
    ways_form,
)

EMERGENCY = "emergency"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a country, or its emergency numbers (`line` and `name` are None), as an operator
    looks at it."""

    country: Country
    line: CrisisLine | None
    here: Entry  # what the operator's file holds of the country
    today: date

    @property
    def name(self) -> str | None:
        return self.line.name if self.line else None

    @property
    def key(self) -> str:
        return key_of(self.name)

    @property
    def seen(self) -> Seen:
        return self.line.seen if self.line else self.country.emergency.seen

    @property
    def check_first(self) -> bool:
        return self.seen.check_first(self.today)

    @property
    def age(self) -> str:
        return self.seen.age(self.today)

    @property
    def is_changed_here(self) -> bool:
        return self.name in self.here.get("lines", {}) if self.name else EMERGENCY in self.here

    @property
    def is_shipped(self) -> bool:
        return not self.name or keeping.is_shipped(self.country.code, self.name)

    @property
    def was(self) -> str:
        return keeping.fingerprint(self.country, self.name)


def key_of(name: str | None) -> str:
    """What names a line in an address: no words of anybody."""
    return hashlib.sha256(name.encode()).hexdigest()[:12] if name else EMERGENCY


# --- what there is ----------------------------------------------------------------------------


@for_operators
@require_safe
def countries(request: MemberRequest) -> HttpResponse:
    """Every country, with how much of it is to be checked first."""
    book, today = open_book(settings.LINES_FILE), timezone.localdate()
    languages, zone = request.headers.get("Accept-Language", ""), request.user.timezone
    rows = [(country, *_to_check(country, today)) for country in book.countries.values()]
    near = guess_country(book.countries, languages, zone)
    context = {
        "rows": rows,
        "to_check": sum(count for _, count, _ in rows),
        "near": book.countries[near] if near else None,
        "problems": book.problems,
    }
    return render(request, "safety/upkeep/countries.html", context)


def _to_check(country: Country, today: date) -> tuple[int, str]:
    """How many lines to check first, and the age of the oldest."""
    seen = [country.emergency.seen, *(line.seen for line in country.lines)]
    old = [one for one in seen if one.check_first(today)]
    return len(old), min(old, key=lambda one: one.newest).age(today) if old else ""


@for_operators
@require_safe
def country(request: MemberRequest, code: str) -> HttpResponse:
    return _country(request, code)


def _country(request: MemberRequest, code: str, refused: str = "") -> HttpResponse:
    book, found = _find(code)
    rows, here = _rows(found)
    names = [name for name, said in here.get("lines", {}).items() if said is None]
    hidden = [(name, key_of(name), keeping.fingerprint(found, name)) for name in names]
    context = {
        "country": found,
        "rows": rows,
        "hidden": hidden,
        "looked": LOOKED.items(),
        "problems": [one for one in book.problems if one.startswith(f"{found.code}:")],
        "refused": refused,
        "kept": "kept" in request.GET,
        "no_files": "files" in request.GET,
    }
    return render(request, "safety/upkeep/country.html", context)


def _find(code: str) -> tuple[Book, Country]:
    book = open_book(settings.LINES_FILE)
    found = book.find(code)
    if found is None:
        raise Http404
    return book, found


def _rows(found: Country) -> tuple[list[Row], Entry]:
    """A file that cannot be read is told beside, and changes are refused."""
    try:
        here = keeping.known_here(settings.LINES_FILE, found.code)
    except BadLines:
        here = {}
    today = timezone.localdate()
    return [Row(found, line, here, today) for line in (None, *found.lines)], here


def _row(code: str, key: str) -> Row:
    rows, _ = _rows(_find(code)[1])
    row = next((row for row in rows if row.key == key), None)
    if row is None:
        raise Http404
    return row


# --- one line ---------------------------------------------------------------------------------


@for_operators
def line(request: MemberRequest, code: str, key: str) -> HttpResponse:
    """A line, or the emergency numbers, and boxes to correct it."""
    row = _row(code, key)
    data = request.POST or None
    form: SeenForm
    if row.line:
        form = LineForm(data, today=row.today, initial=shown_facts(row.line))
        several = ways_form(data, row.line)
    else:
        form = SeenForm(data, today=row.today)
        several = numbers_form(data, row.country.emergency)
    meanwhile = False
    if request.method == "POST" and form.is_valid() & several.is_valid():
        facts = form.facts() if isinstance(form, LineForm) else {}
        if several.has_changed():
            facts["ways" if row.line else "numbers"] = several.entries()
        do = keeping.correct(row.name, **form.seen(), **facts)
        try:
            return _keep(request, row.country.code, row.name, do)
        except keeping.Meanwhile:
            meanwhile = True
            row = _row(code, key)
        except BadLines as error:
            form.add_error(None, _in_words(error, row.country.code, row.name))
    context = {"row": row, "form": form, "several": several, "meanwhile": meanwhile}
    return render(request, "safety/upkeep/line.html", context)


@for_operators
def new(request: MemberRequest, code: str) -> HttpResponse:
    """A line that is not there."""
    _, found = _find(code)
    today = timezone.localdate()
    form = NewLineForm(request.POST or None, today=today, initial={"group": "everyone"})
    several = ways_form(request.POST or None)
    if request.method == "POST" and form.is_valid() & several.is_valid():
        name = form.cleaned_data["name"]
        facts = {"group": form.cleaned_data["group"], **form.facts(), "ways": several.entries()}
        try:
            return _write(found.code, keeping.add(name, **form.seen(), **facts))
        except BadLines as error:
            form.add_error(None, _in_words(error, found.code, name))
    context = {"country": found, "form": form, "several": several}
    return render(request, "safety/upkeep/new.html", context)


# --- one tap ----------------------------------------------------------------------------------


@for_operators
@require_POST
def checked(request: MemberRequest, code: str, key: str) -> HttpResponse:
    """It was looked at, and is as it is printed."""
    row = _row(code, key)
    form = SeenForm(request.POST, today=row.today)
    if not form.is_valid():
        return _country(request, code, " ".join(str(one[0]) for one in form.errors.values()))
    return _do(request, row.country.code, row.name, keeping.correct(row.name, **form.seen()))


@for_operators
@require_POST
def hide(request: MemberRequest, code: str, key: str) -> HttpResponse:
    """It is not shown any more. One that was added here is gone."""
    row = _row(code, key)
    if row.name is None:
        raise Http404
    do = keeping.take_out if row.is_shipped else keeping.forget
    return _do(request, row.country.code, row.name, do(row.name))


@for_operators
@require_POST
def forget(request: MemberRequest, code: str, key: str) -> HttpResponse:
    """Shown again as it comes with Halved."""
    _, found = _find(code)
    _, here = _rows(found)
    names = [None, *here.get("lines", {})]
    known = next(((name,) for name in names if key_of(name) == key), None)
    if known is None:
        raise Http404
    return _do(request, found.code, known[0], keeping.forget(known[0]))


def _do(request: MemberRequest, code: str, name: str | None, do: Change) -> HttpResponse:
    try:
        return _keep(request, code, name, do)
    except BadLines as error:
        return _country(request, code, _in_words(error, code, name))


def _keep(request: MemberRequest, code: str, name: str | None, do: Change) -> HttpResponse:
    """Raises BadLines; Meanwhile, when it is no longer as the page showed it."""
    return _write(code, keeping.if_still(request.POST.get("was", ""), name, do))


def _write(code: str, do: Change) -> HttpResponse:
    """Keeps it, and writes the pages in files anew. Raises BadLines."""
    keeping.change(settings.LINES_FILE, code, do)
    to = reverse("lines:country", args=[code])
    try:
        if settings.NOW_DIR:
            book = open_book(settings.LINES_FILE)
            renew_page(book, settings.NOW_DIR, code, timezone.localdate())
    except OSError:
        return redirect(f"{to}?kept&files")
    return redirect(f"{to}?kept")


def _in_words(error: BadLines, code: str, name: str | None) -> str:
    """Without the place in the file, which the page is about anyway."""
    text = str(error)
    for place in (f"{code}: {name}: ", f"{code}: Emergency: "):
        text = text.replace(place, "")
    return text
