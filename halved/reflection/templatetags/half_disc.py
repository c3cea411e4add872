"""The half disc: it fills from below with weight. Clay is carried alone, green with others."""

from math import sqrt

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.simple_tag
def half_disc(weight: int | None, shared: bool = False) -> SafeString:
    """A disc of 40 units for a weight of 0 to 10, or an empty one for None."""
    fill = mark_safe("")
    if weight:
        y = 38 - 3.6 * weight
        half_width = sqrt(max(0.0, 18**2 - (y - 20) ** 2))
        left, right, large = 20 - half_width, 20 + half_width, int(weight > 5)
        path = f"M{left:.1f} {y:.1f}A18 18 0 {large} 0 {right:.1f} {y:.1f}Z"
        fill = format_html('<path class="{}" d="{}"/>', "shared" if shared else "load", path)
        if weight == 10:
            fill = format_html(
                '<circle class="{}" cx="20" cy="20" r="18"/>', "shared" if shared else "load"
            )
    return format_html(
        '<svg class="half" viewBox="0 0 40 40" aria-hidden="true">'
        '<circle class="full" cx="20" cy="20" r="18"/>{}</svg>',
        fill,
    )
