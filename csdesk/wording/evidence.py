"""What spoke for the answer to a question of an import, in words: counts of what stands in the file."""

import re

from csdesk.models.kinds import Language
from csdesk.wording.speech import Words

_SAID: tuple[tuple[str, Words], ...] = (
    (r"heading", Words("the heading says so", "見出しにそう書かれています")),
    (r"chains (\d+)", Words("{0} contracts go on after such a day", "この日のあとに続く契約が{0}件あります")),
    (
        r"service (\d+), renewal (\d+)",
        Words("{0} rows speak for the end of service, {1} for renewal", "利用終了を示す行{0}件、更新を示す行{1}件"),
    ),
    (
        r"(\d+) of (\d+), apart from renewals",
        Words("{0} of {1} rows have one, none near its renewal",
              "{1}行のうち{0}行のみに値があり、更新日とは離れています"),
    ),
    (
        r"1 day (\d+), 0 days (\d+)",
        Words("the next contract starts a day later {0} times, on the same day {1} times",
              "次の契約が翌日に始まる行{0}件、同じ日に始まる行{1}件"),
    ),
    (
        r"mdy (\d+), dmy (\d+), ymd (\d+)",
        Words("only month first fits {0} dates, only day first {1}, only year first {2}",
              "月が先でしか読めない日付{0}件、日が先{1}件、年が先{2}件"),
    ),
)  # fmt: skip
_NOTHING = Words("nothing in the file settles it", "ファイルに手がかりがありません")


def evidence_words(evidence: str, language: Language) -> str:
    """What matching has counted, in a sentence; figures of a kind that has none, such as of currencies, as they are."""
    for pattern, words in _SAID:
        if found := re.fullmatch(pattern, evidence):
            counts = found.groups()
            none = bool(counts) and not any(int(count) for count in counts)
            return (_NOTHING if none else words).say(language).format(*counts)
    return evidence
