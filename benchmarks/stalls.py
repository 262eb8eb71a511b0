"""How long any action holds the window's thread up, and whether long work tells how far it is ten times a second.

    python -m benchmarks.stalls

The limit is 50 ms. A yardstick of plain widgets is laid first, and pauses are told at the pace of the machine where it
took 17 ms. Nothing else may run meanwhile.
"""

import sys

import pytest

if __name__ == "__main__":
    sys.exit(pytest.main(["-q", "-m", "watch", "--no-cov", "--tb=line", "tests/ui", "tests/usecases", *sys.argv[1:]]))
