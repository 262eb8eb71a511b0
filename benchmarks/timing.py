"""Taking times side by side, so that a ratio means the same on a slow machine and on a fast one."""

import statistics
import time
from collections.abc import Callable, Mapping


def seconds(run: Callable[[], object]) -> float:
    """Wall time of one call."""
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def worked(run: Callable[[], object]) -> float:
    """Processor time of this thread in one call, so that other programs on the machine hardly count."""
    started = time.thread_time()
    run()
    return time.thread_time() - started


def alternate(runs: Mapping[str, Callable[[], float]], rounds: int) -> dict[str, float]:
    """Median of what each run returns; they take turns, so that a busy moment meets all of them."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            taken[name].append(run())
    return {name: statistics.median(values) for name, values in taken.items()}


def tell(medians: Mapping[str, float], base: str) -> None:
    """Print each median in milliseconds and as a multiple of the base's."""
    for name, value in medians.items():
        print(f"{name:<52} {value * 1000:>9.1f} ms {value / medians[base]:>8.2f} x")
