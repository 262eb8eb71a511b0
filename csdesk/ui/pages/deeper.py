"""Deeper: questions that one figure does not answer, each with a sentence, its figure and the list behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from csdesk.models.kinds import Kind
from csdesk.ui.widgets.deeper_lists import (
    AnswersSheet,
    CutSheet,
    DiscountSheet,
    GroupSheet,
    GrownSheet,
    ProductSheet,
    ReferrerSheet,
)
from csdesk.ui.widgets.deeper_part import DeeperPart
from csdesk.ui.widgets.empty import EmptyState
from csdesk.ui.widgets.number_page import NumberPage
from csdesk.ui.widgets.part import Part
from csdesk.usecases.deeper import ranked
from csdesk.wording import deeper as say
from csdesk.wording.charts import period_name
from csdesk.wording.speech import day

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from csdesk.ui.page import Surroundings
    from csdesk.ui.widgets.figure_sheet import FigureSheet
    from csdesk.usecases.books import Book
    from csdesk.usecases.deeper import DeeperPage as Answer


class DeeperPage(NumberPage):
    """Who grew, where churn is highest, how products stand, discounts at renewal, size, fit, referrals, discounts."""

    name: ClassVar[str] = "deeper"
    depends: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.ACCOUNT, Kind.CONTRACT, Kind.PRODUCT, Kind.SETTING, Kind.EXCHANGE_RATE}
    )

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.add_split()
        self._build_groups()
        self._build_growth()
        self._build_churn()
        self._build_terms()

    def refresh(self) -> None:
        scope = self.frame.scope

        def question(book: Book) -> Answer:
            from csdesk.usecases.deeper import deeper_page

            return deeper_page(book, scope)

        self.desk.ask(self, question, self.show_answer)

    def show_answer(self, answer: Answer) -> None:
        """Show what the book answered."""
        on, name = day(answer.scope.as_of, self.language), period_name(answer.period, self.language)
        self.say(self.tr("{period}, as of {day}").format(period=name, day=on))
        self.show_empty(empty=not answer.holds)
        if answer.holds:
            self._answers.show_answers(answer.belonging.by, answer.groups)
            self._by_group.setVisible(bool(answer.groups))
            self._show_growth(answer)
            self._show_churn(answer)
            self._show_terms(answer)

    def empty_state(self) -> EmptyState:
        return EmptyState(
            "deeper",
            self.tr("Nothing to dig into yet"),
            self.tr(
                "With contracts, their amounts and dates this page tells who grows, in which industries customers "
                "leave, and what discounts cost."
            ),
            ((self.tr("Import a spreadsheet"), lambda: self.frame.open_page("import")),),
            self,
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build_groups(self) -> None:
        title = self.tr("The answers by group")
        self._by_group = Part(self.around, self)
        self._by_group.section(title, note=self.tr("By what the figures are split by, at the top of the page."))
        self._answers = AnswersSheet(title, self.language, self.currency, self)
        self._by_group.add_table(self._answers)
        self.body.addWidget(self._by_group)

    def _build_growth(self) -> None:
        title = self.tr("Who expanded")
        sheet: FigureSheet = GrownSheet(title, self.language, self.currency, self, ratio=False)
        self._expanded = self._part(title, self.tr("Which share of the customers pays more than a year ago?"), sheet)
        title = self.tr("Retention and growth by product")
        sheet = ProductSheet(title, self.language, self.currency, self)
        self._products = self._part(title, self.tr("Which products keep their customers, and which grow?"), sheet)
        title = self.tr("Size of long-standing customers")
        sheet = GrownSheet(title, self.language, self.currency, self, ratio=True)
        self._size = self._part(title, self.tr("Do customers of three years pay more than at first?"), sheet)

    def _build_churn(self) -> None:
        title = self.tr("Churn by industry")
        sheet = GroupSheet("industry", title, self.language, self.currency, self)
        self._industries = self._part(title, self.tr("In which industry do most customers leave?"), sheet)
        title = self.tr("Fit")
        sheet = GroupSheet("fit", title, self.language, self.currency, self)
        self._fit = self._part(title, self.tr("How much churn comes of selling to the wrong customer?"), sheet)

    def _build_terms(self) -> None:
        title = self.tr("Discounts at the first renewal")
        self._cut = self._part(
            title, self.tr("Do renewals win back what signing gave away?"), CutSheet(title, self.language, self)
        )
        title = self.tr("Discounts in force")
        sheet: FigureSheet = DiscountSheet(title, self.language, self.currency, self)
        self._discounts = self._part(title, self.tr("Who has which discount, and until when?"), sheet)
        title = self.tr("Referrals")
        sheet = ReferrerSheet(title, self.language, self.currency, self)
        self._referrals = self._part(title, self.tr("What do customers bring who were brought by customers?"), sheet)

    def _part(self, title: str, question: str, sheet: FigureSheet) -> DeeperPart:
        part = DeeperPart(self.around, title, question, sheet, self)
        self.body.addWidget(part)
        return part

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_growth(self, answer: Answer) -> None:
        language, belonging = self.language, answer.belonging
        said = say.expanded_sentence(answer.expanded, language)
        self._expanded.show_part(answer.expanded, said, answer.expansions, belonging)
        rates = [(row.name, row.nrr) for row in answer.products if ranked(row.logos)]
        self._products.show_part(answer.nrr, say.product_sentence(rates, language), answer.products)
        said = say.size_sentence(answer.size, self.currency, language)
        self._size.show_part(answer.size, said, answer.sizes, belonging)

    def _show_churn(self, answer: Answer) -> None:
        language = self.language
        order = [(row.name, row.churn, row.against) for row in answer.industries if ranked(row.churn)]
        few = len(answer.industries) - len(order)
        self._industries.show_part(answer.churn, say.industry_sentence(order, few, language), answer.industries)
        said = say.fit_sentence(answer.poor_fit, self.currency, language)
        self._fit.show_part(answer.poor_fit, said, answer.fits)

    def _show_terms(self, answer: Answer) -> None:
        language, currency, belonging = self.language, self.currency, answer.belonging
        self._cut.show_part(answer.cut, say.cut_sentence(answer.cut, language), answer.cuts, belonging)
        said = say.discount_sentence(answer.discount, answer.discount_rate, currency, language)
        self._discounts.show_part(answer.discount, said, answer.discounts, belonging)
        said = say.referral_sentence(answer.referred, answer.referred_share, currency, language)
        self._referrals.show_part(answer.referred, said, answer.referrers, belonging)
