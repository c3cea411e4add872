"""The Human Services Data Specification as data: tables, fields, and what the schemas ask of them.
Versions 1.1 to 3.1, and the fields that Open Referral UK and Ohana files have beside them. Pure.

A field is written `name`, `name!` when every version requires it, `name!3` when only version 3
does. After a colon stands what it must be: `uuid`, `uri`, `email`, `number`, `date`, `text` (the
default), `code` (not touched), or its list of values with `|` between and `_` for a gap.
"""

from functools import cache
from typing import NamedTuple


class Field(NamedTuple):
    name: str
    kind: str = "text"
    required: str = ""  # "", "all" or "3"
    values: tuple[str, ...] = ()


STATUS = "active|inactive|defunct|temporarily_closed"
PLACES = "physical|postal|virtual"
DAYS = "MO|TU|WE|TH|FR|SA|SU"
PHONES = "text|voice|fax|cell|video|pager|textphone|tty|sms|hotline|mobile"

_TABLES = {
    "organization": "id!:uuid name! alternate_name description!3 email:email website:uri tax_status"
    " tax_id:code year_incorporated:code legal_status logo:uri uri:uri parent_organization_id:uuid",
    "service": "id!:uuid organization_id:uuid program_id:uuid name! alternate_name description"
    f" url:uri email:email status!:{STATUS} interpretation_services application_process"
    " fees_description wait_time fees accreditations eligibility_description minimum_age:number"
    " maximum_age:number assured_date:date assurer_email:email licenses alert last_modified:date"
    " audience short_description capacity taxonomy_ids:code",
    "location": f"id!:uuid location_type!3:{PLACES} url:uri organization_id:uuid service_id:uuid"
    " name alternate_name description transportation latitude:code longitude:code"
    " external_identifier:code external_identifier_type email:email virtual:code"
    " short_description",
    "service_at_location": "id!:uuid service_id!:uuid location_id!:uuid description",
    "address": "id!:uuid location_id:uuid organization_id:uuid attention address_1! address_2"
    " address_3 address_4 city! region state_province!3 postal_code!:code country!3"
    f" address_type!3:{PLACES}",
    "phone": "id!:uuid location_id:uuid service_id:uuid organization_id:uuid contact_id:uuid"
    f" service_at_location_id:uuid number! extension:code type:{PHONES} description language",
    "contact": "id!:uuid organization_id:uuid service_id:uuid service_at_location_id:uuid"
    " location_id:uuid name title department email:email",
    "schedule": "id!:uuid service_id:uuid location_id:uuid service_at_location_id:uuid"
    " valid_from:date valid_to:date dtstart:date timezone:code until:date count:number"
    f" wkst:{DAYS} freq:WEEKLY|MONTHLY interval:number byday byweekno:code bymonthday:code"
    " byyearday:code description opens_at closes_at schedule_link:uri attending_type notes weekday",
    "holiday_schedule": "id!:uuid service_id:uuid location_id:uuid service_at_location_id:uuid"
    " closed!:code opens_at closes_at start_date!:date end_date!:date description",
    "language": "id!:uuid service_id:uuid location_id:uuid phone_id:uuid name code:code note",
    "accessibility": "id!:uuid location_id:uuid description details url:uri",
    "attribute": "id!:uuid link_id:uuid taxonomy_term_id:uuid link_type link_entity value name"
    " service_id:uuid location_id:uuid organization_id:uuid service_at_location_id:uuid",
    "taxonomy_term": "id!:uuid code:code name! description!3 parent_id:uuid taxonomy language"
    " taxonomy_id:uuid term_uri:uri parent_name vocabulary",
    "cost_option": "id!:uuid service_id:uuid valid_from:date valid_to:date option currency:code"
    " amount:number amount_description",
    "required_document": "id!:uuid service_id:uuid document uri:uri",
    "service_area": "id!:uuid service_id:uuid service_at_location_id:uuid name description"
    " extent:code extent_type uri:uri",
    "eligibility": "id!:uuid service_id:uuid eligibility minimum_age:number maximum_age:number",
    "payment_accepted": "id!:uuid service_id:uuid payment",
    "metadata": "id!:uuid resource_id:uuid resource_type last_action_date!:date last_action_type!"
    " field_name! previous_value! replacement_value! updated_by!",
    "url": "id!:uuid organization_id:uuid service_id:uuid label url!:uri",
    # checked, and nothing of them is shown
    "program": "id!:uuid organization_id:uuid name! description!3 alternate_name",
    "funding": "id!:uuid organization_id:uuid service_id:uuid source",
    "organization_identifier": "id!:uuid organization_id:uuid identifier_scheme identifier_type!"
    " identifier!",
    "taxonomy": "id!:uuid name! description!3 uri:uri version",
    "meta_table_description": "id!:uuid name language character_set",
    "service_capacity": "id!:uuid service_id:uuid unit_id:uuid available!:number maximum:number"
    " description updated!:date",
    "unit": "id!:uuid name! scheme identifier uri:uri",
    "review": "id!:uuid service_id:uuid reviewer_organization_id:uuid title description date:date"
    " score url:uri widget",
}  # fmt: skip
UNUSED = {
    "program", "funding", "organization_identifier", "taxonomy", "meta_table_description",
    "service_capacity", "unit", "review",
}  # fmt: skip
POINTED_AT = {
    "organization", "service", "location", "service_at_location", "contact", "phone",
    "taxonomy_term",
}  # fmt: skip


def _fields(spec: str) -> dict[str, Field]:
    found = {}
    for word in spec.split():
        head, _, kind = word.partition(":")
        name, bang, version = head.partition("!")
        values = tuple(kind.replace("_", " ").split("|")) if "|" in kind else ()
        required = (version or "all") if bang else ""
        found[name] = Field(name, "listed" if values else kind or "text", required, values)
    return found


TABLES: dict[str, dict[str, Field]] = {name: _fields(spec) for name, spec in _TABLES.items()}


@cache
def required(table: str, version: str) -> tuple[str, ...]:
    """The fields that a row of this table must fill; `version` begins with its first digit."""
    asked = ("all", version[:1])
    return tuple(name for name, field in TABLES[table].items() if field.required in asked)
