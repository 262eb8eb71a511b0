"""What the figures of one name are: money, shares of a whole or counts, and how they are written."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from csdesk.intake.matching.tables.grids import COST_WORDS
from csdesk.intake.matching.words.folds import fold_words
from csdesk.intake.shapes import Cell
from csdesk.intake.values.numbers import currency_of, has_scale, read_number
from csdesk.intake.values.reading import as_text
from csdesk.intake.values.units import UNITS, unit_of_heading, unit_of_title
from csdesk.intake.values.words import cost_purpose
from csdesk.intake.vocabulary.metrics import METRICS, SHARES
from csdesk.models.kinds import CostPurpose
from csdesk.models.problems import Reason
from csdesk.models.text import fold_case

PERCENT = "%"
_A_MOVE = re.compile(
    r"(?:new|expansion|contraction|churn(?:ed)?|reactivation|upsell|downgrade|starting|start|opening|ending|end|closing)"
    r"|新規|増額|拡大|減額|縮小|解約|再開|復活|期首|期末|月初|月末|アップセル|ダウンセル"
)
_BRACKETED = re.compile(r"[(（\[［【]\s*([^)）\]］】]*)\s*[)）\]］】]")
_RATE = re.compile(
    r"率|(?<![a-z])rates?(?![a-z])|(?<![a-z])margin(?![a-z])|(?<![a-z])retention(?![a-z])|(?<![a-z])(?:nrr|grr|ndr|"
    r"churn)$|%"
)
_NO_RATE = re.compile(
    r"mrr$|数|(?<!人)件|社|人(?!件)|額|(?<![a-z])(?:customers|accounts|logos|amount|count)(?![a-z])|"
    r"(?<![a-z])mrr(?![a-z])(?!.*rate)"
)
_MONEY = re.compile(
    r"(?<![a-z])(?:mrr|arr|ltv|cac|arpa|arpu|acv|revenue|sales|bookings?|billings?|cash|burn|profit|ebitda|spend|spending|costs?|"
    r"expenses?|salaries|payroll|budget)(?![a-z])|売上|収益|利益|粗利|費|コスト|原価|単価|金額|残高|資金|現預金|経費|支出|高$|額$"
)
_COUNTED = re.compile(
    r"数|(?<!人)件|社|人(?!件)|名|(?<![a-z])(?:customers|users|leads|deals|logos|accounts|count|"
    r"number)(?![a-z])"
)
_SPENT = re.compile(
    r"費|経費|コスト|支出|給与|報酬|外注|広告|(?<![a-z])(?:costs?|spend|spending|expenses?|ads?|advertising|salar(?:y|ies)|payroll|"
    r"wages|commissions?)(?![a-z])"
)
_NOT_SPENT = re.compile(
    r"率|単価|あたり|当たり|回収|数$|(?<!人)件|売上|利益|粗利|予算|うち|内訳|(?<![a-z])(?:per|rate|ratio|"
    r"cac(?! spend)|payback|"
    r"roi|roas|"
    r"revenue|profit|margin|of which|share|budget)(?![a-z])|%"
)
_COUNTER = re.compile(r"[\d.,]+\s*([^\W\d_]{1,6})$")
_NO_COUNTERS = frozenset({"千", "万", "億", "百万", "千円", "万円", "億円", "百万円", "円", "k", "m", "b", "bn", "mn"})


@dataclass(frozen=True, slots=True)
class Series:
    """How the figures of one name are written: their unit (a currency, '%', what is counted), the factor of what stands
    there, and whether shares stand as percents without their sign."""

    unit: str
    scale: Decimal
    is_money: bool = False
    in_percents: bool = False

    @classmethod
    def of(cls, name: str, told: str, cells: Sequence[Cell], about: str, home: str) -> "Series":
        """By the word of a unit column, the name and its brackets, the cells, and the text `about` the table."""
        texts = [unicodedata.normalize("NFKC", as_text(cell)).strip() for cell in cells]
        words = fold_words(name)
        said = " ".join((told, *_BRACKETED.findall(unicodedata.normalize("NFKC", name)))).strip()
        if PERCENT in unicodedata.normalize("NFKC", f"{said} {name}") or any(text.endswith(PERCENT) for text in texts):
            return cls(PERCENT, Decimal(1), in_percents=_are_percents(cells, plainly=PERCENT in said))
        code = next((code for text in (said, name, *texts) if (code := currency_of(text, home))), "")
        heading = f"{name} ({told})" if told else name
        unit = unit_of_heading(heading)
        money = bool(code or unit) or bool(_MONEY.search(words) and not (said or _COUNTED.search(words)))
        counted = words.endswith("churn") and all(_is_whole(text) for text in texts)
        if not (money or said or counted) and _RATE.search(words) and not _NO_RATE.search(words):
            return cls(PERCENT, Decimal(1), in_percents=_are_percents(cells, plainly=False))
        if money:
            unit = unit or ("" if said else unit_of_title(about))
            return cls(code or home, UNITS[unit or "one"], is_money=True)
        counter = next((found[1] for text in texts if (found := _COUNTER.search(text))), "")
        return cls(said or ("" if counter in _NO_COUNTERS else counter), Decimal(1))

    def value(self, text: str) -> Decimal | None:
        """A cell's figure; None where it is none."""
        word = unicodedata.normalize("NFKC", text).strip()
        value = read_number(word, counters=True)
        if isinstance(value, Reason):
            return None
        if self.in_percents and not word.endswith(PERCENT):
            return value / 100
        return value if self.scale == 1 or has_scale(word) else value * self.scale


def _is_whole(text: str) -> bool:
    value = read_number(text, counters=True)
    return not isinstance(value, Reason) and value % 1 == 0


def _are_percents(cells: Sequence[Cell], *, plainly: bool) -> bool:
    """Whether shares without a sign are percents (2.5) rather than parts of one (0.025, as workbooks keep 2.5%)."""
    values = [read_number(as_text(cell).strip(), counters=True) for cell in cells if PERCENT not in as_text(cell)]
    figures = [abs(value) for value in values if not isinstance(value, Reason)]
    typed = all(isinstance(cell, float) for cell in cells)
    most = max(figures, default=Decimal(0))
    return most > Decimal("1.5") or (plainly and not typed and most != 1)


def named(name: str) -> str:
    """A name without the unit in its brackets: 'MRR（千円）' is 'MRR'."""
    return " ".join(_BRACKETED.sub(lambda found: "" if _is_unit(found[1]) else found[0], name).split()) or name


def _is_unit(text: str) -> bool:
    word = fold_case(text).strip()
    return word in {
        "%",
        "社",
        "件",
        "人",
        "名",
        "回",
        "円",
        "$",
        "¥",
        "€",
        "jpy",
        "usd",
        "eur",
        "か月",
        "ヶ月",
    } or bool(unit_of_heading(f"x ({word})"))


@lru_cache(maxsize=1)
def _by_word() -> dict[str, str]:
    return {fold_words(word): metric for metric, words in METRICS.items() for word in words.split("|")}


def metric_of(name: str, unit: str) -> str | None:
    """The id of a figure in the catalogue, where its name is one of those that teams call it by, and a share is one."""
    metric = _by_word().get(fold_words(_BRACKETED.sub("", name)))
    return metric if metric not in SHARES or unit == PERCENT else None


def in_full(name: str, about: str) -> str:
    """A name as it is meant: 'New' and 'Churn' of a sheet that speaks of MRR are amounts of MRR."""
    return f"{name} MRR" if _A_MOVE.fullmatch(fold_words(name)) and "mrr" in about.casefold() else name


def is_spent(name: str) -> bool:
    """Whether a figure of money is what was spent."""
    words = fold_words(named(name))
    return bool(_SPENT.search(words) or COST_WORDS.search(words)) and not _NOT_SPENT.search(words)


def purpose_of(name: str) -> CostPurpose:
    """What money was spent for. A dashboard tells of the whole company: what is not said to be for customers is not."""
    words = fold_words(name)
    if re.search(r"\bcac\b", words):
        return CostPurpose.ACQUISITION
    return cost_purpose(words) or CostPurpose.OTHER
