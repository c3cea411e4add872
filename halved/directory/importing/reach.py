"""How to reach people: rows of phones, contacts and languages in, what is kept out. Pure."""

from collections.abc import Iterable

from halved.directory.details import Person, Phone
from halved.directory.importing import phones as numbers
from halved.directory.importing.remarks import Remarks
from halved.directory.importing.report import Oddity
from halved.directory.importing.scratch import Kept
from halved.directory.importing.spoken import code, languages

MOST = 20  # phones, people or languages of one thing


def phones_of(rows: Iterable[Kept], remarks: Remarks) -> list[Phone]:
    """Each number once, with what its row says of it."""
    found: dict[tuple[str, str], Phone] = {}
    for kept in rows:
        remarks.take(kept)
        made, codes = numbers.phones(kept.row.get("number", ""))
        remarks.codes(kept, codes, kept.row.get("number", ""))
        if not made and kept.row.get("number"):
            continue
        for phone in made:
            _say_more(phone, kept, remarks)
            found.setdefault((phone["number"], phone.get("extension", "")), phone)
    return remarks.first(MOST, [*found.values()])


def _say_more(phone: Phone, kept: Kept, remarks: Remarks) -> None:
    row = kept.row
    if row.get("extension") and not phone.get("extension"):
        phone["extension"] = row["extension"].removeprefix("x").strip(" .")[:20]
    kind = numbers.kind(row.get("type", ""))
    words = [phone.get("description", ""), row.get("description", "")]
    if kind is None:
        remarks.note(kept, Oddity("not_listed", f"type: {row['type']}"))
        words.append(row["type"])
    elif kind:
        phone["type"] = kind
    if said := ", ".join(dict.fromkeys(word for word in words if word)):
        phone["description"] = said[:500]
    if row.get("language"):
        codes, _, odd = languages(row["language"])
        remarks.codes(kept, odd, row["language"])
        if codes:
            phone["languages"] = codes


def person_of(kept: Kept, phones: list[Phone], remarks: Remarks) -> Person:
    remarks.take(kept)
    row = kept.row
    title = ", ".join(row[name] for name in ("title", "department") if row.get(name))
    person: Person = {}
    if row.get("name"):
        person["name"] = row["name"][:200]
    if title:
        person["title"] = title[:200]
    if row.get("email"):
        person["email"] = row["email"]
    if phones:
        person["phones"] = phones
    return person


def languages_of(rows: Iterable[Kept], remarks: Remarks) -> tuple[list[str], list[str], list[str]]:
    """Codes, names that no code is known for, and notes on how they are spoken."""
    codes: dict[str, None] = {}
    names: dict[str, None] = {}
    notes: dict[str, None] = {}
    for kept in rows:
        remarks.take(kept)
        row = kept.row
        own = code(row.get("code", ""))
        found, words, odd = (
            ([own], [], ()) if own else languages(row.get("name") or row.get("code", ""))
        )
        remarks.codes(kept, odd, row.get("name", ""))
        codes |= dict.fromkeys(found)
        names |= dict.fromkeys(words)
        if row.get("note"):
            name = row.get("name", "")
            notes[f"{name}: {row['note']}" if name else row["note"]] = None
    return [*codes][: MOST * 5], [*names][:MOST], [*notes][:MOST]
