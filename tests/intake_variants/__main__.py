"""`python -m tests.intake_variants [HOW MANY] [FIRST SEED] [STORY]`: many variants, counted."""

import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from tests.intake_variants.stories import all_stories
from tests.intake_variants.verdicts import Judge, Verdict


def main() -> None:
    words = [*sys.argv[1:], *("200", "0", "")[len(sys.argv) - 1 :]]
    count, first, only = int(words[0]), int(words[1]), words[2]
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(Path(folder))
        for seed in range(first, first + count):
            rng = Random(seed)
            lang = rng.choice(["en", "ja"])
            stories = [one for one in all_stories(lang) if only in one.name]
            story = stories[seed % len(stories)]
            outcome, notes, _ = judge.judge(story, lang, rng)
            counts[story.name, outcome.verdict] += 1
            if outcome.verdict is not Verdict.RIGHT:
                print(f"{seed} {outcome.verdict.upper()} {' | '.join(notes)}\n      {outcome.why[:700]}", flush=True)
    for name in sorted({name for name, _ in counts}):
        print(f"{name:20}", *(f"{verdict}: {counts[name, verdict]}" for verdict in Verdict), sep="  ")
    print(
        "all",
        *(f"{verdict}: {sum(n for (_, v), n in counts.items() if v == verdict)}" for verdict in Verdict),
        sep="  ",
    )


if __name__ == "__main__":
    main()
