"""The id of every figure csdesk can give."""

from enum import StrEnum


class MetricId(StrEnum):
    """One id a metric, the same on the screen's links, the command line and the report. Ids never change meaning."""

    MRR = "mrr"
    ARR = "arr"
    ARPA = "arpa"
    ARR_PER_ACCOUNT = "arr_per_account"
    ACCOUNTS = "accounts"
    START_MRR = "start_mrr"
    START_ACCOUNTS = "start_accounts"
    NEW_MRR = "new_mrr"
    REACTIVATION_MRR = "reactivation_mrr"
    EXPANSION_MRR = "expansion_mrr"
    CONTRACTION_MRR = "contraction_mrr"
    CHURNED_MRR = "churned_mrr"
    NEW_ACCOUNTS = "new_accounts"
    REACTIVATED_ACCOUNTS = "reactivated_accounts"
    EXPANDED_ACCOUNTS = "expanded_accounts"
    CONTRACTED_ACCOUNTS = "contracted_accounts"
    CHURNED_ACCOUNTS = "churned_accounts"
    GROSS_MRR_CHURN = "gross_mrr_churn"
    NET_MRR_CHURN = "net_mrr_churn"
    GROSS_REVENUE_RETENTION = "gross_revenue_retention"
    NET_REVENUE_RETENTION = "net_revenue_retention"
    MRR_GROWTH = "mrr_growth"
    QUICK_RATIO = "quick_ratio"
    GROWTH_FROM_EXISTING = "growth_from_existing"
    LOGO_CHURN = "logo_churn"
    LOGO_RETENTION = "logo_retention"
    ANNUALISED_LOGO_CHURN = "annualised_logo_churn"
    RENEWAL_CHURN = "renewal_churn"
    RENEWAL_RATE = "renewal_rate"
    FIRST_RENEWAL_CHURN = "first_renewal_churn"
    FIRST_RENEWAL_RATE = "first_renewal_rate"
    AVOIDABLE_LOGO_CHURN = "avoidable_logo_churn"
    SILENT_LOGO_CHURN = "silent_logo_churn"
    REGRETTABLE_LOGO_CHURN = "regrettable_logo_churn"
    LOST_MRR_RATE = "lost_mrr_rate"
    AVOIDABLE_MRR_CHURN = "avoidable_mrr_churn"
    SILENT_MRR_CHURN = "silent_mrr_churn"
    REGRETTABLE_MRR_CHURN = "regrettable_mrr_churn"
    UPSELL_RATE = "upsell_rate"
    MEDIAN_LIFETIME = "median_lifetime"
    CMRR = "cmrr"
    CMRR_WON = "cmrr_won"
    CMRR_UPGRADES = "cmrr_upgrades"
    CMRR_WITHDRAWALS = "cmrr_withdrawals"
    CMRR_DOWNGRADES = "cmrr_downgrades"
    LTV = "ltv"
    CAC = "cac"
    LTV_TO_CAC = "ltv_to_cac"
    CAC_PAYBACK = "cac_payback"
    LTV_PLAIN = "ltv_plain"
    LTV_WITH_MARGIN = "ltv_with_margin"
    LTV_PURCHASES = "ltv_purchases"
    LTV_FREQUENCY = "ltv_frequency"
    LTV_PERCENT = "ltv_percent"
    LTV_YEARS = "ltv_years"
    LTV_LESS_COSTS = "ltv_less_costs"
    REVENUE_LESS_COSTS = "revenue_less_costs"
    COST_TO_SERVE = "cost_to_serve"
    COST_TO_SERVE_SHARE = "cost_to_serve_share"
    NPS = "nps"
    CSAT = "csat"
    CSAT_MEAN = "csat_mean"
    CSAT_TRANSACTIONAL = "csat_transactional"
    CSAT_RELATIONAL = "csat_relational"
    CES = "ces"
    CES_EASY = "ces_easy"
    NPS_DECISION_MAKERS = "nps_decision_makers"
    NPS_WEIGHTED = "nps_weighted"
    RESPONSE_RATE_NPS = "response_rate_nps"
    RESPONSE_RATE_CSAT = "response_rate_csat"
    RESPONSE_RATE_CES = "response_rate_ces"
    NEGATIVE_ACCOUNTS = "negative_accounts"
    LOOP_CLOSED = "loop_closed"
    HEALTH_MEAN = "health_mean"


class CohortMetric(StrEnum):
    """Ids of one cell of a triangle, given by its cohort and age and not by a period alone."""

    LOGO = "cohort_logo_retention"
    REVENUE = "cohort_revenue_retention"
    GROSS = "cohort_gross_revenue_retention"
    LOGIN = "cohort_login"
    VALUE = "cohort_value"
    THRESHOLD = "cohort_threshold"


class AheadId(StrEnum):
    """Ids of figures of what may come, which are given by a day and not by a period."""

    FORECAST = "forecast_mrr"
    SIGNED = "signed_mrr"
    LEAVING = "accounts_leaving"
    DUE = "renewals_due"
    KEPT = "renewals_kept"
    PAYMENTS = "payments_ahead"


class SurvivalMetric(StrEnum):
    """Ids of one place on a curve of lifetimes, given by its group and its months."""

    SHARE = "survival"


class ReasonMetric(StrEnum):
    """Ids of the share that one reason has in a period's churn."""

    ACCOUNTS = "churn_by_reason"
    MRR = "churned_mrr_by_reason"


class WhatIfMetric(StrEnum):
    """Ids of what would be if more customers stayed; given by a number of points and not by a period alone."""

    RETENTION = "what_if_retention"
    LTV = "what_if_ltv"
    MRR = "what_if_mrr"


class AnswerMetric(StrEnum):
    """Ids of what is told of answers beside the catalogue: how many gave one score."""

    WITH_SCORE = "answers_with_score"
