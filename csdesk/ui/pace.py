"""How long work still takes, told from how fast it has gone of late; silent while that would be a guess."""

from __future__ import annotations

from math import exp

_TELLING, _MEMORY = 1.5, 4.0
"""Seconds before anything is told, and seconds after which what was measured before counts for little."""
_LEAST = 1.0


class Pace:
    """Times are seconds of any steady clock."""

    def __init__(self, began: float) -> None:
        self._began = self._last = began
        self._done = 0
        self._rate = 0.0

    def left(self, now: float, done: int, whole: int) -> float | None:
        """Seconds left; None where it means nothing yet, or no more. Work that begins anew is timed anew."""
        if done < self._done:
            self._began = self._last = now
            self._done, self._rate = done, 0.0
        passed, elapsed = now - self._last, now - self._began
        if passed > 0 and done > self._done:
            fresh, weight = (done - self._done) / passed, exp(-passed / _MEMORY)
            self._rate = fresh if not self._rate else weight * self._rate + (1 - weight) * fresh
            self._last, self._done = now, done
        if elapsed < _TELLING or not self._rate or done >= whole:
            return None
        # What is known of the whole keeps one slow or quick stretch from swaying it.
        rate = (self._rate + done / elapsed) / 2
        left = (whole - done) / rate
        return left if left >= _LEAST else None


def rounded(seconds: float) -> int:
    """Seconds as a person says them: by fives from ten on, by tens from half a minute on."""
    step = 1 if seconds < 10 else 5 if seconds < 30 else 10  # noqa: PLR2004 - said above
    return max(1, round(seconds / step) * step)
