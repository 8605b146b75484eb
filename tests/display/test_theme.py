"""The theme is legible for everybody."""

import pytest

from biofeed.display.chart import HEIGHT_Z, REST_TOP_Z, line_colour
from biofeed.display.colour import contrast, luminance, mixed
from biofeed.display.theme import DARK, LIGHT, Theme, ThemeChoice, measure, resolve

GROUNDS = ("sky", "ground", "band")
THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])


def _simulated(colour: str, rows: tuple[tuple[float, ...], ...]) -> str:
    """A colour as somebody without one kind of cone sees it (linear RGB matrix)."""
    linear = [(int(colour[i : i + 2], 16) / 255) ** 2.2 for i in (1, 3, 5)]
    seen = (sum(k * c for k, c in zip(row, linear, strict=True)) for row in rows)
    return "#" + "".join(
        f"{round(255 * min(max(c, 0.0), 1.0) ** (1 / 2.2)):02x}" for c in seen
    )


# Machado, Oliveira & Fernandes 2009, severity 1.0.
DEFICIENCIES = {
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


@THEMES
@pytest.mark.parametrize("text", ["text", "muted", "stale"])
@pytest.mark.parametrize("ground", [*GROUNDS, "panel", "field"])
def test_text_stands_out_from_every_ground(
    theme: Theme, text: str, ground: str
) -> None:
    """Text reaches 4.5:1 on everything it can be drawn on (WCAG 2.2, 1.4.3)."""
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= 4.5


@THEMES
def test_words_of_the_band_stand_out_from_it(theme: Theme) -> None:
    """``your rest`` reaches 4.5:1 on the band, learned or not."""
    assert contrast(theme.band_text, theme.band) >= 4.5
    assert contrast(theme.band_text, theme.ground) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize(
    "shape",
    ["rest", "between", "height", "tip", "horizon", "breath", "edge", "focus", "past"],
)
def test_shapes_stand_out_from_the_scene(theme: Theme, shape: str, ground: str) -> None:
    """Shapes that carry meaning reach 3:1 (WCAG 2.2, 1.4.11)."""
    assert contrast(getattr(theme, shape), getattr(theme, ground)) >= 3.0


@THEMES
@pytest.mark.parametrize("shape", ["open", "ghost", "current"])
@pytest.mark.parametrize("ground", ["sky", "ground"])
def test_shapes_off_the_band_stand_out_from_the_sky(
    theme: Theme, shape: str, ground: str
) -> None:
    """Bars and earlier arcs reach 3:1 where they are drawn."""
    assert contrast(getattr(theme, shape), getattr(theme, ground)) >= 3.0


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
def test_line_stands_out_at_every_height(theme: Theme, ground: str) -> None:
    """Also the blends between the line's colours reach 3:1."""
    for step in range(21):
        z = REST_TOP_Z + (HEIGHT_Z - REST_TOP_Z) * step / 20
        assert contrast(line_colour(theme, z), getattr(theme, ground)) >= 3.0


@THEMES
@pytest.mark.parametrize("kind", sorted(DEFICIENCIES))
def test_rest_and_height_differ_without_one_cone(theme: Theme, kind: str) -> None:
    """Rest and height stay apart for the common colour deficiencies."""
    rows = DEFICIENCIES[kind]
    rest, height = _simulated(theme.rest, rows), _simulated(theme.height, rows)
    apart = sum(
        abs(int(rest[i : i + 2], 16) - int(height[i : i + 2], 16)) for i in (1, 3, 5)
    )
    assert apart >= 90


@THEMES
def test_no_colour_is_red(theme: Theme) -> None:
    """Red says alarm; nothing here does."""
    for name in theme.__dataclass_fields__:
        colour = getattr(theme, name)
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert red < 1.9 * max(green, blue) or red < 60, name


def test_mixing_keeps_the_ends() -> None:
    """A blend of nothing is the first colour, of everything the second."""
    assert mixed("#102030", "#a0b0c0", 0.0) == "#102030"
    assert mixed("#102030", "#a0b0c0", 1.0) == "#a0b0c0"


def test_black_is_darkest() -> None:
    """Luminance runs from 0 to 1."""
    assert luminance("#000000") == 0.0
    assert luminance("#ffffff") == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("width_px", "height_px", "expected"),
    [(1024, 700, 0.82), (1440, 900, 1.0), (3840, 2160, 2.4)],
)
def test_sizes_follow_the_window(
    width_px: int, height_px: int, expected: float
) -> None:
    """Small windows keep text legible, a 4K screen is filled."""
    assert measure(width_px, height_px, 1.0).scale == pytest.approx(expected)


def test_text_size_stays_within_what_was_designed() -> None:
    """A text size out of range is brought back into it."""
    assert measure(1440, 900, 7.0).text_scale == 2.0
    assert measure(1440, 900, 0.1).text_scale == 1.0


def test_a_chosen_theme_is_that_theme() -> None:
    """Dark is dark and light is light, whatever the desktop is."""
    assert resolve(ThemeChoice.DARK) is DARK
    assert resolve(ThemeChoice.LIGHT) is LIGHT
