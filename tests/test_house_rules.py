"""The rules of the house that no linter knows, read off the source itself."""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("biofeed", "calibration", "devices")

LONGEST_MODULE = 250
"""Lines besides docstrings: what one sitting takes in."""

LONGEST_FUNCTION = 40
"""Lines besides its docstring: what one screen shows."""

LONG_FOR_A_REASON = {
    # Every sentence on screen, so that one who speaks the language reads one file.
    "biofeed/display/words.py": 470,
    # And every sentence of the clinician's window.
    "biofeed/display/console_words.py": 295,
}

SAYS_NOTHING = {
    "base",
    "common",
    "data",
    "handler",
    "helper",
    "helpers",
    "info",
    "manager",
    "misc",
    "processor",
    "utils",
}
"""Names that fit every module."""

RUNS_WHAT_IT_READS = {"dill", "joblib", "marshal", "pickle", "shelve", "yaml"}
"""Modules whose files are programs, or can be."""

UNFIT_FOR_PUBLICATION = (
    # Split, so that this file does not hold what it looks for.
    "/" + "work/",
    "/" + "home/",
    "/" + "Users/",
    "pypi" + ".org",
    "python" + "hosted",
    "index" + "-url",
    "find" + "-links",
    "TO" + "DO",
    "FIX" + "ME",
)
"""Paths of one machine, hosts of registries, and promises to do it later."""

FREE_OF_THAT_RULE = {
    # A path that somebody else's file is pretended to have.
    "tests/devices/test_rr_files.py": "/" + "home/",
}

SUPPRESSED = re.compile(r"#\s*(noqa: [A-Z0-9, ]+|type: ignore\[[a-z, -]+\])(.*)$")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef


def name_of(path: Path) -> str:
    """Return a file's path inside the repository."""
    return path.relative_to(ROOT).as_posix()


@dataclass(frozen=True, slots=True)
class Source:
    """One module as it is written."""

    name: str
    stem: str
    text: str
    tree: ast.Module


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    """Return every module of the packages."""
    paths = sorted(path for name in PACKAGES for path in (ROOT / name).rglob("*.py"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return [
        Source(name_of(path), path.stem, text, ast.parse(text))
        for path, text in zip(paths, texts, strict=True)
    ]


def docstring_lines(node: ast.AST) -> int:
    """Count the lines of all docstrings in a piece of source."""
    lines = 0
    for inner in ast.walk(node):
        if not isinstance(inner, ast.Module | Documented):
            continue
        if ast.get_docstring(inner, clean=False) is not None:
            first = inner.body[0]
            assert first.end_lineno is not None
            lines += first.end_lineno - first.lineno + 1
    return lines


def functions(tree: ast.Module) -> Iterator[Function]:
    """Yield every function and method."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    """Count the lines of a function besides its docstring."""
    assert function.end_lineno is not None
    return function.end_lineno - function.lineno + 1 - docstring_lines(function)


def public(body: list[ast.stmt]) -> Iterator[Documented]:
    """Yield what others may use of a module or a class."""
    for node in body:
        if isinstance(node, Documented) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


def is_override(node: Documented) -> bool:
    """Tell whether a method is explained where it was first declared."""
    return any("override" in ast.unparse(mark) for mark in node.decorator_list)


def runs_what_it_reads(node: ast.AST) -> bool:
    """Tell whether a piece of source may run what somebody else wrote."""
    match node:
        case ast.Import(names=names):
            return any(n.name.split(".")[0] in RUNS_WHAT_IT_READS for n in names)
        case ast.ImportFrom(module=str(module)):
            return module.split(".")[0] in RUNS_WHAT_IT_READS
        case ast.Call(func=ast.Name(id=name)):
            return name in {"eval", "exec", "compile"}
        case ast.Call(func=ast.Attribute(value=ast.Name(id="os"), attr=name)):
            return name in {"system", "popen"}
        case ast.keyword(arg="shell" | "allow_pickle"):
            return True
        case _:
            return False


def test_a_module_is_read_in_one_sitting(sources: list[Source]) -> None:
    """No module is longer than the limit, but for those with a reason."""
    lengths = {
        s.name: len(s.text.splitlines()) - docstring_lines(s.tree) for s in sources
    }
    too_long = {
        name: lines
        for name, lines in lengths.items()
        if lines > LONG_FOR_A_REASON.get(name, LONGEST_MODULE)
    }
    assert {} == too_long


def test_an_exception_is_still_one(sources: list[Source]) -> None:
    """A module that has become shorter needs no reason any more."""
    long = {s.name for s in sources if len(s.text.splitlines()) > LONGEST_MODULE}
    assert set() == LONG_FOR_A_REASON.keys() - long


def test_a_function_fits_on_one_screen(sources: list[Source]) -> None:
    """No function is longer than the limit."""
    too_long = {
        (source.name, function.name): lines_of(function)
        for source in sources
        for function in functions(source.tree)
        if lines_of(function) > LONGEST_FUNCTION
    }
    assert {} == too_long


def test_a_module_says_what_it_is_for(sources: list[Source]) -> None:
    """Its first line is a whole sentence, or announces one."""
    firsts = {s.name: (ast.get_docstring(s.tree) or "").split("\n")[0] for s in sources}
    assert [] == [n for n, first in firsts.items() if not first.endswith((".", ":"))]


def test_what_others_use_is_explained(sources: list[Source]) -> None:
    """Every public class, function and method has a docstring."""
    silent = [
        (source.name, node.name)
        for source in sources
        for node in public(source.tree.body)
        if ast.get_docstring(node) is None and not is_override(node)
    ]
    assert [] == silent


def test_a_name_says_something(sources: list[Source]) -> None:
    """No module is called what every module could be called."""
    assert [] == [s.name for s in sources if SAYS_NOTHING & set(s.stem.split("_"))]


def test_a_package_holds_no_code(sources: list[Source]) -> None:
    """Importing a package runs nothing: its ``__init__`` is a docstring."""
    packages = [s for s in sources if s.stem == "__init__"]
    assert len(packages) >= len(PACKAGES)
    assert [] == [s.name for s in packages if len(s.tree.body) != 1]


def test_nothing_read_is_run(sources: list[Source]) -> None:
    """No pickle and its kin, no eval, no exec, no shell."""
    found = [s.name for s in sources if any(map(runs_what_it_reads, ast.walk(s.tree)))]
    assert [] == found


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "from yaml import load",
        "eval(text)",
        "os.system(text)",
        "run(text, shell=True)",
        "load(path, allow_pickle=True)",
    ],
)
def test_what_would_be_run_is_recognised(line: str) -> None:
    """The rule above sees each of the ways that it forbids."""
    assert any(map(runs_what_it_reads, ast.walk(ast.parse(line))))


def test_the_date_is_read_in_one_module(sources: list[Source]) -> None:
    """Only the session's clock asks what day it is; see the contract for ``time``."""
    found = {
        source.name
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute)
        and node.attr in {"now", "utcnow", "today"}
        and isinstance(node.value, ast.Name)
        and node.value.id in {"datetime", "date"}
    }
    assert {"biofeed/session/clock.py"} == found


def test_a_silenced_linter_is_told_why(sources: list[Source]) -> None:
    """Where a rule does not hold, the line says the reason."""
    silenced = [
        (source.name, line.strip(), found[2].strip(" -#()"))
        for source in sources
        for line in source.text.splitlines()
        if (found := SUPPRESSED.search(line))
    ]
    assert [] == [(name, line) for name, line, why in silenced if " " not in why]


def test_text_from_outside_is_never_read_as_markup(sources: list[Source]) -> None:
    """Labels are plain: the name of a strap or a file cannot load a picture."""
    found = [
        source.name
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Name)
        and node.id in {"QLabel", "QMessageBox", "QTextBrowser"}
    ]
    assert {"biofeed/display/plain_label.py"} == set(found)


def tracked_texts() -> list[Path]:
    """Return the files of the repository that a person can read."""
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z"],  # noqa: S607 - git of this machine
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        return []
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    pictures = {".png", ".jpg", ".svg"}
    compiled = {".qm"}
    return [p for p in paths if p.is_file() and p.suffix not in pictures | compiled]


def test_no_file_is_bound_to_one_machine() -> None:
    """No path of a machine, no registry's host and no open promise is checked in."""
    texts = tracked_texts()
    if not texts:
        pytest.skip("not a git checkout: nothing tells which files belong to it")
    found = {
        (name_of(path), word)
        for path in texts
        for word in UNFIT_FOR_PUBLICATION
        if word in path.read_text(encoding="utf-8")
        and FREE_OF_THAT_RULE.get(name_of(path)) != word
    }
    assert set() == found
