"""A protocol file that cannot be practised is refused in one sentence, always."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from biofeed.core.protocol import TrainingProtocol
from biofeed.core.protocol_checks import problems_of
from biofeed.session.protocol_file import LARGEST_BYTES, MOST_PHASES, read_protocol
from biofeed.session.protocol_refusals import ProtocolRefused
from biofeed.session.protocols import load_protocol
from devices.phrase import phrase_of
from tests.session.own_protocol import OWN
from tests.untold import left_in_english

FILE = "own.toml"

ACTIVATE = "phase 1 of part 2 (activate)"
SETTLE = "phase 2 of part 2 (settle)"

CHANGED: dict[str, tuple[str, str, str, str, str]] = {
    # What stands there, what comes instead; phase, key, and words of the sentence.
    "unknown_in_session": ("fades =", "fade =", "", "'fade'", "is not known"),
    "unknown_in_part": ("times = 2", "time = 2", "part 2", "'time'", "times, feedback"),
    "unknown_in_phase": (
        "shortest_s = 20",
        "shortest = 20",
        "phase 2 of part 2",
        "'shortest'",
        "shortest_s",
    ),
    "name_missing": ('name = "own"', "", "", "name", "is missing"),
    "name_with_spaces": ('"own"', '"my own"', "", "name", "small letters"),
    "name_too_long": ('"own"', f'"{"o" * 33}"', "", "name", "at most 32"),
    "name_of_another": ('"own"', '"settling"', "", "name", "comes with biofeed"),
    "name_of_open": ('"own"', '"open"', "", "name", "comes with biofeed"),
    "title_empty": ('"My own"', '" "', "", "title", "1 to 40 characters"),
    "title_a_number": ('"My own"', "5", "", "title", "is 5"),
    "title_too_long": ('"My own"', f'"{"x" * 41}"', "", "title", "has 41 characters"),
    "title_steers": ('"My own"', '"My\\u001b[2J"', "", "title", "control character"),
    "title_turns": ('"My own"', '"My\\u202eown"', "", "title", "control character"),
    "ratings_a_word": (
        "asks_ratings = true",
        'asks_ratings = "yes"',
        "",
        "asks_ratings",
        "true or false",
    ),
    "length_a_word": ("= 1200", '= "long"', "", "longest_s", "is 'long'; give a num"),
    "length_true": ("= 1200", "= true", "", "longest_s", "is true"),
    "length_nan": ("= 1200", "= nan", "", "longest_s", "finite"),
    "length_endless": ("= 1200", "= inf", "", "longest_s", "finite"),
    "length_huge": ("= 1200", f"= 1{'0' * 400}", "", "longest_s", "larger than any"),
    "length_a_date": ("= 1200", "= 2024-01-01", "", "longest_s", "a date or a time"),
    "length_over": ("= 1200", "= 1801", "", "longest_s", "at most 1800"),
    "length_missing": ("longest_s = 1200", "", "", "longest_s", "is missing"),
    "times_zero": ("times = 2", "times = 0", "part 2", "times", "from 1 to 12"),
    "times_huge": ("times = 2", "times = 9999999", "part 2", "times", "from 1 to 12"),
    "times_a_share": ("times = 2", "times = 1.5", "part 2", "times", "whole number"),
    "times_three": ("times = 2", "times = 3", "part 2", "feedback", "names 2 levels"),
    "level_unknown": (
        '["full", "blind"]',
        '["full", "none"]',
        "part 2",
        "feedback",
        "'full', 'sparse' or 'blind'",
    ),
    "level_no_list": ('["full", "blind"]', '"full"', "part 2", "feedback", "a list of"),
    "level_twice": (
        "shortest_s = 20",
        'feedback = "full"',
        SETTLE,
        "feedback",
        "set by part 2",
    ),
    "kind_missing": ('kind = "settle"', "", "phase 2 of part 2", "kind", "missing"),
    "kind_unknown": ('"settle"', '"calm"', "phase 2 of part 2", "kind", "'settle'"),
    "kind_a_list": ('"settle"', "[1]", "phase 2 of part 2", "kind", "says a list"),
    "ends_missing": (
        'ends = ["settled", "time", "key"]',
        "",
        SETTLE,
        "ends",
        "is missing",
    ),
    "ends_unknown": ('"settled", "time"', '"calm", "time"', SETTLE, "ends", "'calm'"),
    "ends_by_nothing": (
        '["settled", "time", "key"]\nshortest_s = 20',
        "[]",
        SETTLE,
        "ends",
        "a phase has to end",
    ),
    "shortest_without_settled": (
        '"settled", "time"',
        '"time"',
        SETTLE,
        "shortest_s",
        "only where 'settled'",
    ),
    "activation_unknown": ('"moment"', '"fear"', ACTIVATE, "activation", "'touch'"),
    "activation_too_long": ("= 45", "= 61", ACTIVATE, "longest_s", "at most 60 s"),
    "ceiling_missing": ("ceiling_z = 7.5", "", ACTIVATE, "ceiling_z", "is missing"),
    "ceiling_low": ("= 7.5", "= 2", ACTIVATE, "ceiling_z", "above 2.5"),
    "instruction_too_long": (
        '"Go to a small moment."',
        f'"{"x" * 201}"',
        ACTIVATE,
        "instruction",
        "at most 200",
    ),
    "choices_a_text": (
        '["a message", "a look"]',
        '"a look"',
        ACTIVATE,
        "choices",
        "a list",
    ),
    "choices_mixed": (
        '["a message", "a look"]',
        '["a", 1]',
        ACTIVATE,
        "choices",
        "texts",
    ),
    "choices_many": (
        '["a message", "a look"]',
        str(["x"] * 9),
        ACTIVATE,
        "choices",
        "up to 8",
    ),
    "choice_too_long": ('"a look"', f'"{"x" * 41}"', ACTIVATE, "choices", "41 char"),
    "too_little_rest": (
        "longest_s = 150",
        "longest_s = 29",
        ACTIVATE,
        "kind",
        "120 s or more",
    ),
    "close_missing": (
        'kind = "close"',
        'kind = "rest"',
        "phase 1 of part 3 (rest)",
        "kind",
        "'close'",
    ),
    "phase_no_table": (
        '[[part.phase]]\nkind = "close"',
        'phase = 5\n[x]\nkind = "close"',
        "",
        "'x'",
        "is not known",
    ),
    "no_phase": (
        "[[part]]\ntimes",
        "[[part]]\n[[part]]\ntimes",
        "part 2",
        "phase",
        "at least one [[phase]]",
    ),
}


@pytest.mark.parametrize("case", CHANGED)
def test_the_sentence_names_file_phase_and_key(case: str, tmp_path: Path) -> None:
    """Each slip is told where it is, with what would be allowed."""
    old, new, phase, key, words = CHANGED[case]
    assert old in OWN
    file = tmp_path / FILE
    file.write_text(OWN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ProtocolRefused) as refused:
        load_protocol(str(file))
    sentence = str(refused.value)
    assert (str(file), phase, key) == (
        refused.value.file,
        refused.value.phase,
        refused.value.key,
    )
    assert sentence.startswith(f"Protocol '{file}'")
    assert [] == [part for part in (phase, key, words) if part not in sentence]
    assert_one_sentence(refused.value)


def assert_one_sentence(refused: ProtocolRefused) -> None:
    """Whole, short, safe to print, and all of it can be translated."""
    sentence = str(refused)
    assert [] == left_in_english(phrase_of(refused)), sentence
    assert sentence.isprintable(), ascii(sentence)
    assert sentence.endswith(".")
    assert None is re.search(r"\. [A-Z]", sentence)
    assert len(sentence) < 500


UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "part is missing"),
    "no_toml": (b"name = ", "is not TOML"),
    "json": (b'{"name": "own"}', "is not TOML"),
    "twice": (b"name = 'a'\nname = 'b'", "is not TOML"),
    "not_utf8": (OWN.replace("Own.", "Für").encode("latin-1"), "no text in UTF-8"),
    "utf16": (OWN.encode("utf-16"), "no text in UTF-8"),
    "binary": (bytes(range(256)), "no text in UTF-8"),
    "zeros": (b"\0" * 100, "is not TOML"),
    "deep": (b"a=[" + b"\n[" * 20_000, "nested too deeply"),
    "long_number": (b"a=" + b"9" * 900, "'a' is not known"),
    "long_line": (b"a" + b".a" * 600 + b"=1", "1000 characters in line 1"),
    "large": (b"#\n" * (LARGEST_BYTES // 2 + 1), "larger than 100 kB"),
    "part_a_number": (b"part = 5\n", "part is 5"),
    "parts_numbers": (b"part = [5]\n", "part is a list"),
    "no_parts": (b"part = []\n", "part is a list"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_is_no_protocol_is_refused(case: str) -> None:
    """Whatever the bytes are, there are words for them."""
    content, words = UNREADABLE[case]
    with pytest.raises(ProtocolRefused, match=re.escape(words)) as refused:
        read_protocol(content, FILE)
    assert_one_sentence(refused.value)


def test_a_part_cannot_lead_to_endless_phases() -> None:
    """Repeating is bounded before it is written out."""
    rests = '[[part.phase]]\nkind = "rest"\nends = ["key"]\n' * 12
    with pytest.raises(ProtocolRefused, match=f"more than {MOST_PHASES} phases"):
        read_protocol(f"[[part]]\ntimes = 12\n{rests}".encode(), FILE)


class TestNoFile:
    def test_a_name_that_is_unknown_lists_those_that_are(self) -> None:
        """A slip of the pen is seen at once."""
        with pytest.raises(ProtocolRefused, match="stay-with-it, transfer-probe, open"):
            load_protocol("setling")

    def test_a_file_that_is_missing(self, tmp_path: Path) -> None:
        """A path is no name, and gets no list of names."""
        with pytest.raises(ProtocolRefused, match="check the name and the folder"):
            load_protocol(str(tmp_path / "missing.toml"))

    def test_a_folder(self, tmp_path: Path) -> None:
        """The file in it has to be named."""
        with pytest.raises(ProtocolRefused, match="is a folder"):
            load_protocol(str(tmp_path))

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
    def test_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        """It might never say anything."""
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ProtocolRefused, match="a device or a pipe"):
            load_protocol(str(tmp_path / "pipe"))

    @pytest.mark.parametrize("name", ["", "a\0b", "x" * 5000, "a\nb.toml", "\ud800"])
    def test_what_can_be_no_name(self, name: str) -> None:
        """It is refused like any other, and printed safely."""
        with pytest.raises(ProtocolRefused) as refused:
            load_protocol(name)
        assert str(refused.value).isprintable()
        assert [] == left_in_english(phrase_of(refused.value))

    @pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() == 0,
        reason="permissions bind nobody here",
    )
    def test_a_file_that_may_not_be_read(self, tmp_path: Path) -> None:
        """The system's reason is passed on."""
        file = tmp_path / FILE
        file.write_text(OWN, encoding="utf-8")
        file.chmod(0)
        with pytest.raises(ProtocolRefused, match="permission denied"):
            load_protocol(str(file))


LINES = OWN.splitlines()
SET_LINES = [number for number, line in enumerate(LINES) if " = " in line]

toml_values = st.sampled_from(
    (
        *("0", "-1", "3", "12", "60", "1800", "1e9", "1e400", "nan", "-inf"),
        *("0xffffffffffffffffffff", "true", "1979-05-27", "07:32:00"),
        *('""', '"key"', '"blind"', '"close"', '"activate"', '"body"'),
        *('"\\u0000"', "'''a\nb'''", "{}", "{a = 1}", "[]", "[[]]"),
        *('["time"]', '["stop"]', '["blind", "blind"]'),
    )
)


def judged(content: bytes) -> TrainingProtocol | None:
    """Read a file; what is not refused in a sentence has to be practicable."""
    try:
        protocol = read_protocol(content, FILE)
    except ProtocolRefused as refused:
        assert_one_sentence(refused)
        return None
    assert () == problems_of(protocol)
    return protocol


@given(gone=st.sets(st.sampled_from(range(len(LINES))), min_size=1, max_size=4))
def test_any_line_may_be_forgotten(gone: set[int]) -> None:
    """Without some of its lines it is refused in a sentence, or still practicable."""
    kept = [line for number, line in enumerate(LINES) if number not in gone]
    judged("\n".join(kept).encode())


@given(
    changes=st.dictionaries(
        st.sampled_from(SET_LINES), toml_values, min_size=1, max_size=3
    )
)
def test_any_value_may_be_wrong(changes: dict[int, str]) -> None:
    """With other values it is refused in a sentence, or still practicable."""
    lines = list(LINES)
    for number, value in changes.items():
        key = lines[number].split(" = ")[0]
        lines[number] = f"{key} = {value}"
    judged("\n".join(lines).encode())


@given(
    cut=st.integers(0, len(OWN)),
    written=st.binary(max_size=20) | st.text(max_size=20).map(str.encode),
)
def test_any_bytes_may_stand_anywhere(cut: int, written: bytes) -> None:
    """A damaged file is refused in a sentence, or still practicable."""
    judged(OWN[:cut].encode() + written + OWN[cut:].encode())
