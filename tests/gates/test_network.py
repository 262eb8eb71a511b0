"""No module can reach a network, nor start a program that does."""

import ast

import pytest

from .sources import imports, is_within, uses

NETWORK = {
    *("socket", "socketserver", "ssl", "http", "urllib", "urllib3", "requests", "httpx", "aiohttp", "ftplib"),
    *("smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "asyncio", "webbrowser"),
    "PySide6.QtGui.QDesktopServices",
    *("pandas.read_csv", "pandas.read_table", "pandas.read_json", "pandas.read_html", "pandas.read_xml"),
    *("pandas.read_excel", "pandas.read_parquet", "pandas.read_feather", "pandas.read_pickle"),
}
"""What opens addresses; the readers of pandas do so where they are given one."""

PROGRAMS = {
    *("subprocess", "multiprocessing", "concurrent.futures.ProcessPoolExecutor", "concurrent.futures.process", "pty"),
    *("os.system", "os.popen", "os.startfile", "os.fork", "os.forkpty", "os.posix_spawn", "os.posix_spawnp", "ctypes"),
    *(f"os.{verb}{how}" for verb in ("exec", "spawn") for how in ("l", "le", "lp", "lpe", "v", "ve", "vp", "vpe")),
    "PySide6.QtCore.QProcess",
}
UNSEEN = {"importlib", "__import__", "builtins", "runpy", "exec", "eval", "compile"}
"""What may load modules that no other gate sees."""

BANNED = NETWORK | PROGRAMS | UNSEEN
QT = {"QtCore", "QtGui", "QtWidgets", "QtSvg"}
"""The parts of Qt that know no network, but for the one class named above."""

ALLOWED = {
    ("csdesk.book.store", "urllib"): "writes a path as SQLite wants it; opens nothing",
    ("csdesk.intake.reading.workbooks", "subprocess"): "starts the child that reads untrusted workbooks",
    ("csdesk.ui.app", "importlib"): "loads the heavy libraries once the window is there",
    ("csdesk.ui.registry", "importlib"): "loads a page of ours when it is first shown",
    ("csdesk.ui.in_system", "PySide6.QtGui.QDesktopServices"): "opens a document on this computer, or shows a folder",
    ("csdesk.ui.printing", "PySide6.QtPrintSupport"): "hands pages to the system's printers once a person prints them",
}


def ways_out(tree: ast.AST) -> set[str]:
    """What in a module could reach a network, start another program, or hide that it does."""
    reached = imports(tree) | uses(tree)
    found = {banned for name in reached for banned in BANNED if is_within(name, banned)}
    parts = {name.split(".")[1] for name in reached if name.startswith("PySide6.")}
    links = {"setOpenExternalLinks" for name in reached if name.endswith(".setOpenExternalLinks")}
    return found | {f"PySide6.{part}" for part in parts - QT} | links


def test_nothing_speaks_to_a_network(trees: dict[str, ast.Module]) -> None:
    assert {(module, name) for module, tree in trees.items() for name in ways_out(tree)} == set(ALLOWED)


@pytest.mark.parametrize(
    ("source", "way"),
    [
        ("import http.client", "http"),
        ("import urllib", "urllib"),
        ("import urllib.request as r", "urllib"),
        ("from urllib import request", "urllib"),
        ("def late():\n    from socket import create_connection", "socket"),
        ("import importlib\nimportlib.import_module('socket')", "socket"),
        ("from importlib import import_module as load\nload('ssl')", "ssl"),
        ("from importlib import import_module\nimport_module(name)", "importlib"),
        ("__import__('socket')", "socket"),
        ("__import__(name)", "__import__"),
        ("exec(text)", "exec"),
        ("import os\nos.system('curl')", "os.system"),
        ("from os import popen", "os.popen"),
        ("import os as o\no.execvp('curl', [])", "os.execvp"),
        ("from subprocess import run", "subprocess"),
        ("from concurrent.futures import ProcessPoolExecutor", "concurrent.futures.ProcessPoolExecutor"),
        ("import PySide6.QtNetwork", "PySide6.QtNetwork"),
        ("from PySide6 import QtWebSockets", "PySide6.QtWebSockets"),
        ("from PySide6.QtCore import QProcess", "PySide6.QtCore.QProcess"),
        ("from PySide6.QtGui import QDesktopServices as D\nD.openUrl(u)", "PySide6.QtGui.QDesktopServices"),
        ("from PySide6 import QtGui\nQtGui.QDesktopServices.openUrl(u)", "PySide6.QtGui.QDesktopServices"),
        ("label.setOpenExternalLinks(True)", "setOpenExternalLinks"),
        ("import pandas as pd\npd.read_csv(address)", "pandas.read_csv"),
    ],
)
def test_the_gate_sees_every_way_out(source: str, way: str) -> None:
    assert way in ways_out(ast.parse(source))
