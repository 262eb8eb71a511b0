"""What is around the code says the same as the code."""

import argparse
import re
import tomllib
import zipfile
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import csdesk
from csdesk.cli.parser import parser

LOCKS = ("requirements.txt", "requirements-dev.txt")
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def project(top: Path) -> dict[str, Any]:
    return tomllib.loads((top / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def readme(top: Path) -> str:
    return (top / "README.md").read_text(encoding="utf-8")


def pins(lock: Path) -> dict[str, str]:
    """Version of each locked package by its canonical name."""
    return {canonicalize_name(name): version for name, version in PINNED.findall(lock.read_text(encoding="utf-8"))}


def test_lock_files_hold_no_addresses(top: Path) -> None:
    locks = [path for path in top.iterdir() if re.search(r"lock|requirements|constraints", path.name)]
    assert {path.name for path in locks} >= set(LOCKS)
    assert [path.name for path in locks if "://" in path.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(top: Path, name: str) -> None:
    blocks = re.split(r"\n(?=\S)", (top / name).read_text(encoding="utf-8").strip())
    assert all(PINNED.match(block) and "--hash=sha256:" in block for block in blocks)


def test_locks_hold_what_the_project_asks_for(top: Path, project: dict[str, Any]) -> None:
    run, develop = (pins(top / name) for name in LOCKS)
    asked = [Requirement(text) for text in project["project"]["dependencies"]]
    assert all(need.specifier.contains(run[canonicalize_name(need.name)]) for need in asked)
    tools = [Requirement(text) for text in project["dependency-groups"]["dev"]]
    assert all(need.specifier.contains(develop[canonicalize_name(need.name)]) for need in tools)
    assert run.items() <= develop.items(), "the second lock installs the first as well"


def licences(top: Path) -> dict[str, str]:
    """The licence of each package in the list of what csdesk is built on."""
    text = (top / "THIRD_PARTY.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| ([a-z0-9-]+) \| (.+?) \| .+? \|$", text, re.MULTILINE))


def test_every_shipped_package_and_no_other_is_named_with_its_licence(top: Path) -> None:
    assert licences(top).keys() == pins(top / "requirements.txt").keys()


def stated(found: Distribution) -> str:
    """What a package states of its licence: in its metadata or, where those are silent, in its licence file."""
    said = [text for field in ("License-Expression", "License") for text in found.metadata.get_all(field) or ()]
    said += [text for text in found.metadata.get_all("Classifier") or () if text.startswith("License")]
    files = found.metadata.get_all("License-File") or ()
    return " ".join(said or [found.read_text(f"licenses/{file}") or "" for file in files])


def test_named_licences_are_those_that_the_packages_state(top: Path) -> None:
    installed = {canonicalize_name(found.name): found for found in distributions()}
    named = {name: licence for name, licence in licences(top).items() if name in installed}
    assert named
    said = {name: stated(installed[name]) for name in named}
    first = {name: licence.partition("-")[0].partition(" ")[0].lower() for name, licence in named.items()}
    assert {name: said[name] for name in named if first[name] not in said[name].lower()} == {}


def test_the_wheel_carries_the_resources(top: Path, tmp_path: Path) -> None:
    wheel = pytest.importorskip("hatchling.builders.wheel", reason="builds a wheel with the project's own backend")
    (built,) = wheel.WheelBuilder(str(top)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(built) as archive:
        names = set(archive.namelist())
        (metadata,) = (archive.read(name).decode() for name in names if name.endswith("dist-info/METADATA"))
        (entries,) = (archive.read(name).decode() for name in names if name.endswith("entry_points.txt"))
    resources = {
        f"csdesk/_resources/{path.relative_to(top / 'resources').as_posix()}"
        for path in (top / "resources").rglob("*")
        if path.is_file()
    }
    assert resources <= names
    assert "License-Expression: MIT" in metadata
    assert "csdeskw = csdesk.__main__:main" in entries


def test_the_shipped_font_writes_japanese(top: Path) -> None:
    fonts = top / "resources" / "fonts"
    with TTFont(fonts / "NotoSansJP-Regular.ttf") as font:
        characters = font.getBestCmap()
        family = font["name"].getDebugName(1)
    assert family == "Noto Sans JP"
    assert all(ord(letter) in characters for letter in "解約率ヘルススコアあｱ髙①㈱¥円−–●▲■○Az09")
    assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / "OFL.txt").read_text(encoding="utf-8")


def test_readme_lists_the_commands_there_are(readme: str) -> None:
    (commands,) = (action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    usages = dict(re.findall(r"^\| `csdesk ([a-z]+) ([^`]+)` \|", readme, re.MULTILINE))
    assert {name: documented(usage) for name, usage in usages.items()} == {
        name: taken(command) for name, command in commands.items()
    }
    assert "All take `--lang en|ja` and `--as-of YYYY-MM-DD`" in readme


def documented(usage: str) -> tuple[set[str], list[str]]:
    """The options and the other words in a line of the table, those that may be left out in brackets."""
    options = re.findall(r"\[?--[a-z-]+", usage)
    others = re.sub(r"\[?--[a-z-]+( [^] ]+( \.\.\.)?)?\]?", "", usage)
    return {*options}, others.split()


def taken(command: argparse.ArgumentParser) -> tuple[set[str], list[str]]:
    """The same as the parser has them, but for those that all commands take."""
    actions = {action: action.option_strings for action in command._actions}
    options = {name if action.required else f"[{name}" for action, names in actions.items() for name in names}
    forms = {"?": "[{}]", "+": "{}..."}
    others = [forms.get(str(a.nargs), "{}").format(a.metavar) for a, names in actions.items() if not names]
    common = {"[-h", "[--help", "[--lang", "[--as-of"}
    assert common <= options
    return options - common, others


def test_readme_maps_every_room(top: Path, readme: str) -> None:
    rooms = {
        path.stem for path in (top / "csdesk").iterdir() if not path.name.startswith("_") and path.suffix in {"", ".py"}
    }
    mapped = set(re.findall(r"^([a-z]+)(?:/|\.py)\s", readme, re.MULTILINE))
    assert mapped == rooms


def test_the_glossary_speaks_as_the_program_does(top: Path, readme: str) -> None:
    rooms = (path.read_text(encoding="utf-8") for path in (top / "csdesk" / "wording").rglob("*.py"))
    spoken = "\n".join((*rooms, (top / "resources" / "i18n" / "csdesk_ja.ts").read_text(encoding="utf-8")))
    glossary = readme.partition("### Glossary")[2].partition("### Decisions")[0]
    terms = [
        term for row in re.findall(r"^\|[^|]+\| ([^|]+) \|[^|]+\|$", glossary, re.MULTILINE) for term in row.split("、")
    ]
    assert len(terms) > 10
    assert [term for term in terms if term not in spoken and term not in {"日本語", "---"}] == []


def test_files_the_readme_points_to_are_there(top: Path, readme: str) -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in link]
    assert links
    assert [link for link in links if not (top / link).exists()] == []


def test_ci_runs_the_command_a_person_runs(top: Path, readme: str) -> None:
    script = (top / ".ci" / "run").read_text(encoding="utf-8")
    assert "python3 start.py test" in readme
    assert script.rstrip().endswith("python3 start.py test")


def test_the_version_is_in_the_changelog(top: Path) -> None:
    version = re.search(r'__version__ = "(.+)"', (top / "csdesk" / "__init__.py").read_text(encoding="utf-8"))
    assert version
    assert f"## {version[1]}" in (top / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_command_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"csdesk {csdesk.__version__}\n"
