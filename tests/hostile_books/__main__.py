"""`python -m tests.hostile_books [HOW MANY] [FIRST SEED]`: many spoiled books, gone through and counted."""

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.hostile_books.going_through import go_through
from tests.hostile_books.making import sound_book


def main() -> int:
    words = [*sys.argv[1:], *("200", "0")[len(sys.argv) - 1 :]]
    count, first = int(words[0]), int(words[1])
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["XDG_DATA_HOME"] = name
        sound = sound_book(folder / "sound.csdesk")
        for seed in range(first, first + count):
            _, statuses, findings = go_through(seed, sound, folder)
            seen.update(f"exit status {status}" for status in statuses)
            seen["findings"] += len(findings)
            for one in findings:
                sys.stdout.write(f"{one.seed} {one.spoiled[:200]} | {one.command}: {one.said[-300:]}\n")
        log = folder / "csdesk" / "csdesk.log"
        sys.stdout.write(log.read_text(encoding="utf-8")[-6000:] if log.is_file() else "")
    sys.stdout.write("  ".join((f"{count} books", *(f"{what}: {n}" for what, n in sorted(seen.items())), "\n")))
    return 1 if seen["findings"] else 0


if __name__ == "__main__":
    sys.exit(main())
