"""`python -m tests.intake_grids [PART OF A NAME]`: every sheet as text and as a workbook, counted."""

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.intake_grids.judging import Verdict, as_csv, as_workbook, judged
from tests.intake_grids.sheets import sheets


def main() -> None:
    only, counts = sys.argv[1] if len(sys.argv) > 1 else "", Counter[Verdict]()
    with tempfile.TemporaryDirectory() as folder:
        for sheet in sheets():
            for write in (as_csv, as_workbook):
                if only not in sheet.name or (sheet.more and write is as_csv):
                    continue
                outcome = judged(sheet, write(sheet, Path(folder)))
                counts[outcome.verdict] += 1
                if outcome.verdict is not Verdict.RIGHT or only:
                    print(
                        f"{outcome.verdict.upper()} {sheet.name} ({write.__name__})\n      {outcome.why[:900]}",
                        flush=True,
                    )
    print(*(f"{verdict}: {counts[verdict]}" for verdict in Verdict), sep="  ")


if __name__ == "__main__":
    main()
