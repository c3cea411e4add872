"""What a service says of itself: rows in, the texts and figures that are kept out. Pure."""

from collections.abc import Iterable
from datetime import date

from halved.directory.details import Details
from halved.directory.importing import fees
from halved.directory.importing.cleaning import Row, status
from halved.directory.importing.reach import languages_of
from halved.directory.importing.remarks import Remarks
from halved.directory.importing.report import Oddity
from halved.directory.importing.scratch import Kept

Children = dict[str, list[Kept]]
_OLDEST = 120  # years


def tell(made: Details, row: Row, children: Children, remarks: Remarks, today: date) -> None:
    """Puts into `made` whatever of it is there."""
    kept = Kept("service", made["uid"], remarks.where, False, row)
    said, codes = status(row.get("status", ""))
    remarks.codes(kept, codes, row.get("status", ""))
    made["name"], made["status"] = row.get("name", "")[:300], said
    texts = {
        "alternate_name": row.get("alternate_name", ""),
        "description": _both(row.get("short_description", ""), row.get("description", "")),
        "alert": row.get("alert", ""),
        "url": row.get("url") or _one(children, "url", "url"),
        "email": row.get("email", ""),
        "application": row.get("application_process", ""),
        "wait": row.get("wait_time", ""),
        "fees": _both(row.get("fees_description", ""), row.get("fees", "")),
        "accreditations": row.get("accreditations", ""),
        "eligibility": _both(
            row.get("eligibility_description", ""), row.get("audience", ""),
            *_all(children, "eligibility", "eligibility"),
        ),
        "checked_on": _checked_on(row, children),
    }  # fmt: skip
    made.update({name: text for name, text in texts.items() if text})  # type: ignore[typeddict-item]
    _add_ages(made, row, children)
    _add_costs(made, children, remarks, today)
    _add_lists(made, row, children, remarks)


def _add_ages(made: Details, row: Row, children: Children) -> None:
    for name in ("minimum_age", "maximum_age"):
        given = [row.get(name, ""), *_all(children, "eligibility", name)]
        ages = [float(age) for age in given if age]
        if ages and 0 <= ages[0] <= _OLDEST:
            made[name] = ages[0]


def _add_costs(made: Details, children: Children, remarks: Remarks, today: date) -> None:
    """Without prices that are over."""
    rows = []
    for kept in children.get("cost_option", [])[:50]:
        until = kept.row.get("valid_to", "")
        if until and until < today.isoformat():
            remarks.note(kept, Oddity("past", f"{_cost(kept.row)}, until {until}"))
        else:
            rows.append(kept.row)
    costs = [_cost(row) for row in rows]
    payments = [
        row.row["payment"] for row in children.get("payment_accepted", []) if row.row.get("payment")
    ]
    if payments:
        costs.append("They take: " + ", ".join(dict.fromkeys(payments)))
    if costs := [cost for cost in costs if cost]:
        made["costs"] = list(dict.fromkeys(costs))
    texts = [
        made.get("fees", ""),
        *(row.get("option", "") for row in rows if not row.get("amount")),
    ]
    free = fees.free(texts, [float(row["amount"]) for row in rows if row.get("amount")])
    if free is not None:
        made["free"] = free


def _cost(row: Row) -> str:
    """`35 GBP per hour (over 60s)`."""
    amount = " ".join(filter(None, (row.get("amount"), row.get("currency", "").upper())))
    sum_of = " ".join(
        filter(None, (amount if row.get("amount") else "", row.get("amount_description")))
    )
    option = row.get("option", "")
    return f"{sum_of} ({option})" if sum_of and option else sum_of or option


def _add_lists(made: Details, row: Row, children: Children, remarks: Remarks) -> None:
    codes, names, notes = languages_of(children.get("language", []), remarks)
    interpretation = _both(row.get("interpretation_services", ""), *notes)
    areas = [
        kept.row.get("name") or kept.row.get("description", "")
        for kept in children.get("service_area", [])
    ]
    documents = _all(children, "required_document", "document")
    lists = {
        "languages": codes, "language_names": names,
        "areas": remarks.first(100, list(dict.fromkeys(area for area in areas if area))),
        "documents": remarks.first(50, documents),
    }  # fmt: skip
    made.update({name: values for name, values in lists.items() if values})  # type: ignore[typeddict-item]
    if interpretation:
        made["interpretation"] = interpretation
    for table in ("service_area", "required_document", "eligibility", "cost_option", "url"):
        for kept in children.get(table, []):
            remarks.take(kept)


def _checked_on(row: Row, children: Children) -> str:
    """When somebody assured it; else when anything of it was last touched."""
    touched = [row.get("last_modified", ""), *_all(children, "metadata", "last_action_date")]
    return row.get("assured_date") or max(touched)


def _both(*texts: str) -> str:
    """Each that says something the ones before did not."""
    found = ""
    for text in texts:
        if text and text not in found:
            found = f"{found}\n\n{text}" if found else text
    return found


def _all(children: Children, table: str, field: str) -> list[str]:
    rows: Iterable[Kept] = children.get(table, [])
    return list(dict.fromkeys(kept.row[field] for kept in rows if kept.row.get(field)))


def _one(children: Children, table: str, field: str) -> str:
    return next(iter(_all(children, table, field)), "")
