"""What is checked when an operator checks, corrects or adds a line of Help now."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from halved.safety.book import shipped
from halved.safety.checking import LONGEST, problems_in_number, problems_in_way
from halved.safety.lines import GROUPS, ROLES, CrisisLine, Emergency

LOOKED = {
    "provider": "On its own page",
    "here": "We rang it, or run it ourselves",
    "government": "On a page of a public authority",
    "network": "With the child helpline network",
    "organisation": "On another group’s page",
}
HOW = {
    "call": "Call",
    "text": "Text",
    "whatsapp": "WhatsApp",
    "mail": "E-mail",
    "chat": "Chat",
    "web": "Web page",
}
HEADINGS = GROUPS | {
    "silent": "Beside the emergency numbers, for those who cannot speak or hear",
    "others": "At the end, under whom it is for",
}
FOR = {"any": "any emergency"} | {role: role for role in ROLES}
MOST = 8
NO_WAY = "Write at least one number or address, or Help now cannot show it."


def _text(label: str, hint: str = "", **more: Any) -> forms.CharField:
    box = forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(
        label=label, help_text=hint, max_length=LONGEST, widget=box, **({"required": False} | more)
    )


class SeenForm(forms.Form):
    """Where somebody looked, and on which day."""

    source = forms.ChoiceField(
        label="Where did you look?",
        choices=[*LOOKED.items()],
        initial="provider",
        widget=forms.RadioSelect,
    )
    on = forms.DateField(
        label="When?",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Write it as 2026-11-23.", "required": "Put in the day."},
    )

    def __init__(self, data: Any, today: date, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial={"on": today} | dict(initial or {}))
        self.today = today

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise forms.ValidationError("Nobody can have looked on a day to come.")
        return on

    def seen(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("on", "source")}


class LineForm(SeenForm):
    """The facts of a line, less its ways. `facts` has those that were changed."""

    group = forms.ChoiceField(label="Under which heading?", choices=[*HEADINGS.items()])
    purpose = _text("Whom or what is it for?", "As: people under 25.", required=True)
    hours = _text("Hours", "As: day and night. Or: 9:00 to 17:00, Monday to Friday.")
    languages = _text("Languages", "With commas between them. As: English, Welsh.")
    cost = _text("Cost", "As: free.")
    where = _text("Where in the country", "Empty when it is for all of it.")
    note = _text("Good to know", "As: not shown on bills.")

    def clean_languages(self) -> list[str]:
        """Codes for the languages that have one here, and words for the others."""
        codes = {name.casefold(): code for code, name in shipped()["languages"].items()}
        named = [part.strip() for part in self.cleaned_data["languages"].split(",")]
        return [codes.get(name.casefold(), name) for name in named if name]

    def facts(self) -> dict[str, Any]:
        named = {"purpose": "for"}
        return {
            named.get(name, name): self.cleaned_data[name]
            for name in self.changed_data
            if name not in ("on", "source", "name")
        }


class NewLineForm(LineForm):
    name = _text("Its name", "In its own language.", required=True)
    field_order = ["name"]


class WayForm(forms.Form):
    """One way to reach a line. With nothing printed, it is no way."""

    how = forms.ChoiceField(label="How", choices=[*HOW.items()], required=False)
    printed = _text("Number or address")
    hint = _text("A word on it")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("printed"):
            for problem in problems_in_way([data.get("how") or "call", data["printed"]]):
                self.add_error("printed", problem)
        elif data.get("hint") and "printed" not in self.errors:
            self.add_error("printed", "A number or an address is missing here.")
        return data


class NumberForm(forms.Form):
    """One emergency number."""

    printed = _text("Number")
    roles = forms.MultipleChoiceField(
        label="For",
        choices=[*FOR.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("printed"):
            return data
        for problem in problems_in_number(data["printed"]):
            self.add_error("printed", problem)
        if not data.get("roles"):
            self.add_error("roles", "Say what it is for.")
        return data


class Several(forms.BaseFormSet):  # type: ignore[type-arg]
    """Rows of which empty ones are left out. At least one must stay."""

    def clean(self) -> None:
        if not any(self.errors) and not self.entries():
            raise forms.ValidationError(NO_WAY)

    def entries(self) -> list[list[str]]:
        """As they stand in the file."""
        filled = [form.cleaned_data for form in self.forms if form.cleaned_data.get("printed")]
        return [self.entry(row) for row in filled]

    def entry(self, row: dict[str, Any]) -> list[str]:
        hint = [row["hint"]] if row.get("hint") else []
        return [row["how"] or "call", row["printed"], *hint]


class Numbers(Several):
    def entry(self, row: dict[str, Any]) -> list[str]:
        return [row["printed"], *row["roles"]]


def ways_form(data: Any, line: CrisisLine | None = None) -> Several:
    return _several(WayForm, Several, data, _shown_ways(line) if line else [])


def numbers_form(data: Any, emergency: Emergency) -> Several:
    shown = [{"printed": one.printed, "roles": [*one.roles]} for one in emergency.numbers]
    return _several(NumberForm, Numbers, data, shown)


def _several(
    form: type[forms.Form], formset: type[Several], data: Any, shown: list[dict[str, Any]]
) -> Several:
    made = forms.formset_factory(form, formset, extra=2, max_num=MOST, absolute_max=MOST)
    rows: Any = made(data, initial=shown, prefix="ways")
    found: Several = rows
    return found


def shown_facts(line: CrisisLine) -> dict[str, Any]:
    """What stands in the boxes at first."""
    return {
        "group": line.group,
        "purpose": line.purpose,
        "hours": line.hours,
        "languages": ", ".join(line.languages),
        "cost": line.cost,
        "where": line.where,
        "note": line.note,
    }


def _shown_ways(line: CrisisLine) -> list[dict[str, str]]:
    return [{"how": way.how, "printed": way.printed, "hint": way.hint} for way in line.ways]
