"""The digest of what a board workbook says: the same content gives the same one, on every machine and in every year."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from hashlib import sha256
from operator import itemgetter
from typing import Any

import numpy as np

from csdesk.reports.content import BoardContent

_BETWEEN = b"\0"
_ASIDE = frozenset({"pinned", "restatement"})
_PLACES = 12
"""Digits of broken numbers that tell: the last few are another machine's."""


def fingerprint(content: BoardContent) -> str:
    """64 hexadecimal digits over every value of the content, exact; what pins it is left aside."""
    digest = sha256()
    _tell(digest.update, content)
    return digest.hexdigest()


def _tell(tell: Callable[[bytes], object], value: object) -> None:
    """A value as bytes that no other value has, piece by piece."""
    kind = type(value)
    if kind in _PLAIN:
        tell(_PLAIN[kind](value) + _BETWEEN)
    elif is_dataclass(value):
        named = sorted({one.name for one in fields(value)} - _ASIDE)
        tell(f"{kind.__name__} {len(named)}".encode() + _BETWEEN)
        for name in named:
            tell(name.encode() + _BETWEEN)
            _tell(tell, getattr(value, name))
    elif isinstance(value, Mapping):
        tell(f"{len(value)} named".encode() + _BETWEEN)
        for name, held in sorted(((str(key), held) for key, held in value.items()), key=itemgetter(0)):
            tell(name.encode() + _BETWEEN)
            _tell(tell, held)
    elif isinstance(value, np.ndarray):
        tell(f"{value.dtype} {value.shape}".encode() + _BETWEEN)
        tell(np.ascontiguousarray(np.round(value, _PLACES)).tobytes() + _BETWEEN)
    elif isinstance(value, Sequence | frozenset) and not isinstance(value, str):
        _tell_many(tell, sorted(value, key=str) if isinstance(value, frozenset) else value)
    else:
        tell(_scalar(value) + _BETWEEN)


def _tell_many(tell: Callable[[bytes], object], values: Sequence[object]) -> None:
    tell(f"{len(values)}".encode() + _BETWEEN)
    if set(map(type, values)) == {int}:  # accounts, of which there are most
        tell(repr(tuple(values)).encode() + _BETWEEN)
        return
    for one in values:
        _tell(tell, one)


def _scalar(value: object) -> bytes:
    """Kinds of which there are many: enums and numpy's own numbers."""
    if isinstance(value, Enum):
        return b"e" + str(value.value).encode()
    if isinstance(value, np.generic) and type(value.item()) in _PLAIN:
        return _PLAIN[type(value.item())](value.item())
    raise TypeError(type(value))


_PLAIN: dict[type, Callable[[Any], bytes]] = {
    str: lambda text: b"'" + text.encode(),
    int: lambda number: repr(number).encode(),
    bool: lambda flag: repr(flag).encode(),
    type(None): lambda _: b"None",
    float: lambda number: f"{number:.{_PLACES}g}".encode(),
    Fraction: lambda number: f"{number.numerator}/{number.denominator}".encode(),
    date: lambda day: b"d" + day.isoformat().encode(),
}
