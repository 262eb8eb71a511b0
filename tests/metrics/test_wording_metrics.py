"""Nothing that is counted lacks words, in either language."""

import string
from typing import Any

import pytest

from csdesk.metrics.context import Dimension
from csdesk.metrics.engine.movements import Movement
from csdesk.metrics.health.inputs.ids import FactorId
from csdesk.metrics.measure import Measure, Scale, Unit, Why
from csdesk.metrics.metric_ids import (
    AheadId,
    AnswerMetric,
    CohortMetric,
    MetricId,
    OutlookMetric,
    PracticeMetric,
    ReasonMetric,
    SurvivalMetric,
    WhatIfMetric,
)
from csdesk.metrics.revenue.doubts import DoubtKind
from csdesk.metrics.rules import LtvFormula
from csdesk.models.kinds import ChangeKind, Language, ReasonFamily, TimelineEvent
from csdesk.models.months import Month
from csdesk.wording import factors, kinds, lifetime_value, movements
from csdesk.wording import metrics as words
from csdesk.wording.figures import how_text

EVERY_METRIC = [
    *MetricId,
    *CohortMetric,
    *AheadId,
    *SurvivalMetric,
    *ReasonMetric,
    *OutlookMetric,
    *WhatIfMetric,
    *AnswerMetric,
    *PracticeMetric,
]


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        (words.METRICS, EVERY_METRIC),
        (words.WHY_SENTENCES, Why),
        (movements.MOVEMENTS, Movement),
        (movements.CHANGES, ChangeKind),
        (movements.REASON_FAMILIES, ReasonFamily),
        (lifetime_value.LTV_NAMES, LtvFormula),
        (kinds.TIMELINE, TimelineEvent),
        (words.DOUBTS, DoubtKind),
        (words.DIMENSIONS, Dimension),
        (factors.FACTORS, FactorId),
    ],
)
def test_tables_are_complete(table: Any, keys: Any) -> None:
    assert sorted(table) == sorted(str(key) for key in keys)


@pytest.mark.parametrize("language", Language)
def test_every_metric_is_named_and_explained(language: Language) -> None:
    names = {words.metric_name(metric, language) for metric in EVERY_METRIC}
    assert len(names) == len(EVERY_METRIC)
    for metric in EVERY_METRIC:
        assert words.metric_sentence(metric, language).endswith("。" if language is Language.JA else ".")
        filled = words.metric_formula(metric, language, part="11", whole="22", value="0.5")
        assert filled.endswith(" = 0.5")
        plain = words.metric_formula(metric, language)
        assert not set("{}") & set(plain)
        assert words.metric_definition(metric, language) == f"{words.metric_sentence(metric, language)}\n{plain}"


@pytest.mark.parametrize("language", Language)
def test_formulas_show_what_a_rate_is_made_of(language: Language) -> None:
    for entry in words.METRICS.values():
        text = entry.formula.ja if language is Language.JA else entry.formula.en
        places = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        assert places - {"how"} in ({"value"}, {"part", "value"}, {"part", "whole", "value"})
    churn = words.metric_formula("logo_churn", language, part="1", whole="20", value="5.0%")
    assert (
        churn
        == {
            Language.EN: "Accounts lost (1) ÷ accounts at start (20) = 5.0%",
            Language.JA: "解約アカウント数（1） ÷ 期首アカウント数（20） = 5.0%",
        }[language]
    )


def test_a_formula_says_of_which_months_and_which_way() -> None:
    ltv = Measure("ltv", None, Unit.MONEY, 1, over=(Month.parse("2023-12"), Month.parse("2024-05")))
    for by in ("churn", "percent"):
        said = [words.metric_formula("ltv", language, how=how_text(ltv, language), by=by) for language in Language]
        assert any("churn of Dec 2023 to May 2024" in text for text in said)
        assert any("2023年12月～2024年5月の月次解約率" in text for text in said)
    april = Measure("ltv", None, Unit.MONEY, 1, over=(Month.parse("2024-04"), Month.parse("2024-04")))
    assert [how_text(april, language) for language in (Language.EN, Language.JA)] == [" of Apr 2024", "2024年4月の"]
    for language in Language:
        told = [how_text(Measure("ces", None, Unit.SCORE, 1, scale=scale), language) for scale in Scale]
        assert len({words.metric_formula("ces", language, how=how) for how in told}) == len(Scale)
        assert how_text(Measure("mrr", None, Unit.MONEY, 1), language) == ""


@pytest.mark.parametrize("language", Language)
def test_every_formula_of_lifetime_value_is_told_apart(language: Language) -> None:
    told = {words.metric_formula(MetricId.LTV, language, by=by, part="11", value="0.5") for by in LtvFormula}
    assert len(told) == len(LtvFormula)
    assert words.metric_formula(MetricId.MRR, language, by=LtvFormula.YEARS) == words.metric_formula(
        MetricId.MRR, language
    )


@pytest.mark.parametrize("language", Language)
def test_who_left_left_for_a_reason(language: Language) -> None:
    assert movements.moved_why(None, "Merged", ReasonFamily.UNAVOIDABLE, language) == "Merged"
    assert movements.moved_why(None, "", ReasonFamily.UNKNOWN, language) == movements.REASON_FAMILIES["unknown"].say(
        language
    )
    assert movements.moved_why(None, "", None, language) == ""
    assert movements.moved_why(ChangeKind.SEATS, "", None, language) == movements.change_name("seats", language)


@pytest.mark.parametrize("language", Language)
def test_other_words(language: Language) -> None:
    for why in Why:
        assert words.why_sentence(why, language) != why
    for factor in FactorId:
        assert factors.factor_name(factor, language) != factor
        assert factors.factor_explanation(factor, language)
    for dimension in Dimension:
        assert words.dimension_name(dimension, language) != dimension


def test_a_rate_on_another_base_has_another_name() -> None:
    for metric in ("logo_churn", "logo_retention", "annualised_logo_churn"):
        names = {words.metric_name(metric, Language.EN, base) for base in ("start", "start_and_new")}
        assert len(names) == 2
    assert words.metric_name("mrr", Language.EN, "start_and_new") == "MRR"


def test_what_has_no_words_is_shown_as_it_is() -> None:
    assert words.metric_name("new_thing", Language.JA) == "new_thing"
    assert words.metric_sentence("new_thing", Language.JA) == ""
    assert words.metric_formula("new_thing", Language.JA) == ""
    assert words.metric_definition("new_thing", Language.JA) == ""
    assert factors.factor_name("own", Language.EN) == "own"
    assert factors.factor_explanation("own", Language.EN) == ""
    assert words.dimension_name("custom:Plan", Language.EN) == "Plan"
