"""A path that is being typed never stops anything."""

from pathlib import Path

import pytest

from biofeed.display.typed_path import is_there, typed_path


def test_home_is_where_a_tilde_says() -> None:
    """Typed as in a shell."""
    assert Path.home() / "a.csv" == typed_path(" ~/a.csv ")


@pytest.mark.parametrize("text", ["~nobody-is-called-so", "~a\0b", "~" + "x" * 9_000])
def test_an_owner_whom_nobody_knows_is_taken_by_the_letter(text: str) -> None:
    """At every key of a longer name that is what is there so far."""
    assert Path(text) == typed_path(text)
    assert not is_there(typed_path(text))


def test_a_closed_folder_is_as_good_as_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What may not be looked at cannot be played."""

    def closed(self: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "exists", closed)
    assert not is_there(tmp_path)
