"""Whether this process answers, and whether it can do its work: for a proxy, and for what starts
processes again."""

from functools import cache

from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def live(request: HttpRequest) -> HttpResponse:
    """200 while the process answers, whatever the store does."""
    return _says("live")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """200 when the store answers and is prepared for this version, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        if not is_prepared():
            return _says("the store waits for `halved migrate`", 503)
    except Error:
        return _says("the store does not answer", 503)
    return _says("ready")


def _says(words: str, status: int = 200) -> HttpResponse:
    return HttpResponse(f"{words}\n", content_type="text/plain; charset=utf-8", status=status)


def is_prepared() -> bool:
    """Whether every migration of this version is applied. What a newer version added is no matter.
    Raises django.db.Error when the store does not answer."""
    try:
        return _was_prepared()
    except _NotYet:
        return False


class _NotYet(Exception):
    pass


@cache
def _was_prepared() -> bool:
    """It stays so: migrations of a version that runs are not taken back."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise _NotYet
    return True
