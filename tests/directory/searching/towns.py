"""Sixty services of two towns, made up: no such place and no such organization is there.

Alderbrook and Fennick lie 28 km apart. Newbridge is a name of two villages.
"""

from __future__ import annotations

import json
import uuid

from halved.directory.details import Details, Hours, Location
from halved.directory.models import Dataset, Service
from halved.directory.searching import index, terms

SPOTS = {
    "Alderbrook": (52.100, -1.500, "Northshire", "AL1 2BB"),
    "Fennick": (52.280, -1.200, "Northshire", "FE4 7QT"),
    "Newbridge": (52.160, -1.420, "Northshire", "AL9 1AA"),
    "Newbridge on Sea": (50.800, -0.900, "Southshire", "NS2 2NS"),
}
WEEKDAYS = [Hours(weekday=day, opens="09:00", closes="17:00") for day in range(1, 6)]
ALWAYS = [Hours(weekday=day, opens="00:00", closes="24:00") for day in range(1, 8)]

# uid | name | what it says | town, or "" for by phone | what else holds
ROWS = """
debt-desk | Money and debt advice | Budgets, letters from creditors, bankruptcy. | Alderbrook | free weekdays phone
debt-line | National debtline | Talk to an adviser about what you owe. | | free phone weekdays
credit-union | Alderbrook credit union | Small loans and savings. | Alderbrook | paid
hardship | Hardship fund | One-off grants when there is no money for food or fuel. | Fennick | free
tenants | Tenants’ rights clinic | For renters: eviction notices, repairs, deposits. | Alderbrook | free weekdays
housing-fennick | Housing options | If you may lose your home or your landlord wants you out. | Fennick |
night-shelter | Winter night shelter | A bed for the night from November to March. | Alderbrook | free
hostel-youth | Harbour hostel | Rooms for homeless people from 16 to 24. | Fennick | young
mortgage | Homeowners’ helpline | Mortgage arrears and repossession. | | phone
food-alder | Alderbrook food bank | Three days of groceries. | Alderbrook | free wheelchair
food-fennick | Fennick community pantry | Pay what you can for a bag of food. | Fennick | wheelchair
soup | Friday soup kitchen | A hot meal, no questions. | Alderbrook | free
meals | Meals on wheels | Lunch brought to older people at home. | Fennick | paid older
law-centre | Northshire law centre | Solicitors for people who cannot pay one. | Alderbrook | free es
court-desk | Court help desk | Forms and what to expect at a hearing. | Fennick | steps
family-law | Separation and divorce clinic | Solicitors talk through custody and maintenance. | Fennick | paid
mediation | Family mediation | Agree about children without a court. | Alderbrook | paid
children-services | Parents’ advocates | When social services look into your family. | Fennick | parents
refuge | Rowan House | A refuge for women and children who flee violence at home. | | phone women always
abuse-line | Domestic abuse helpline | Day and night, in confidence. | | phone free always
men-abuse | Men’s support line | For men whose partner is abusive. | | phone men
victims | Victim support Northshire | After a burglary, an assault, a fraud. | Alderbrook | free
counsel-alder | Counselling centre | Talking therapy for anxiety, panic and low mood. | Alderbrook | paid steps
counsel-fennick | Fennick minds | Counselling on a sliding scale. | Fennick |
crisis | Crisis line | For thoughts of suicide, at any hour. | | phone text free always
young-minds | Young people’s counselling | For ages 11 to 25. | Alderbrook | free young
listening | The listening ear | Somebody to talk to, every evening. | | phone free
chat | Text and talk | Listening by text message. | | text free
befriend | Befriending visits | A volunteer visits lonely older people. | Fennick | older free
coffee | Tuesday coffee morning | Company and cake. | Alderbrook |
grief | Bereavement circle | For those who have lost somebody. | Alderbrook | free
baby-loss | After a miscarriage | Parents who lost a baby meet. | Fennick | parents
alcohol | Alcohol and drugs team | Detox, a nurse, and a group. | Alderbrook | free
families-drink | Families of drinkers | A group for those who live with it. | Fennick |
gambling | Gambling clinic | Help to stop betting. | | phone free
smoking | Stop smoking nurse | Patches and advice. | Alderbrook | free
jobs | Jobs club | CVs, interviews and job search. | Alderbrook | wheelchair free
workers | Workers’ advice | Unfair dismissal, unpaid wages. | Fennick | free pl
benefits-alder | Welfare rights | Universal credit, PIP and appeals. | Alderbrook | free weekdays
benefits-fennick | Benefits advice | Claims, forms and reviews. | Fennick | free
tax-help | Tax help for low incomes | Returns and letters from the tax office. | | phone
migrants | Newcomers’ centre | Immigration advice, asylum, English classes. | Fennick | free migrants ar es
visa | Visa solicitors | Immigration law for a fee. | Alderbrook | paid
disability | Disability alliance | Advice, aids and a say for disabled people. | Alderbrook | disabled wheelchair
deaf | Deaf club | Signed evenings. | Fennick | disabled bfi
autism | Autism families | Parents of autistic children meet. | Alderbrook | parents
carers | Carers’ centre | Respite and advice for those who look after somebody. | Alderbrook | carers free
dementia | Memory café | For people with dementia and those who come with them. | Fennick | older wheelchair
care-homes | Care home ombudsman | Complaints about nursing homes. | | phone
nursery | Acorn nursery | Day care for under fives. | Fennick | children paid
after-school | After-school club | Until six, with tea. | Alderbrook | children
parents | Young parents’ group | Nappies, play and talk. | Fennick | parents free
youth-club | Youth club | Music and football for teenagers. | Fennick | young free
tutoring | Homework club | Free tutoring in maths and English. | Alderbrook | children free
dentist | Emergency dentist | Toothache out of hours. | Fennick | paid
clinic | Sexual health clinic | Contraception and testing. | Alderbrook | free
rides | Community transport | Lifts to hospital for those without a car. | Alderbrook | paid older
clothes | Clothes and furniture store | Coats, beds, cookers. | Fennick | wheelchair
heating | Warm homes advice | Heating bills and insulation. | | phone free
veterans | Veterans’ hub | For those who served, and their families. | Alderbrook | veterans free
pride | Rainbow evening | LGBTQ+ social evening. | Fennick | lgbtq
prison | Families outside | When somebody you love is in prison. | | phone
digital | Computer drop-in | Somebody sits with you to fill in forms online. | Alderbrook | free wheelchair
pets | Pet food bank | Food for dogs and cats. | Fennick | free
library-n | Newbridge library | Books, warmth, printing. | Newbridge | wheelchair
library-s | Newbridge on Sea library | Books by the sea. | Newbridge on Sea |
old-clinic | Debt surgery | Closed for good last year. | Alderbrook | gone
"""  # noqa: E501
LANGUAGES = {"es", "pl", "ar", "bfi"}
WHOM = {
    "young": "Young people aged 16 to 24",
    "older": "Older people",
    "women": "Women and their children",
    "men": "Men",
    "parents": "Parents",
    "migrants": "Refugees and migrants",
    "disabled": "Disabled people",
    "carers": "Carers",
    "children": "Children",
    "veterans": "Veterans",
    "lgbtq": "LGBTQ+ people",
}


def details(row: str) -> Details:
    """One line of the table as what is kept of a service."""
    uid, name, text, town, said = (part.strip() for part in row.split("|"))
    words = set(said.split())
    found = Details(uid=uid, name=name, description=text)
    found["organization"] = {"name": f"{town or 'Northshire'} community trust"}
    if words & {"free", "paid"}:
        found["free"] = "free" in words
    if "gone" in words:
        found["status"] = "defunct"
    found["languages"] = sorted(words & LANGUAGES)
    found["eligibility"] = " ".join(WHOM[word] for word in sorted(words & WHOM.keys()))
    found["phones"] = [
        {"number": "01632 960 123", "type": kind}
        for word, kind in (("phone", "voice"), ("text", "text"))
        if word in words
    ]
    hours = WEEKDAYS if "weekdays" in words else ALWAYS if "always" in words else []
    found["timetable"] = {"hours": list(hours)}
    found["locations"] = [_location(uid, town, words)] if town else []
    return found


def _location(uid: str, town: str, words: set[str]) -> Location:
    """Each service of a town stands a little farther from its middle."""
    latitude, longitude, region, code = SPOTS[town]
    away = 0.0002 * [row.split("|")[0].strip() for row in _rows()].index(uid)
    location = Location(city=town.removesuffix(" on Sea"), region=region, postal_code=code)
    location |= {"latitude": latitude + away, "longitude": longitude, "lines": ["1 High Street"]}
    if words & {"wheelchair", "steps"}:
        location["wheelchair"] = "wheelchair" in words
    return location


def _rows() -> list[str]:
    return [row for row in ROWS.strip().splitlines() if row]


def fill(slug: str = "northshire") -> Dataset:
    """The two towns, in the store and in the index."""
    dataset = Dataset.objects.create(slug=slug, name="Northshire", timezone="Europe/London")
    found = [details(row) for row in _rows()]
    services = Service.objects.bulk_create(
        Service(
            key=uuid.uuid5(dataset.pk, each["uid"]),
            dataset=dataset,
            uid=each["uid"],
            digest="",
            document=json.dumps(each),
        )
        for each in found
    )
    entries = [terms.entries(each) for each in found]
    index.add((service.pk, each) for service, each in zip(services, entries, strict=True))
    index.count_words(dataset, {word for some in entries for each in some for word in each.words})
    return dataset
