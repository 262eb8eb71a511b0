"""What a person deletes."""

from types import MappingProxyType

from csdesk.models.kinds import Kind, StepName

DELETIONS = MappingProxyType(
    {
        Kind.ACCOUNT: StepName.DELETE_ACCOUNTS,
        Kind.CONTACT: StepName.DELETE_CONTACT,
        Kind.CONTRACT: StepName.DELETE_CONTRACT,
        Kind.TOUCH: StepName.DELETE_TOUCH,
        Kind.TASK: StepName.DELETE_TASK,
        Kind.ANSWER: StepName.DELETE_ANSWER,
        Kind.INVITATION: StepName.DELETE_INVITATION,
        Kind.COST: StepName.DELETE_COST,
        Kind.MARKER: StepName.DELETE_MARKER,
        Kind.PERIOD_FIGURE: StepName.DELETE_FIGURE,
        Kind.EXCHANGE_RATE: StepName.DELETE_RATE,
        Kind.HEALTH_VALUE: StepName.SET_HEALTH,
        Kind.SAVED_VIEW: StepName.DELETE_VIEW,
        Kind.GOAL: StepName.DELETE_GOAL,
        Kind.MILESTONE: StepName.DELETE_MILESTONE,
        Kind.DEAL: StepName.DELETE_DEAL,
        Kind.FEEDBACK: StepName.DELETE_FEEDBACK,
        Kind.INTERVIEW: StepName.DELETE_INTERVIEW,
        Kind.MAILING: StepName.DELETE_MAILING,
        Kind.RISK: StepName.DELETE_RISK,
        Kind.TARGET: StepName.DELETE_TARGET,
        Kind.PACK: StepName.DELETE_PACK,
        Kind.WIN: StepName.DELETE_WIN,
        Kind.PLAY: StepName.DELETE_PLAY,
    }
)
"""The kinds of row that a person deletes, and the step that does it."""
