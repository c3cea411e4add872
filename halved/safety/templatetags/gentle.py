"""The gentle question on a page that shows words of the member’s own."""

from typing import Any

from django import template

from halved.safety import question

register = template.Library()


@register.inclusion_tag("safety/_gentle.html", takes_context=True)
def gentle_question(context: dict[str, Any], *texts: str | None) -> dict[str, Any]:
    """The line, where one of these texts may mean danger; otherwise nothing."""
    request = context["request"]
    asked = question.ask(request.user, texts)
    return {"question": asked, "path": request.path, "csrf_token": context.get("csrf_token")}


@register.inclusion_tag("safety/_gentle_switch.html", takes_context=True)
def gentle_switch(context: dict[str, Any]) -> dict[str, Any]:
    """Whether it is asked at all, with a button that changes it."""
    off = question.is_off(context["request"].user)
    return {"off": off, "csrf_token": context.get("csrf_token")}
