"""Queries that are put together once and afterwards only given their values.

The ORM takes ten times as long to put a query together as the store takes to answer it. That is
no matter on a page that few open. Behind a link, in the worker, on the first page and on the way
of an ask it was much of the time.
"""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, cached_property
from operator import attrgetter, methodcaller
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import AutoField, Expression, Model, QuerySet
from django.db.models.base import ModelState
from django.db.models.sql import DeleteQuery, InsertQuery, Query, UpdateQuery

Row = TypeVar("Row", bound=Model)
Told = TypeVar("Told")
ROWS: Callable[[Any], list[tuple[Any, ...]]] = methodcaller("fetchall")
COUNT: Callable[[Any], int] = attrgetter("rowcount")


class Given(Expression):
    """Stands in a query for a value that comes later."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", [self]


class _Text(NamedTuple):
    """A query in the words of the store, and the compiler that knows what its columns mean."""

    sql: str
    values: tuple[Any, ...]
    compiler: Any

    @classmethod
    def of(cls, query: Query) -> "_Text":
        compiler = query.get_compiler(DEFAULT_DB_ALIAS)
        sql, values = compiler.as_sql()
        return cls(sql, tuple(values), compiler)

    def run(self, given: dict[str, Any], tell: Callable[[Any], Told]) -> Told:
        """What is told of the cursor then: the rows it found, or how many it changed."""
        store = self.compiler.connection
        values = [
            _as_stored(given[value.name], store) if isinstance(value, Given) else value
            for value in self.values
        ]
        return _execute(store, self.sql, values, tell)


def ask(sql: str, values: list[Any]) -> list[tuple[Any, ...]]:
    """The rows of a query that is in the words of the store already."""
    return _execute(connections[DEFAULT_DB_ALIAS], sql, values, ROWS)


def _execute(store: Any, sql: str, values: list[Any], tell: Callable[[Any], Told]) -> Told:
    """As store.cursor().execute() in half the time: it asks the driver itself, unless somebody
    wants to see every query."""
    if store.queries_logged or store.execute_wrappers:
        with store.cursor() as cursor:
            cursor.execute(sql, values)
            return tell(cursor)
    store.close_if_health_check_failed()
    if store.connection is None:
        store.ensure_connection()
    store.validate_no_broken_transaction()
    with store.wrap_database_errors:
        return tell(store.connection.execute(_in_drivers_words(sql, store.vendor), values))


@cache
def _in_drivers_words(sql: str, vendor: str) -> str:
    return sql.replace("%s", "?") if vendor == "sqlite" else sql


class Find(threading.local, Generic[Row]):
    """Rows of one model: those that the queryset finds which `build` returns.

    Each thread puts it together for itself, because each has its own connection.
    """

    def __init__(self, build: Callable[[], QuerySet[Row]]) -> None:
        self.build = build

    def all(self, **given: Any) -> list[Row]:
        text, read = self._put_together
        return [read(columns) for columns in text.run(given, ROWS)]

    def first(self, **given: Any) -> Row | None:
        return next(iter(self.all(**given)), None)

    @cached_property
    def _put_together(self) -> tuple[_Text, Callable[[tuple[Any, ...]], Row]]:
        text = _Text.of(self.build().query)
        return text, _reader(text.compiler)


class Change(threading.local):
    """A conditional UPDATE. Called with what is given, it says how many rows it changed."""

    def __init__(self, build: Callable[[], QuerySet[Any]], **change: Any) -> None:
        self.build, self.change = build, change

    def __call__(self, **given: Any) -> int:
        return self._text.run(given, COUNT)

    @cached_property
    def _text(self) -> _Text:
        query: Any = self.build().query.chain(UpdateQuery)
        query.add_update_values(self.change)
        return _Text.of(query)


class Remove(Change):
    """A conditional DELETE, for rows that no other row points to."""

    @cached_property
    def _text(self) -> _Text:
        return _Text.of(self.build().query.chain(DeleteQuery))


def insert(row: Model) -> None:
    """Writes a new row, as row.save(force_insert=True) does. It sends no signals, and does not
    learn the number that the store may give the row."""
    model, store = type(row), connections[DEFAULT_DB_ALIAS]
    values = [
        field.get_db_prep_save(field.pre_save(row, add=True), store) for field in _fields(model)
    ]
    _execute(store, _insert_text(model), values, COUNT)


@cache
def _insert_text(model: type[Model]) -> str:
    query: Any = InsertQuery(model)
    query.insert_values(_fields(model), [model()])
    [(text, _)] = query.get_compiler(DEFAULT_DB_ALIAS).as_sql()
    return str(text)


@cache
def _fields(model: type[Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if not isinstance(field, AutoField)]


def _reader(compiler: Any) -> Callable[[tuple[Any, ...]], Any]:
    """How the ORM makes a row of the columns it finds; see django.db.models.query.ModelIterable.
    Of select_related() it knows one step."""
    converters = compiler.get_converters([column[0] for column in compiler.select])
    whole = _part(compiler, compiler.klass_info)
    related = [
        (_part(compiler, info), _place_of_key(compiler, info), info["local_setter"])
        for info in compiler.klass_info.get("related_klass_infos", [])
    ]
    annotations = compiler.annotation_col_map.items()

    def read(columns: tuple[Any, ...]) -> Any:
        values = list(columns)
        for place, (functions, expression) in converters.items():
            for function in functions:
                values[place] = function(values[place], expression, compiler.connection)
        row = whole(values)
        for part, key, put in related:
            put(row, None if values[key] is None else part(values))
        for name, place in annotations:
            setattr(row, name, values[place])
        return row

    return read


def _place_of_key(compiler: Any, info: dict[str, Any]) -> int:
    """Where the key of a related row stands; None stands there when there is no such row."""
    key = info["model"]._meta.pk
    places: list[int] = info["select_fields"]
    return next(place for place in places if compiler.select[place][0].target == key)


def _part(compiler: Any, info: dict[str, Any]) -> Callable[[list[Any]], Model]:
    """Makes the row of one model of the columns that belong to it, as unpickling does: without
    signals. What was not asked for is read when it is needed, as after only()."""
    model = info["model"]
    places = [(compiler.select[place][0].target.attname, place) for place in info["select_fields"]]

    def part(values: list[Any]) -> Model:
        row: Model = model.__new__(model)
        row._state = ModelState()
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS
        row.__dict__.update({name: values[place] for name, place in places})
        return row

    return part


def _as_stored(value: Any, store: Any) -> Any:
    """What the store's driver is handed for it, as the ORM would."""
    if isinstance(value, UUID):
        return value if store.features.has_native_uuid_field else value.hex
    if isinstance(value, datetime):
        if store.vendor == "sqlite" and value.tzinfo is UTC:
            return str(value.replace(tzinfo=None))  # in a quarter of the time
        return store.ops.adapt_datetimefield_value(value)
    return value
