"""What every page tells the browser not to do: the same everywhere, so it is put together once."""

from collections.abc import Callable

from csp.constants import HEADER
from csp.utils import build_policy
from django.http import HttpRequest, HttpResponse

View = Callable[[HttpRequest], HttpResponse]

# Nothing of a device that no page here needs. Sharing, the clipboard and a contact that somebody
# picks stay: they ask the person each time.
UNUSED = (
    "accelerometer", "bluetooth", "camera", "display-capture", "geolocation", "gyroscope", "hid",
    "magnetometer", "microphone", "midi", "payment", "serial", "usb",
)  # fmt: skip
PERMISSIONS = ", ".join(f"{feature}=()" for feature in UNUSED)


def security_headers(get_response: View) -> View:
    """Middleware. django-csp's own does the same, and puts the header together anew each time."""
    policy = build_policy()

    def with_headers(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault(HEADER, policy)
        response.headers["Permissions-Policy"] = PERMISSIONS
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    return with_headers
