"""Figures of who and what stays: churn, retention, renewals, cohorts."""
