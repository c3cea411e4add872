"""The names that tables and fields go by: HSDS 1.1 to 3.1, Open Referral UK, Ohana, and what people
make of them. Pure."""

import re
from functools import lru_cache

from halved.directory.importing.hsds import TABLES

_TABLE_NAMES = {
    "organization": "organizations organization_full organization_list agencies agency providers",
    "service": "services service_full service_list",
    "location": "locations sites site",
    "service_at_location": "service_at_locations services_at_location services_at_locations"
    " service_at_location_full service_at_location_list service_location service_locations"
    " location_services",
    "address": "addresses physical_address physical_addresses postal_address postal_addresses"
    " mail_address mail_addresses mailing_address mailing_addresses",
    "phone": "phones phone_number phone_numbers telephones",
    "contact": "contacts",
    "schedule": "schedules regular_schedule regular_schedules schedule_regular opening_hours",
    "holiday_schedule": "holiday_schedules",
    "language": "languages",
    "accessibility": "accessibilities accessibility_for_disabilities accessibility_for_disability",
    "attribute": "attributes service_attribute service_attributes other_attribute other_attributes"
    " service_taxonomy service_taxonomies service_taxonomys link_taxonomy link_taxonomies",
    "taxonomy_term": "taxonomy_terms taxonomy_term_list taxonomy terms category categories",
    "taxonomy": "taxonomies taxonomy_list",
    "cost_option": "cost_options costs fees fee",
    "required_document": "required_documents documents_required",
    "service_area": "service_areas areas",
    "eligibility": "eligibilities eligibilitys",
    "payment_accepted": "payments_accepted payment_accepted accepted_payments",
    "metadata": "metadatas",
    "url": "urls additional_urls additional_websites",
    "program": "programs",
    "funding": "fundings funding_sources",
    "organization_identifier": "organization_identifiers identifiers",
    "meta_table_description": "meta_table_descriptions",
    "service_capacity": "service_capacities",
    "unit": "units",
    "review": "reviews",
}
_TABLE_OF = {name: table for table, names in _TABLE_NAMES.items() for name in names.split()}
_TABLE_OF |= {table: table for table in TABLES if table != "taxonomy"}

# Other names of a field: in every table that has it.
_EVERYWHERE = {
    "website": "url", "web": "url", "web_site": "url", "url": "website", "homepage": "url",
    "e_mail": "email", "email_address": "email", "emails": "email",
    "alternative_name": "alternate_name", "aka": "alternate_name", "title": "name",
    "organization": "organization_id", "agency_id": "organization_id",
    "provider_id": "organization_id", "service": "service_id", "location": "location_id",
    "desc": "description", "long_description": "description", "long_desc": "description",
    "summary": "short_description", "short_desc": "short_description", "notes": "note",
    "transport": "transportation", "lat": "latitude", "y": "latitude", "lon": "longitude",
    "lng": "longitude", "long": "longitude", "x": "longitude", "uid": "id", "uuid": "id",
    "eligibility": "eligibility_description", "who": "eligibility_description",
    "fee": "fees", "cost": "fees", "costs": "fees", "apply": "application_process",
    "how_to_apply": "application_process", "wait": "wait_time", "waiting_time": "wait_time",
    "updated_at": "last_modified", "last_updated": "last_modified", "modified": "last_modified",
    "updated": "last_modified", "min_age": "minimum_age", "max_age": "maximum_age",
    "service_at_locations_id": "service_at_location_id",
    "services_at_location_id": "service_at_location_id",
}  # fmt: skip
_FIELD_NAMES: dict[str, dict[str, str]] = {
    "address": {
        "address1": "address_1", "address2": "address_2", "address3": "address_3",
        "address4": "address_4", "street": "address_1", "street_1": "address_1",
        "street_2": "address_2", "street_address": "address_1", "line_1": "address_1",
        "line_2": "address_2", "address": "address_1", "town": "city", "locality": "city",
        "town_city": "city", "county": "region", "state": "state_province",
        "province": "state_province", "zip": "postal_code", "zipcode": "postal_code",
        "zip_code": "postal_code", "postcode": "postal_code", "post_code": "postal_code",
        "postal": "postal_code", "country_code": "country", "type": "address_type",
    },
    "phone": {
        "phone": "number", "phone_number": "number", "telephone": "number", "tel": "number",
        "ext": "extension", "number_type": "type", "phone_type": "type",
        "department": "description", "languages": "language",
    },
    "contact": {"job_title": "title", "position": "title", "role": "title", "title": "title"},
    "schedule": {
        "day": "weekday", "day_of_week": "weekday", "days": "weekday", "open": "opens_at",
        "opens": "opens_at", "start": "opens_at", "start_time": "opens_at", "from": "opens_at",
        "close": "closes_at", "closes": "closes_at", "end": "closes_at", "end_time": "closes_at",
        "to": "closes_at", "original_text": "description", "hours": "description",
        "note": "notes",
    },
    "holiday_schedule": {"date": "start_date", "start": "start_date", "end": "end_date"},
    "language": {"language": "name", "lang": "name", "iso639_1": "code", "language_code": "code"},
    "accessibility": {"accessibility": "description"},
    "attribute": {"taxonomy_id": "taxonomy_term_id", "taxonomy": "taxonomy_term_id"},
    "taxonomy_term": {"term": "name", "taxonomy_name": "taxonomy", "parent": "parent_id"},
    "cost_option": {"fee": "option", "fees": "option", "cost": "option"},
    "required_document": {"required_document": "document", "name": "document"},
    "service_area": {"service_area": "name", "area": "name"},
    "eligibility": {"eligibility": "eligibility", "description": "eligibility"},
    "payment_accepted": {"payment_accepted": "payment", "name": "payment"},
    "review": {"url": "url", "title": "title"},
    "url": {"title": "label", "name": "label"},
}  # fmt: skip
# Several values with commas between, in one cell: the table they become rows of, and the field.
LISTS = {
    ("service", "languages"): ("language", "name"),
    ("service", "keywords"): ("attribute", "name"),
    ("service", "categories"): ("attribute", "name"),
    ("service", "service_areas"): ("service_area", "name"),
    ("service", "accepted_payments"): ("payment_accepted", "payment"),
    ("service", "required_documents"): ("required_document", "document"),
    ("service", "taxonomy_ids"): ("attribute", "taxonomy_term_id"),
    ("service", "location_id"): ("service_at_location", "location_id"),
    ("service", "location_ids"): ("service_at_location", "location_id"),
    ("location", "languages"): ("language", "name"),
    ("location", "accessibility"): ("accessibility", "description"),
    ("location", "service_id"): ("service_at_location", "service_id"),
}


def squeeze(name: str) -> str:
    """As names are compared: ` Service ID`, `serviceId` and `service-id` are one. At most 80
    characters are looked at."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name.strip("\ufeff \t\r\n\"'")[:80])
    name = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    return name.replace("organisation", "organization")


def table_of(name: str) -> str | None:
    """The table that a file, a resource or a key of JSON holds; names may stand behind a prefix, as
    in `north_services.csv`."""
    words = squeeze(re.sub(r"\.(csv|tsv|txt|json|jsonl|ndjson)$", "", name, flags=re.I)).split("_")
    for start in range(len(words)):
        if table := _TABLE_OF.get("_".join(words[start:])):
            return table
    return None


@lru_cache(5_000)
def field_of(table: str, column: str) -> str | None:
    """The field of the standard, or the list of LISTS, that a column holds; None for others."""
    name = squeeze(column)
    fields = TABLES[table]
    own = _FIELD_NAMES.get(table, {}).get(name)
    if own:
        return own
    if (table, name) in LISTS or name in fields:
        return name
    other = _EVERYWHERE.get(name)
    if other in fields:
        return other
    if name == f"{table}_id" or (table == "taxonomy_term" and name == "taxonomy_id"):
        return "id"
    return table if table in fields and name == f"{table}_name" else _named(table, name)


def _named(table: str, name: str) -> str | None:
    """`service_name` in the table of services."""
    rest = name.removeprefix(f"{table}_")
    return rest if rest != name and rest in TABLES[table] else None


def address_type(name: str) -> str:
    """What the name of a table says about its addresses."""
    words = squeeze(name).split("_")
    return "postal" if {"postal", "mail", "mailing"} & set(words) else ""


def heading(table: str, columns: list[str]) -> list[str | None]:
    """The field of each column, None for those that are not known."""
    fields = [field_of(table, column[:80]) for column in columns]
    if table == "taxonomy_term" and "id" not in fields:  # as Ohana writes it
        fields = ["id" if field == "taxonomy_id" else field for field in fields]
    return fields
