"""How long any action holds the window's thread up, and whether long work tells how far it is ten times a second.

    python -m benchmarks.stalls

The limit is 50 ms. A yardstick of plain widgets is laid first, and pauses are told at the pace of the machine where it
took 17 ms. Each file of watches has a process of its own, as a window has: what others left would be swept with its own
garbage. Nothing else may run meanwhile.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parents[1]


def watches() -> list[str]:
    """The test files that hold any."""
    listed = ("-m", "pytest", "-q", "--collect-only", "-m", "watch", "tests/ui", "tests/usecases")
    told = subprocess.run([sys.executable, *listed], cwd=HERE, capture_output=True, text=True, check=True).stdout
    return list(dict.fromkeys(line.partition("::")[0] for line in told.splitlines() if "::" in line))


if __name__ == "__main__":
    statuses = [
        subprocess.call([sys.executable, "-m", "pytest", "-q", "-m", "watch", "--tb=line", file], cwd=HERE)
        for file in watches()
    ]
    sys.exit(max(statuses, default=0))
