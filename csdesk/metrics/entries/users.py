"""What the people inside accounts do."""

from csdesk.metrics.entries.entry import Better, Entry, use
from csdesk.metrics.measure import Unit
from csdesk.metrics.metric_ids import MetricId
from csdesk.metrics.users import active_users, attrition, engagement, first_days

_M, _COUNT, _SHARE = MetricId, Unit.COUNT, Unit.FRACTION
_PARTS = (_M.FEATURE_ADOPTION, _M.STICKINESS, _M.USER_GROWTH)

USERS: tuple[Entry, ...] = (
    use(_M.DAILY_ACTIVE_USERS, _COUNT, active_users.daily_active_users),
    use(_M.WEEKLY_ACTIVE_USERS, _COUNT, active_users.weekly_active_users),
    use(_M.MONTHLY_ACTIVE_USERS, _COUNT, active_users.monthly_active_users),
    use(_M.DAILY_LOGIN_USERS, _COUNT, active_users.daily_login_users),
    use(_M.WEEKLY_LOGIN_USERS, _COUNT, active_users.weekly_login_users),
    use(_M.MONTHLY_LOGIN_USERS, _COUNT, active_users.monthly_login_users),
    use(_M.STICKINESS, _SHARE, active_users.stickiness),
    use(_M.STICKINESS_WEEKLY, _SHARE, active_users.stickiness_weekly),
    use(_M.USER_ATTRITION, _SHARE, attrition.user_attrition, Better.DOWN),
    use(_M.USER_RETENTION, _SHARE, attrition.user_retention),
    use(_M.USER_ATTRITION_WEEKLY, _SHARE, attrition.user_attrition_weekly, Better.DOWN),
    use(_M.USER_ATTRITION_MONTHLY, _SHARE, attrition.user_attrition_monthly, Better.DOWN),
    use(_M.USER_ATTRITION_QUARTERLY, _SHARE, attrition.user_attrition_quarterly, Better.DOWN),
    use(_M.USER_RETENTION_D1, _SHARE, first_days.user_retention_d1),
    use(_M.USER_RETENTION_D7, _SHARE, first_days.user_retention_d7),
    use(_M.USER_RETENTION_D30, _SHARE, first_days.user_retention_d30),
    use(_M.FEATURE_ADOPTION, _SHARE, engagement.feature_adoption),
    use(_M.USER_GROWTH, _SHARE, engagement.user_growth),
    use(_M.PRODUCT_ENGAGEMENT_SCORE, Unit.SCORE, engagement.product_engagement_score, made_from=_PARTS),
)
