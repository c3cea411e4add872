"""Carry on, or ask? The pages of the rule of thumb."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, localtime

from halved.accounts.room import MemberRequest, private
from halved.reflection import actions, forms, rules
from halved.reflection.models import CheckIn, Concern, Weighing
from halved.reflection.views import find, owned


def record_of(row: Concern, yes: list[str]) -> rules.Record:
    """The person's own record, opened."""
    checks = row.member.check_ins.filter(concern=row, weight__isnull=False).defer("line")
    return rules.Record(
        tried=[
            rules.Tried(one.day, one.what, rules.Moved(one.moved))
            for one in owned(row, row.attempts.all())
        ],
        weights=[
            rules.Weighed(localtime(check.at).date(), check.weight, check.wish) for check in checks
        ],
        costs=[
            rules.Cost(localtime(one.at).date(), one.levels) for one in owned(row, row.costs.all())
        ],
        barriers=[one.kind for one in owned(row, row.barriers.all())],
        yes=frozenset(yes),
        stop_on=row.stop_day,
    )


@private
def weigh(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The questions. What is noted already speaks by itself; every question may be left out."""
    row = find(request, pk)
    before, today = row.weighings.last(), _of_today(row)
    initial: dict[str, Any] = {}
    if before:
        before.member = row.member
        initial["yes"] = before.yes
    if today:
        initial |= {"weight": today.weight, "wish": today.wish}
    form = forms.WeighForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        _note_weight(row, form, today)
        return redirect("reflection:weighed", pk=_keep(row, form).pk)
    groups = _groups(form)
    context = {"concern": row, "form": form, "groups": groups, "before": before}
    return render(request, "reflection/weigh.html", {**context, "here": "carrying"})


def _of_today(row: Concern) -> CheckIn | None:
    """The latest weight, if it was noted today."""
    latest = row.member.check_ins.filter(concern=row, weight__isnull=False).last()
    return latest if latest and localtime(latest.at).date() == localdate() else None


def _note_weight(row: Concern, form: forms.WeighForm, today: CheckIn | None) -> None:
    """What is said about today here is noted as it would be on the page of the concern, once."""
    weight, wish = form.cleaned_data["weight"], form.cleaned_data["wish"]
    if today is None:
        if weight is not None or wish is not None:
            actions.check_in(concern=row, weight=weight, pk=form.row_id(row.member), wish=wish)
        return
    today.wish = wish
    if weight is not None:
        today.weight = weight
    today.save(update_fields=["weight", "wish"])
    actions.come_with_weight(concern=row, weight=weight)


def _keep(row: Concern, form: forms.WeighForm) -> Weighing:
    """Weighs, and keeps what was said. The same form twice makes one."""
    yes = form.cleaned_data["yes"]
    advice = rules.advise(record_of(row, yes), localdate())
    said = {
        "yes": yes,
        "outcome": int(advice.outcome),
        "signs": _as_shown(advice),
        "look_on": advice.look_on.isoformat(),
    }
    weighing, _ = Weighing.objects.get_or_create(
        pk=form.row_id(row.member), defaults={"member": row.member, "concern": row, **said}
    )
    return weighing


def _groups(form: forms.WeighForm) -> list[tuple[str, list[Any]]]:
    """The questions in three calm groups, without their colours."""
    groups = (
        ("Is any of this so?", rules.RED_QUESTIONS),
        ("And any of this?", rules.YELLOW_QUESTIONS),
        ("What speaks for carrying on?", rules.GREEN_QUESTIONS),
    )
    return [
        (title, [choice for choice in form["yes"] if choice.data["value"] in questions])
        for title, questions in groups
    ]


def _as_shown(advice: rules.Advice) -> list[dict[str, str]]:
    """The signs, those that decided first."""
    return [
        {"id": sign.id, "colour": sign.colour, "sentence": sign.sentence, "because": sign.because}
        for sign in (*advice.decided, *advice.beside)
    ]


@private
def weighed(request: MemberRequest, pk: UUID) -> HttpResponse:
    """What the rule of thumb says, and why. POST keeps what the person makes of it."""
    row = get_object_or_404(Weighing.objects.select_related("concern"), pk=pk, member=request.user)
    row.member = row.concern.member = request.user
    look_on = date.fromisoformat(row.look_on)
    choice = forms.ChoiceForm(
        request.POST if "choice" in request.POST else None,
        today=localdate(),
        initial={"again_on": row.again_on or max(look_on, localdate())},
    )
    seen = forms.OtherwiseForm(
        request.POST if "otherwise" in request.POST else None, initial={"otherwise": row.otherwise}
    )
    if choice.is_bound and choice.is_valid():
        return _choose(row, choice)
    if seen.is_bound and seen.is_valid():
        row.otherwise = seen.cleaned_data["otherwise"] or None
        row.save(update_fields=["otherwise"])
        return redirect(f"{reverse('reflection:weighed', args=[row.pk])}#otherwise")
    context = {**_shown(row), "row": row, "concern": row.concern, "form": choice, "seen": seen}
    return render(request, "reflection/weighed.html", {**context, "here": "carrying"})


def _shown(row: Weighing) -> dict[str, Any]:
    """What the rule said on that day, from the signs as they were."""
    signs = [rules.Sign(**{**sign, "colour": rules.Colour(sign["colour"])}) for sign in row.signs]
    look_on = date.fromisoformat(row.look_on)
    advice = rules.decide(signs, look_on)
    return {
        "outcome": rules.Outcome(row.outcome).name,
        "advice": advice,
        "red": bool(advice.decided) and advice.decided[0].colour == rules.Colour.RED,
        "what_would_change": rules.what_would_change(advice),
        "safety": rules.is_about_safety(advice),
        "look_on": look_on,
        "chosen": None if row.choice is None else rules.Outcome(row.choice).name,
        "again_on": row.again_day,
    }


def _choose(row: Weighing, form: forms.ChoiceForm) -> HttpResponse:
    """What was chosen holds, whatever the rule said, and leads on at once."""
    choice, again_on = form.cleaned_data["choice"], form.cleaned_data["again_on"]
    carry_on = choice == rules.Outcome.CARRY_ON
    row.choice = int(choice)
    row.again_on = again_on.isoformat() if carry_on and again_on else None
    row.save(update_fields=["choice", "again_on"])
    if choice == rules.Outcome.SET_LINE:
        return redirect("reflection:plan_new", pk=row.concern_id)
    if choice == rules.Outcome.ASK_NOW:
        draft = actions.begin_draft(concern=row.concern, pk=form.row_id(row.member))
        return redirect("asks:ask", pk=draft.pk)
    return redirect("reflection:concern", pk=row.concern_id)
