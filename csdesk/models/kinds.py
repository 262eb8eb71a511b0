"""The closed lists a book is built on; every value is the text stored in the file."""

from enum import StrEnum


class Kind(StrEnum):
    """One kind of row a person keeps; the value is the name of its table."""

    __hash__ = str.__hash__  # an Enum's own is written in Python, and kinds are keys by the hundred thousand

    ACCOUNT = "account"
    PERSON = "person"
    CONTACT = "contact"
    PRODUCT = "product"
    CONTRACT = "contract"
    TOUCH = "touch"
    TASK = "task"
    MEASURE = "measure"
    USE = "use"
    TICKET = "ticket"
    ANSWER = "answer"
    INVOICE = "invoice"
    COST = "cost"
    MARKER = "marker"
    SETTING = "setting"
    CUSTOM_FIELD = "custom_field"
    CUSTOM_VALUE = "custom_value"
    BATCH = "batch"
    SOURCE = "source"
    MATCHING = "matching"
    SAVED_VIEW = "saved_view"
    HEALTH_VALUE = "health_value"
    HEALTH_DAY = "health_day"
    GOAL = "goal"
    MILESTONE = "milestone"
    DEAL = "deal"
    FEEDBACK = "feedback"
    INTERVIEW = "interview"
    MAILING = "mailing"
    EXCHANGE_RATE = "exchange_rate"
    PERIOD_FIGURE = "period_figure"
    INVITATION = "invitation"
    DEFINITION = "definition"
    MERGE = "merge"
    RISK = "risk"
    PLAY = "play"
    PLAY_STEP = "play_step"
    PLAY_RUN = "play_run"
    HEALTH_OVERRIDE = "health_override"
    TARGET = "target"
    PACK = "pack"
    WIN = "win"


class Tier(StrEnum):
    """Touch model of an account."""

    HIGH = "high"
    LOW = "low"
    TECH = "tech"


class Fit(StrEnum):
    """Whether the account is the customer the product is made for."""

    GOOD = "good"
    POOR = "poor"


class TouchType(StrEnum):
    """How the customer was met."""

    CALL = "call"
    EMAIL = "email"
    MEETING = "meeting"
    VISIT = "visit"
    CHAT = "chat"
    QBR = "qbr"
    TRAINING = "training"
    WEBINAR = "webinar"
    NEWSLETTER = "newsletter"
    NOTE = "note"
    OTHER = "other"


class LineStatus(StrEnum):
    """Standing of a contract line; what counts as MRR follows from it and its dates."""

    ACTIVE = "active"
    PAST_DUE = "past_due"
    PAUSED = "paused"
    TRIAL = "trial"


class Charge(StrEnum):
    """What kind of charge a contract line is; only RECURRING lines are MRR."""

    RECURRING = "recurring"
    ONE_OFF = "one_off"
    USAGE = "usage"


class EndReading(StrEnum):
    """How the source meant its end date: the last day of service, or the first day without it."""

    LAST_DAY = "last_day"
    DAY_AFTER = "day_after"


class ReasonFamily(StrEnum):
    """First level of churn and contraction reasons."""

    ADOPTION = "adoption"
    FIT = "fit"
    GAP = "gap"
    UNAVOIDABLE = "unavoidable"
    RIVAL = "rival"
    PRICE = "price"
    RELATIONSHIP = "relationship"
    UNKNOWN = "unknown"


class ChangeKind(StrEnum):
    """Why MRR of a paying account rose or fell: more or better of what it has, something beside it, or a loss."""

    UPSELL = "upsell"
    CROSS_SELL = "cross_sell"
    ADD_ON = "add_on"
    SEATS = "seats"
    PRICE = "price"
    DISCOUNT = "discount"
    PAUSE = "pause"
    DOWNGRADE = "downgrade"
    DROPPED = "dropped"
    LONGER_TERM = "longer_term"
    UNKNOWN = "unknown"


class Survey(StrEnum):
    """Question asked: NPS 0-10, CSAT 1-5, CES 1-7."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"


class SurveyRelation(StrEnum):
    """Whether an answer is about one event or about the relationship."""

    TRANSACTIONAL = "transactional"
    RELATIONAL = "relational"


class EffortDirection(StrEnum):
    """What a high CES means."""

    HIGH_IS_EASY = "high_is_easy"
    HIGH_IS_HARD = "high_is_hard"


class Priority(StrEnum):
    """Priority of a ticket."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


class CostPurpose(StrEnum):
    """What money was spent for."""

    ACQUISITION = "acquisition"
    RETENTION = "retention"
    OTHER = "other"


class MarkerKind(StrEnum):
    """A dated event that charts show."""

    RELEASE = "release"
    PRICE = "price"
    POSITIONING = "positioning"


class UseGrain(StrEnum):
    """What one use row covers."""

    EVENT = "event"
    DAY = "day"
    MONTH = "month"


class DealOutcome(StrEnum):
    """How a deal stands."""

    OPEN = "open"
    WON = "won"
    LOST = "lost"


class DealReview(StrEnum):
    """What customer success says of a deal in progress."""

    CLEARED = "cleared"
    VETOED = "vetoed"
    CONDITIONS = "conditions"


class FeedbackKind(StrEnum):
    """What a customer's word on the product is: of success at its limits, of what fails, a question, of its price."""

    STRETCH = "stretch"
    FAILURE = "failure"
    QUESTION = "question"
    PRICE = "price"
    OTHER = "other"


class TimelineEvent(StrEnum):
    """What happened to an account beside touches and answers, on a day."""

    CONTRACT_START = "contract_start"
    CONTRACT_END = "contract_end"
    TICKET = "ticket"
    INVOICE = "invoice"
    INTERVIEW = "interview"
    FEEDBACK = "feedback"
    SCORE = "score"


class Band(StrEnum):
    """Health of an account in one word."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    UNKNOWN = "unknown"


class Language(StrEnum):
    """Languages of every word csdesk shows or writes."""

    EN = "en"
    JA = "ja"


class StepName(StrEnum):
    """What a person did, as the undo menu and the history name it."""

    NEW_BOOK = "new_book"
    DEMO = "demo"
    RESCUE = "rescue"
    IMPORT = "import"
    ADD_ACCOUNT = "add_account"
    EDIT_ACCOUNTS = "edit_accounts"
    DELETE_ACCOUNTS = "delete_accounts"
    ADD_CONTACT = "add_contact"
    EDIT_CONTACT = "edit_contact"
    DELETE_CONTACT = "delete_contact"
    ADD_CONTRACT = "add_contract"
    EDIT_CONTRACT = "edit_contract"
    DELETE_CONTRACT = "delete_contract"
    LOG_TOUCH = "log_touch"
    EDIT_TOUCH = "edit_touch"
    DELETE_TOUCH = "delete_touch"
    ADD_TASK = "add_task"
    EDIT_TASK = "edit_task"
    FINISH_TASK = "finish_task"
    SNOOZE_TASK = "snooze_task"
    DELETE_TASK = "delete_task"
    ADD_PERSON = "add_person"
    EDIT_PERSON = "edit_person"
    ADD_COST = "add_cost"
    EDIT_COST = "edit_cost"
    DELETE_COST = "delete_cost"
    DELETE_FIGURE = "delete_figure"
    ADD_RATE = "add_rate"
    EDIT_RATE = "edit_rate"
    DELETE_RATE = "delete_rate"
    ADD_MARKER = "add_marker"
    EDIT_MARKER = "edit_marker"
    DELETE_MARKER = "delete_marker"
    ADD_ANSWER = "add_answer"
    EDIT_ANSWER = "edit_answer"
    DELETE_ANSWER = "delete_answer"
    ADD_INVITATION = "add_invitation"
    DELETE_INVITATION = "delete_invitation"
    SET_HEALTH = "set_health"
    CHANGE_SETTINGS = "change_settings"
    CHANGE_WHAT_IF = "change_what_if"
    TELL_MATURITY = "tell_maturity"
    CHANGE_DEFINITIONS = "change_definitions"
    SIGN_DEFINITIONS = "sign_definitions"
    JUDGE_MEASURES = "judge_measures"
    SAVE_VIEW = "save_view"
    DELETE_VIEW = "delete_view"
    ADD_GOAL = "add_goal"
    EDIT_GOAL = "edit_goal"
    ADD_MILESTONE = "add_milestone"
    EDIT_MILESTONE = "edit_milestone"
    ADD_DEAL = "add_deal"
    EDIT_DEAL = "edit_deal"
    ADD_FEEDBACK = "add_feedback"
    EDIT_FEEDBACK = "edit_feedback"
    ADD_INTERVIEW = "add_interview"
    EDIT_INTERVIEW = "edit_interview"
    ADD_MAILING = "add_mailing"
    EDIT_MAILING = "edit_mailing"
    DELETE_GOAL = "delete_goal"
    DELETE_MILESTONE = "delete_milestone"
    DELETE_DEAL = "delete_deal"
    DELETE_FEEDBACK = "delete_feedback"
    DELETE_INTERVIEW = "delete_interview"
    DELETE_MAILING = "delete_mailing"
    EDIT_LAYOUT = "edit_layout"
    FORGET_LAYOUT = "forget_layout"
    COMPLETE_DATA = "complete_data"
    LEAVE_AS_IS = "leave_as_is"
    DISMISS_SIGNAL = "dismiss_signal"
    ADD_RISK = "add_risk"
    EDIT_RISK = "edit_risk"
    DELETE_RISK = "delete_risk"
    DELETE_PLAY = "delete_play"
    NOTE_CAUSE = "note_cause"
    ADD_PLAY = "add_play"
    EDIT_PLAY = "edit_play"
    START_PLAY = "start_play"
    END_PLAY = "end_play"
    SET_TARGET = "set_target"
    DELETE_TARGET = "delete_target"
    WRITE_PACK = "write_pack"
    EDIT_PACK = "edit_pack"
    DELETE_PACK = "delete_pack"
    ADD_WIN = "add_win"
    EDIT_WIN = "edit_win"
    DELETE_WIN = "delete_win"
    SETTLE_DUE = "settle_due"
    PUT_OFF_DUE = "put_off_due"
    JOIN_ACCOUNTS = "join_accounts"
    TAKE_BACK = "take_back"
    MERGE = "merge"
    PUT_BACK = "put_back"
    ERASE = "erase"
