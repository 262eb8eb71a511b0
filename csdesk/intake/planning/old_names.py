"""An account that is renamed by its id is found again by the name that other files still call it."""

from csdesk.intake.folding import fold_name
from csdesk.intake.lookalikes import ALIASES, BETWEEN_ALIASES
from csdesk.intake.planning.ledger import Outcome
from csdesk.intake.planning.source import Shared
from csdesk.models.kinds import Kind
from csdesk.models.problems import Place


def learn_name(shared: Shared, done: Outcome, place: Place) -> None:
    """Remember an account by what a row has told of it anew. A name that it replaces is kept among those the account is
    also called, unless it says the same or is another account's too: it is part of the change, seen and undone with
    it."""
    shared.accounts.learn(done.id, done)
    for column, old, new in tuple(done.changes):
        if column != "name" or not isinstance(old, str) or not shared.accounts.alone_is_called(old, done.id):
            continue
        aliases = shared.accounts.also_called.get(done.id, "").split(BETWEEN_ALIASES)
        if old not in aliases and fold_name(old) != fold_name(str(new)):
            told = BETWEEN_ALIASES.join(filter(None, (*aliases, old)))
            done.changes += shared.ledger.offer(Kind.ACCOUNT, done.id, {}, {ALIASES: told}, place).changes
