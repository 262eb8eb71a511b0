"""The digest of what a board workbook says: the same content gives the same one, on every machine and in every year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from hashlib import sha256

import numpy as np

from csdesk.reports.content import BoardContent

_ASIDE = frozenset({"pinned", "restatement"})
_PLACES = 12
"""Digits of broken numbers that tell: the last few are another machine's."""


def fingerprint(content: BoardContent) -> str:
    """64 hexadecimal digits over every value of the content, exact; what pins it is left aside."""
    digest = sha256()
    for part in _parts(content):
        digest.update(part)
        digest.update(b"\0")
    return digest.hexdigest()


def _parts(value: object) -> Iterator[bytes]:
    """A value as bytes that no other value has, piece by piece."""
    if is_dataclass(value) and not isinstance(value, type):
        yield type(value).__name__.encode()
        yield from _named({one.name: getattr(value, one.name) for one in fields(value) if one.name not in _ASIDE})
    elif isinstance(value, Mapping):
        yield from _named({str(key): held for key, held in value.items()})
    elif isinstance(value, np.ndarray):
        yield f"{value.dtype} {value.shape}".encode()
        yield np.ascontiguousarray(np.round(value, _PLACES)).tobytes()
    elif isinstance(value, Sequence | frozenset) and not isinstance(value, str):
        yield f"{len(value)}".encode()
        for one in sorted(value, key=str) if isinstance(value, frozenset) else value:
            yield from _parts(one)
    else:
        yield _scalar(value)


def _named(values: Mapping[str, object]) -> Iterator[bytes]:
    yield f"{len(values)} named".encode()
    for name in sorted(values):
        yield name.encode()
        yield from _parts(values[name])


def _scalar(value: object) -> bytes:
    if isinstance(value, Enum):
        return b"e" + str(value.value).encode()
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, float):
        return f"{value:.{_PLACES}g}".encode()
    if value is None or isinstance(value, bool | int):
        return repr(value).encode()
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}".encode()
    if isinstance(value, date):
        return b"d" + value.isoformat().encode()
    if isinstance(value, str):
        return b"'" + value.encode()
    raise TypeError(type(value))
