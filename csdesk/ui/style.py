"""The style sheet made from the colours: controls 28 high, radius 6, one accent.

Its first rule keeps every label and tooltip from taking text of the book for markup, which Qt would do by itself; a
label of ours with links in it has the property `markup`, and escapes what it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from csdesk.resources import resource

if TYPE_CHECKING:
    from csdesk.ui.tokens import Tokens

_SHEET = """
QLabel, QToolTip {{ qproperty-textFormat: PlainText; }}
QLabel[markup="true"] {{ qproperty-textFormat: RichText; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px 6px; }}
QPushButton, QToolButton[role="control"] {{
  min-height: 26px; padding: 0 12px; border: 1px solid {line}; border-radius: 6px; background: {raised}; }}
QToolButton[role="control"] {{ padding: 0 8px; max-height: 26px; }}
QDateEdit {{ max-height: 26px; }}
QDialog[role="floating"] {{ border: 1px solid {muted}; background: {background}; }}
QPushButton:hover, QToolButton[role="control"]:hover {{ background: {surface}; border-color: {muted}; }}
QPushButton:pressed, QToolButton[role="control"]:pressed {{ background: {selection}; }}
QPushButton:focus, QToolButton[role="control"]:focus {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {unknown}; background: {surface}; border-color: {line}; }}
QPushButton[role="main"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; font-weight: 700; }}
QPushButton[role="main"]:focus {{ border: 2px solid {text}; }}
QPushButton[role="main"]:disabled {{ background: {surface}; color: {unknown}; border-color: {line}; }}
QPushButton[role="link"], QToolButton[role="link"] {{
  border: none; background: transparent; color: {accent}; padding: 0 2px; min-height: 20px; text-align: left; }}
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus {{ text-decoration: underline; }}
QToolButton[role="control"]:checked {{ background: {selection}; border-color: {accent}; }}
QToolButton[role="quiet"] {{
  border: 1px solid transparent; border-radius: 6px; background: transparent; padding: 3px; }}
QToolButton[role="quiet"]:hover {{ background: {surface}; }}
QToolButton[role="quiet"]:focus {{ border-color: {accent}; }}
QToolButton[role="fold"] {{
  border: 1px solid transparent; border-radius: 4px; background: transparent; color: {muted}; padding: 1px 4px 1px 0;
  min-height: 20px; }}
QToolButton[role="fold"]:hover {{ color: {text}; }}
QToolButton[role="fold"]:focus {{ border-color: {accent}; }}
QToolButton[role="word"] {{
  border: none; background: transparent; color: {text}; padding: 0; min-height: 22px; text-align: left; }}
QToolButton[role="word"]:hover, QToolButton[role="word"]:focus {{ color: {accent}; text-decoration: underline; }}
QLineEdit, QComboBox, QDateEdit, QSpinBox, QDoubleSpinBox {{
  min-height: 26px; padding: 0 8px; border: 1px solid {line}; border-radius: 6px; background: {background};
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QPlainTextEdit, QTextEdit, QTextBrowser {{
  border: 1px solid {line}; border-radius: 6px; background: {background}; padding: 4px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus,
QTextEdit:focus, QTextBrowser:focus {{ border-color: {accent}; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
  width: 0; border: none; }}
QLineEdit[cell="true"] {{ border: 2px solid {accent}; border-radius: 0; padding: 0 4px; min-height: 0; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({arrow}); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ border: 1px solid {line}; background: {raised}; outline: 0; padding: 2px; }}
QCheckBox {{ spacing: 6px; }}
QCheckBox::indicator {{
  width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 3px; background: {background}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({tick}); }}
QCheckBox::indicator:focus {{ border-color: {accent}; }}
QRadioButton {{ spacing: 6px; }}
QRadioButton::indicator {{
  width: 14px; height: 14px; border: 1px solid {muted}; border-radius: 8px; background: {background}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {accent}; }}
QTableView, QListView, QTreeView {{
  border: none; background: {background}; alternate-background-color: {surface}; gridline-color: {line};
  selection-background-color: {selection}; selection-color: {text}; outline: 0; }}
QListView::item {{ padding: 4px 8px; border-radius: 4px; }}
QListView::item:selected {{ background: {selection}; color: {text}; }}
QHeaderView {{ background: {background}; border: none; }}
QHeaderView::section {{
  background: {background}; color: {muted}; border: none; border-bottom: 1px solid {line}; padding: 4px 6px; }}
QHeaderView::section:hover {{ color: {text}; }}
QTableCornerButton::section {{ background: {background}; border: none; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{
  padding: 6px 12px 7px 12px; border: none; border-bottom: 2px solid transparent; color: {muted};
  background: transparent; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTabBar QToolButton {{ border: none; background: {background}; }}
QTabBar QToolButton:hover {{ background: {surface}; }}
QSlider:horizontal {{ min-height: 20px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {line}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {accent}; }}
QSlider::handle:horizontal {{
  width: 14px; height: 14px; margin: -6px 0; border: 1px solid {accent}; border-radius: 7px; background: {raised}; }}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ background: {accent}; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; }}
QScrollArea, QScrollArea > QWidget > QWidget[role="page"] {{ border: none; background: transparent; }}
QScrollBar:vertical {{ width: 10px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; min-height: 28px; min-width: 28px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
  background: none; border: none; width: 0; height: 0; }}
QMenuBar {{ background: {surface}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; }}
QMenuBar::item:selected {{ background: {selection}; border-radius: 4px; }}
QMenu {{ background: {raised}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {selection}; color: {text}; }}
QMenu::item:disabled {{ color: {unknown}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QProgressBar {{ border: none; border-radius: 3px; background: {line}; max-height: 6px; }}
QProgressBar::chunk {{ border-radius: 3px; background: {accent}; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="small"] {{ color: {muted}; font-size: 11px; }}
QLabel[role="section"] {{ font-size: 16px; font-weight: 700; }}
QLabel[role="heading"] {{ font-weight: 700; }}
QLabel[role="value"] {{ font-size: 15px; font-weight: 700; }}
QLabel[role="figure"] {{ font-size: 22px; font-weight: 700; }}
QLabel[role="bad"] {{ color: {bad}; }}
QLabel[role="good"] {{ color: {good}; }}
QFrame[role="card"] {{ background: {raised}; border: 1px solid {line}; border-radius: 6px; }}
QFrame[role="bar"] {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}
QFrame[role="banner"] {{ background: {selection}; border: none; border-bottom: 1px solid {line}; }}
QFrame[role="rail"] {{ background: {surface}; border: none; border-right: 1px solid {line}; }}
QToolButton[role="rail"] {{
  border: 1px solid transparent; border-radius: 6px; background: transparent; color: {muted}; padding: 5px 5px;
  text-align: left; }}
QToolButton[role="rail"][narrow="false"] {{ qproperty-toolButtonStyle: ToolButtonTextBesideIcon; }}
QToolButton[role="rail"][narrow="true"] {{ qproperty-toolButtonStyle: ToolButtonIconOnly; }}
QToolButton[role="rail"]:hover {{ color: {text}; background: {background}; }}
QToolButton[role="rail"]:checked {{ color: {text}; background: {selection}; font-weight: 700; }}
QToolButton[role="rail"]:focus {{ border-color: {accent}; }}
QToolButton[role="rail"]:disabled {{ color: {unknown}; }}
QFrame[role="strip"] {{ background: {surface}; border: none; border-top: 1px solid {line}; }}
QFrame[role="toast"] {{ background: {text}; border: none; border-radius: 6px; }}
QFrame[role="toast"] QLabel {{ color: {background}; }}
QPushButton[role="toast"] {{
  background: transparent; border: 1px solid {background}; color: {background}; min-height: 22px; padding: 0 10px; }}
QPushButton[role="toast"]:hover, QPushButton[role="toast"]:focus {{ background: {muted}; color: {background}; }}
QToolButton[role="toast"] {{
  border: 1px solid transparent; background: transparent; border-radius: 6px; padding: 3px; }}
QToolButton[role="toast"]:hover, QToolButton[role="toast"]:focus {{ border-color: {background}; }}
QFrame[role="trouble"] {{ background: {bad_tint}; border: 1px solid {bad}; border-radius: 6px; }}
QToolButton[role="door"] {{
  background: {raised}; border: 1px solid {line}; border-radius: 6px; padding: 10px; color: {text}; }}
QToolButton[role="door"]:hover, QToolButton[role="door"]:focus {{ border-color: {accent}; background: {surface}; }}
QFrame[role="bone"] {{ background: {line}; border: none; border-radius: 4px; }}
QFrame[role="rule"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
"""


def sheet(chosen: Tokens) -> str:
    """The style sheet in these colours."""
    tick = "tick-dark" if chosen.on_accent != chosen.background else "tick-light"
    return _SHEET.format(**chosen._asdict(), arrow=_picture("arrow"), tick=_picture(tick))


def _picture(name: str) -> str:
    return resource("icons", f"{name}.svg").as_posix()
