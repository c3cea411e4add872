"""One believable story, for `halved demo`: Nia, Ben and Cleo, and three asks."""

from datetime import datetime, timedelta

from django.utils import timezone

from halved.accounts.models import Member
from halved.accounts.views import DEMO_PASSPHRASE
from halved.asks import actions
from halved.asks.models import Ask, Invitation
from halved.asks.moves import link_url
from halved.asks.rules import Answer, Reply, Way
from halved.circle.models import Contact
from halved.lookback.models import Forecast
from halved.reflection.models import CheckIn, Concern


def tell() -> dict[str, str]:
    """Fills an empty store. Returns the links that Ben and Cleo hold."""
    now = timezone.now()
    nia = Member.objects.create_member("nia", DEMO_PASSPHRASE)
    nia.signs_as, nia.pending_code = "Nia", None
    nia.save()
    ben = _contact(nia, "Ben", "my brother", ["instrumental"], "+44 20 7946 0018")
    cleo = _contact(nia, "Cleo", "friend from school", ["informational", "emotional"], "")

    care = _concern(nia, "Mum’s care, and the money", [7, 7, 8, 8, 9], now)
    _concern(nia, "Not sleeping", [5, 4, 3], now)
    course = _concern(nia, "Statistics, module 3", [8, 9], now - timedelta(days=6))

    stairs = _ask(nia, care, ["instrumental", "emotional"], [(ben, Way.LINK), (cleo, Way.LINK)])
    _words(
        stairs,
        "Hi Ben, Mum comes home from hospital on Thursday and I can’t get her up the stairs by"
        " myself. Could you be there at four, for about an hour? It’s fine to say no.",
        "Hi Cleo, Mum comes home from hospital on Thursday and I can’t get her up the stairs by"
        " myself. Could you be there at four, for about an hour? It’s fine to say no.",
    )
    Forecast(member=nia, ask=stairs).note_before(3, 9)
    _open(stairs, now - timedelta(hours=5))

    study = _ask(nia, course, ["informational"], [(cleo, Way.LINK)])
    _words(
        study,
        "Hi Cleo, I’m stuck on module 3 and the exam is in two weeks. Could you go through one"
        " exercise with me, half an hour, any evening this week? No is fine too.",
    )
    Forecast(member=nia, ask=study).note_before(4, 9)
    _open(study, now - timedelta(days=4))
    row = study.invitations.get()
    row.member = nia
    actions.answer(
        row=row,
        reply=Reply(
            Answer.YES,
            "Of course. Thursday at seven, I’ll bring the book. I nearly failed that one too.",
        ),
        now=now - timedelta(hours=20),
    )
    CheckIn.note(nia, course, 4)

    later = _ask(nia, None, ["emotional"], [(cleo, Way.CALL)])
    _words(later, "Hi Cleo, it’s been a long week. Could we walk")
    return {"ben": _link(stairs, nia), "cleo": _link(study, nia)}


def _contact(nia: Member, name: str, relation: str, kinds: list[str], phone: str) -> Contact:
    row = Contact(member=nia)
    row.name, row.relation, row.kinds, row.phone = name, relation, kinds, phone or None
    row.in_person = True
    row.save()
    return row


def _concern(nia: Member, words: str, weights: list[int], until: datetime) -> Concern:
    row = Concern.put_down(nia, words)
    begun = until - timedelta(days=2 * len(weights))
    Concern.objects.filter(pk=row.pk).update(created_at=begun)
    for number, weight in enumerate(weights):
        check_in = CheckIn.note(nia, row, weight)
        at = begun + timedelta(days=2 * number)
        CheckIn.objects.filter(pk=check_in.pk).update(at=at)
    return row


def _ask(
    nia: Member, concern: Concern | None, kinds: list[str], people: list[tuple[Contact, Way]]
) -> Ask:
    ask = Ask(member=nia, concern=concern)
    ask.kinds = kinds
    ask.save()
    actions.plan(ask=ask, people=people)
    return ask


def _words(ask: Ask, *texts: str) -> None:
    rows = list(ask.invitations.all())
    actions.write(ask=ask, words={row.pk: text for row, text in zip(rows, texts, strict=True)})


def _open(ask: Ask, now: datetime) -> None:
    actions.open_ask(ask=ask, now=now)
    actions.mark_asked(row=ask.invitations.earliest("position"), now=now)


def _link(ask: Ask, nia: Member) -> str:
    row: Invitation = ask.invitations.earliest("position")
    row.member = nia
    return link_url(row.token)
