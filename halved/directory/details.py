"""What is kept of a service: HSDS as it should read, after cleaning, in one document."""

from typing import TypedDict


class Phone(TypedDict, total=False):
    number: str  # the digits as printed, without the extension
    extension: str
    type: str  # voice, text, fax, tty, video or ""
    description: str
    languages: list[str]  # BCP 47


class Hours(TypedDict):
    """Open on one day of the week, in the zone of the dataset."""

    weekday: int  # 1 is Monday, 7 is Sunday (ISO 8601)
    opens: str  # HH:MM
    closes: str  # HH:MM; at or before `opens` means on the next day; 24:00 is midnight


class Timetable(TypedDict, total=False):
    hours: list[Hours]
    notes: list[str]  # what no table can say: "first Tuesday of the month", "closed on holidays"


class Person(TypedDict, total=False):
    name: str
    title: str
    email: str
    phones: list[Phone]


class Location(TypedDict, total=False):
    uid: str
    name: str
    description: str
    virtual: bool
    lines: list[str]  # of the address, without town and code
    city: str
    region: str
    postal_code: str
    country: str  # ISO 3166, two letters
    latitude: float  # degrees, WGS 84; both or none
    longitude: float
    url: str
    email: str
    transport: str
    accessibility: list[str]
    wheelchair: bool  # absent when nothing says so
    phones: list[Phone]
    languages: list[str]
    timetable: Timetable
    assumed: bool  # the data ties it to the organization only, not to the service


class Organization(TypedDict, total=False):
    uid: str
    name: str
    description: str
    url: str
    email: str
    phones: list[Phone]
    lines: list[str]  # of its own address; often one for letters only
    city: str
    region: str
    postal_code: str
    country: str


class Details(TypedDict, total=False):
    uid: str  # as the publisher gave it
    name: str
    alternate_name: str
    organization: Organization
    description: str
    alert: str
    url: str
    email: str
    status: str  # active, inactive, defunct or temporarily closed; active where the data is silent
    kinds: list[str]  # names of taxonomy terms
    application: str  # how to get it
    wait: str
    fees: str
    free: bool  # absent when nothing says so
    costs: list[str]
    eligibility: str
    minimum_age: float
    maximum_age: float
    documents: list[str]  # what they ask one to bring
    interpretation: str
    languages: list[str]  # BCP 47
    language_names: list[str]  # what no code was found for
    areas: list[str]
    accreditations: str
    phones: list[Phone]
    people: list[Person]
    timetable: Timetable
    locations: list[Location]
    checked_on: str  # ISO date on which somebody assured it, or the publisher last touched it
