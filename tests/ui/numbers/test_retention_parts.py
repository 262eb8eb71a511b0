"""The parts of the Retention page: curves of lifetimes, who leaves and why, and what few accounts can tell."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from csdesk.metrics.comparison import against_before, against_the_rest
from csdesk.metrics.intervals import wilson
from csdesk.metrics.measure import Measure, Unit
from csdesk.metrics.retention.lifetimes import Lifetimes
from csdesk.metrics.retention.log_rank import each_against_the_rest, log_rank
from csdesk.metrics.retention.survival import curve_of, mean_within, median_measure
from csdesk.models.kinds import Language
from csdesk.models.months import Month, Period, PeriodKind
from csdesk.ui.widgets.few_line import FewLine
from csdesk.ui.widgets.group_pair import GroupPair
from csdesk.ui.widgets.leaving_part import LeavingPart
from csdesk.ui.widgets.retention_lists import GroupRateSheet
from csdesk.ui.widgets.survival_part import SurvivalPart
from csdesk.ui.widgets.tile_row import TileRow
from csdesk.usecases.churn import KindRow, Leaving, LengthRow, ReasonRow, StayRow
from csdesk.usecases.explain import Explanation
from csdesk.usecases.retention import GroupRow
from csdesk.usecases.revenue import Tile
from csdesk.usecases.survival import GroupCurve, Survival
from csdesk.usecases.weighing import Heaviest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PERIOD = Period(Month.parse("2024-12"))
YEAR = Period.holding(PERIOD.first, PeriodKind.YEAR)


def said(around: Any, english: str, japanese: str) -> str:
    return japanese if around.window.language is Language.JA else english


def curve(name: str | None, n: int, longest: int) -> GroupCurve:
    months = np.array([at * 7 % (longest + 1) for at in range(n)])
    lived = Lifetimes(np.arange(1, n + 1), months, np.arange(n) % 2 == 0, np.empty(0, dtype=np.int64))
    made = curve_of(lived)
    by = None if name is None else "region"
    return GroupCurve(by, name, PERIOD, made, median_measure(made, PERIOD), mean_within(made, 20))


def survival(*curves: GroupCurve, unknown: int = 0) -> Survival:
    lived = [of.curve.lifetimes for of in curves]
    if len(curves) < 2:
        return Survival(curves, None, unknown, 20)
    tests = zip(curves, each_against_the_rest(lived), strict=True)
    return Survival(tuple(replace(of, against=test) for of, test in tests), log_rank(lived), unknown, 20)


def rate(metric: str, part: int, whole: int, group: str = "") -> Measure:
    low, high = wilson(part, whole) or (None, None)
    value = Fraction(part, whole) if whole else None
    return Measure(metric, PERIOD, Unit.FRACTION, value, part, whole, whole, low, high, group=group)


@pytest.fixture
def part(around: Any, qtbot: QtBot) -> Any:
    def make(kind: Any) -> Any:
        made = kind(around)
        qtbot.addWidget(made)
        made.resize(1100, 1200)
        made.show()
        return made

    return make


def click(view: Any, row: int, column: int, qtbot: QtBot) -> None:
    index = view.model().index(row, column)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())


def cells(view: Any, row: int) -> list[Any]:
    return [view.model().index(row, column).data() for column in range(view.model().columnCount())]


def test_one_curve_is_of_all_accounts(part: Any, around: Any) -> None:
    page = part(SurvivalPart)
    page.show_answer(survival(curve(None, 40, 40), unknown=3))
    assert cells(page.curves, 0)[:3] == [said(around, "All accounts", "全アカウント"), "40", "20"]
    assert page.steps.model().rowCount() == len(curve(None, 40, 40).steps)
    assert "3" in page.said.text()
    assert cells(page.steps, 0)[5].endswith("%")


def test_groups_are_compared_in_words(part: Any, around: Any) -> None:
    page = part(SurvivalPart)
    page.show_answer(survival(curve("East", 40, 40), curve("West", 30, 8), curve("", 4, 5)))
    assert page.said.text().startswith(said(around, "The curves differ", "継続期間には差があります"))
    assert cells(page.curves, 2)[0] == said(around, "(not known)", "（不明）")
    assert cells(page.curves, 0)[5].startswith(said(around, "stay longer (p ", "継続が長い（p "))
    assert cells(page.curves, 2)[5] == said(around, "too few to compare", "件数が少なく比較不可")
    assert cells(page.curves, 2)[-1] == "–", "a short curve says nothing of 36 months"
    page.show_answer(survival(*(curve(f"Region {at}", 12, 20) for at in range(8))))
    assert said(around, "the 6 groups", "6区分を表示") in page.said.text()
    page.show_answer(survival(curve(None, 40, 40)))
    assert not page.said.isVisible()
    assert "against" not in [column.key for column in page.curves._model.columns], "one curve has no others"
    page.show_answer(Survival((curve("East", 40, 40), curve("West", 30, 8)), None, 0, 20, shared=True))
    assert said(around, "some accounts are in several groups", "複数の区分に属するアカウント") in page.said.text()


def test_figures_and_steps_of_curves_open(part: Any, around: Any, qtbot: QtBot) -> None:
    page, answer = part(SurvivalPart), survival(curve("East", 40, 40), curve("West", 30, 30))
    page.show_answer(answer)
    click(page.curves, 0, 3, qtbot)
    assert around.window.explained[-1] is answer.curves[0].median
    click(page.curves, 0, 7, qtbot)
    assert (around.window.explained[-1].after, around.window.explained[-1].group) == (12, "East")
    click(page.steps, 1, 5, qtbot)
    assert around.window.explained[-1].after == answer.curves[0].steps[1].time
    qtbot.waitUntil(lambda: page.chart.shown is not None, timeout=30_000)
    box = next(box for box in reversed(page.chart.shown.boxes) if box.spot.index == 10_004)
    at = QPoint(round((box.left + box.right) / 2), round((box.top + box.bottom) / 2))
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=at)
    assert around.window.explained[-1].metric == "survival"
    assert page.chart.copies is not None


def leaving_answer() -> Leaving:
    churn, few = rate("logo_churn", 4, 40), rate("first_renewal_rate", 1, 3)
    lengths = tuple(
        LengthRow(Period.holding(PERIOD.first, kind), churn, churn, churn, churn, few) for kind in PeriodKind
    )
    mrr = Measure("silent_mrr_churn", PERIOD, Unit.FRACTION, Fraction(1, 8), 100_000, 800_000, 40)
    reasons = tuple(
        ReasonRow(name, *(replace(measure, group=name) for measure in (rate("churn_by_reason", n, 4), mrr) * 2))
        for name, n in (("rival", 3), ("", 1))
    )
    groups = (
        StayRow(
            "East",
            churn,
            rate("first_renewal_rate", 8, 20),
            against_the_rest(rate("x", 8, 20), rate("x", 50, 70)),
            churn,
            mrr,
        ),
        StayRow("", churn, few, None, churn, mrr),
    )
    kinds = (KindRow(churn, mrr), KindRow(rate("silent_logo_churn", 1, 40), mrr))
    return Leaving(PERIOD, YEAR, lengths, kinds, reasons, "region", groups)


def test_who_leaves_and_why_opens(part: Any, around: Any, qtbot: QtBot) -> None:
    page, answer = part(LeavingPart), leaving_answer()
    page.show_answer(answer)
    assert [cells(page.lengths, row)[0] for row in range(3)] == said(
        around, "Dec 2024|Q4 2024|2024", "2024年12月|2024年第4四半期|2024年"
    ).split("|")
    assert cells(page.lengths, 0)[2:4] == [
        "4.0%–23.1%" if around.window.language is Language.EN else "4.0%～23.1%",
        "40",
    ]
    click(page.lengths, 0, 4, qtbot)
    click(page.kinds, 1, 3, qtbot)
    assert around.window.explained == [answer.lengths[0].annualised, answer.kinds[1].mrr]
    assert cells(page.reasons, 1)[0] == said(around, "Reason unknown", "理由不明")
    assert cells(page.reasons, 0)[3] == "3"
    click(page.reasons, 0, 2, qtbot)
    assert around.window.explained[-1] is answer.reasons[0].mrr
    qtbot.waitUntil(lambda: page.chart.shown is not None, timeout=30_000)
    box = page.chart.shown.boxes[1]
    at = QPoint(round(box.left + 5), round((box.top + box.bottom) / 2))
    qtbot.mouseClick(page.chart, Qt.MouseButton.LeftButton, pos=at)
    assert around.window.explained[-1] is answer.reasons[1].year_accounts


def test_groups_of_first_renewals_tell_the_smallest_difference(part: Any, around: Any, qtbot: QtBot) -> None:
    page, answer = part(LeavingPart), leaving_answer()
    page.show_answer(answer)
    against = page.groups.model().index(0, 4)
    assert against.data().startswith(said(around, "lower: ", "低い："))
    smallest = answer.groups[0].against.smallest * 100 if answer.groups[0].against else 0
    assert f"{smallest:.1f}" in against.data(Qt.ItemDataRole.ToolTipRole)
    assert page.groups.model().index(1, 4).data() == ""
    click(page.groups, 0, 1, qtbot)
    assert around.window.explained[-1] is answer.groups[0].first_renewal
    page.show_answer(replace(answer, groups=(), reasons=()))
    assert not page.groups.isVisible()
    assert not page._stays.isVisible()
    assert not page.chart.isVisible()
    assert page._nobody.text() == said(around, "Nobody left, 2024", "2024年に解約したアカウントはありません")


def group(name: str, part: int, whole: int, all_: Measure) -> GroupRow:
    churn = rate("logo_churn", part, whole)
    return GroupRow(name, churn, churn, churn, against_the_rest(churn, all_))


def test_the_highest_churn_is_named_with_what_it_rests_on(around: Any, qtbot: QtBot) -> None:
    sheet = GroupRateSheet("Groups", around.window.language, around.window.currency)
    qtbot.addWidget(sheet)
    whole = rate("logo_churn", 24, 120)
    sheet.show_groups("industry", [group("Retail", 16, 40, whole), group("IT", 8, 80, whole)])
    assert sheet.highest() == said(
        around,
        "Highest churn that can be told from all others: Retail, 40.0% (16 of 40, 95% 26.3%–55.4%).",
        "他の顧客全体との差が認められる中で解約率が最も高い：Retail 40.0%（40件中16件、95%区間 26.3%～55.4%）。",
    )
    near = rate("logo_churn", 9, 80)
    sheet.show_groups("industry", [group("Retail", 5, 40, near), group("IT", 4, 40, near)])
    assert sheet.highest().startswith(
        said(around, "No group's churn", "他の顧客全体との差が認められる区分はありません")
    )
    sheet.show_groups("industry", [group("Retail", 2, 4, rate("logo_churn", 3, 8))])
    assert sheet.highest() == said(
        around, "Every group has fewer than ten: too few to compare.", "どの区分も10件未満のため比較できません。"
    )
    sheet.show_groups("plan", [replace(group("Pro", 2, 40, near), against=None)])
    assert sheet.highest() == ""


def test_two_groups_are_compared_with_what_both_rest_on(around: Any, qtbot: QtBot) -> None:
    pair = GroupPair(around.window.language)
    qtbot.addWidget(pair)
    whole = rate("logo_churn", 28, 129)
    rows = [group("Retail", 16, 40, whole), group("IT", 8, 80, whole), group("", 4, 9, whole)]
    pair.show_groups("industry", rows)
    assert not pair.isHidden()
    assert pair.said.text().startswith(
        said(
            around,
            "Retail 40.0% (16 of 40) against IT 10.0% (8 of 80): higher. Difference +30.0 pt, 95% +",
            "Retail 40.0%（40件中16件）とIT 10.0%（80件中8件）：前者が高い。差 +30.0pt、95%区間 +",
        )
    )
    pair.other.choose("")
    assert said(around, "too few to compare", "件数が少なく比較できません") in pair.said.text()
    pair.show_groups("industry", rows[::-1])
    assert (pair.one.key, pair.other.key) == ("Retail", ""), "a pair stays chosen"
    pair.other.choose("Retail")
    assert pair.said.text() == said(around, "Choose two different groups.", "異なる2つの区分を選択してください。")
    pair.show_groups("plan", [replace(row, against=None) for row in rows])
    assert pair.isHidden(), "groups that share accounts are not compared"


def test_a_tile_says_whether_a_change_is_more_than_chance(around: Any, qtbot: QtBot) -> None:
    row = TileRow(2)
    qtbot.addWidget(row)
    now, near, far = rate("logo_churn", 10, 50), rate("logo_churn", 8, 50), rate("logo_churn", 1, 80)
    tiles = [Tile(now, before, chance=against_before(now, before)) for before in (near, far)]
    row.show_tiles(tiles, around.window.language, around.window.currency)
    within, more = row._tiles
    assert said(around, "within chance", "偶然の範囲内") in within.accessibleName()
    assert within._good is None, "what may be chance is neither better nor worse"
    assert said(around, "more than chance", "偶然の範囲を超える変化") in more.accessibleName()
    assert more._good is False
    assert "20." in within.toolTip(), "the smallest change that could be seen"


def test_the_panel_says_what_few_cannot_tell(around: Any, qtbot: QtBot) -> None:
    line = FewLine(around.window.language)
    qtbot.addWidget(line)
    line.show_explanation(Explanation(rate("logo_churn", 4, 40), (), ()))
    assert "2.80 × √(p × (1 − p) × 2 ÷ n)" in line.text()
    money = Measure("net_revenue_retention", PERIOD, Unit.FRACTION, Fraction(9, 10), 90, 100, 4)
    line.show_explanation(Explanation(money, (), (), heaviest=Heaviest("サンプル", Fraction(1, 2), Fraction(4, 5))))
    assert all(figure in line.text() for figure in ("サンプル", "50.0%", "80.0%"))
    line.show_explanation(Explanation(money, (), ()))
    assert line.isHidden()
