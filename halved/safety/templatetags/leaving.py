"""The button that leads away, and what the tab says, on every page of a member."""

from typing import Any

from django import template
from django.conf import settings
from django.template.context import Context
from django.templatetags.static import static

from halved.accounts.looks import look_of
from halved.safety.leaving import EVERYWHERE, Leaving

register = template.Library()
SENSITIVE = ("/now/", "/safety/", "/leaving/")


@register.inclusion_tag("safety/_leave.html", takes_context=True)
def leave_now(context: Context, *, always: bool = False) -> dict[str, Any]:
    """The button. Where it is not shown, the Shift key and the lock work all the same."""
    request = context["request"]
    chosen = Leaving.of(request.user)
    return {
        "leave_to": chosen.address,
        "relock": settings.RELOCK_MINUTES if request.user.is_authenticated else 0,
        "hidden": chosen.hidden,
        "shown": always or chosen.shows == EVERYWHERE or request.path.startswith(SENSITIVE),
    }


@register.simple_tag(takes_context=True)
def tab_name(context: Context) -> str:
    return look_of(context["request"].user).name


@register.simple_tag(takes_context=True)
def tab_icon(context: Context) -> str:
    return static(f"halved/{look_of(context['request'].user).icon}")
