"""What the member does with the private calendar feed: makes its address, renews it, ends it, and
says whether it has words. The room must be open for all of it but the end.

A feed with words holds a copy of the pieces' key of each ask, sealed under its token. Whoever made
an ask's key while the feed was being made waits: both hold the member.
"""

from datetime import datetime, timedelta

from django.db.transaction import atomic

from halved.accounts.models import Member
from halved.asks.models import Ask
from halved.pieces.models import Feed, FeedKey
from halved.vault.crypto import new_token
from halved.vault.keys import link_hash

BACK = timedelta(days=30)  # how long a piece stays in the feed when it is over


@atomic
def make(*, member: Member, with_words: bool, now: datetime) -> Feed:
    """Makes the feed of this member. Making it twice is making it once."""
    _hold(member)
    if feed := Feed.objects.filter(member=member).first():
        return feed
    return _make(member, with_words, now)


@atomic
def renew(*, member: Member, now: datetime) -> Feed | None:
    """The same feed at another address; the old one leads nowhere at once. None without a feed."""
    _hold(member)
    old = Feed.objects.filter(member=member).first()
    if old is None:
        return None
    old.delete()
    return _make(member, old.with_words, now)


@atomic
def say(*, member: Member, with_words: bool, now: datetime) -> None:
    """Lets the feed say the words, or only that there is something. Then nothing that opens the
    words is left with it."""
    _hold(member)
    feed = Feed.objects.filter(member=member).exclude(with_words=with_words).first()
    if feed is None:
        return
    feed.member, feed.with_words = member, with_words
    feed.save(update_fields=["with_words"])
    feed.keys.all().delete()
    _lay_keys(feed, now)


@atomic
def end(*, member: Member) -> None:
    """The address leads nowhere, and nothing is left of it."""
    _hold(member)
    Feed.objects.filter(member=member).delete()


def lay_key(ask: Ask) -> None:
    """Gives the feed of this ask's member what opens the ask's pieces, if it is to have words.
    The ask is held, and so is its member."""
    feed = Feed.objects.filter(member=ask.member, with_words=True).exclude(keys__ask=ask.pk).first()
    if feed:
        feed.member = ask.member
        _key(feed, feed.token, ask).save()


def _hold(member: Member) -> None:
    Member.objects.select_for_update(no_key=True).only("pk").get(pk=member.pk)


def _make(member: Member, with_words: bool, now: datetime) -> Feed:
    token = new_token()
    feed = Feed(member=member, link=link_hash(token), with_words=with_words)
    feed.token = token
    feed.save()
    _lay_keys(feed, now)
    return feed


def _lay_keys(feed: Feed, now: datetime) -> None:
    """For every ask whose pieces may still be shown. Later ones come by `lay_key`."""
    if not feed.with_words:
        return
    member, token = feed.member, feed.token
    shown = member.pieces.filter(ends_at__gt=now - BACK)
    asks = list(member.asks.filter(pk__in=shown.values("ask")))
    for ask in asks:
        ask.member = member
    FeedKey.objects.bulk_create([_key(feed, token, ask) for ask in asks])


def _key(feed: Feed, token: str, ask: Ask) -> FeedKey:
    row = FeedKey(feed=feed, ask=ask)
    row.seal(token, bytes.fromhex(ask.pieces_key))
    return row
