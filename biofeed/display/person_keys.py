"""Which key does what for the person; STOP and Enter are the window's own."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt

from biofeed.display.course_acts import CourseActs
from biofeed.display.person_acts import PersonActs
from biofeed.display.question_panel import QuestionPanel
from biofeed.display.shortcuts import Act

ANSWERS = "0123456789YN"
"""Keys that stand for an answer to some question; without one they do nothing."""


def letters(
    acts: PersonActs, course: CourseActs, question: QuestionPanel
) -> Mapping[str, Act]:
    """Acts by the letter that stands for them in the row of keys."""
    return {
        "M": acts.mark,
        "U": acts.urge,
        "P": acts.toggle_pacer,
        "T": acts.toggle_tones,
        "H": acts.toggle_heart_rate,
        "R": acts.learn_anew,
        "W": acts.wait_for_strap,
        "G": acts.go_on_without_strap,
        "L": course.stay,
        "S": question.skip,
    }


def keys(
    acts: PersonActs, course: CourseActs, question: QuestionPanel
) -> Mapping[Qt.Key, Act]:
    """Acts by key: the letters, answers, and the arrows."""
    key = Qt.Key
    return {
        **{
            key[f"Key_{letter}"]: act
            for letter, act in letters(acts, course, question).items()
        },
        **{key[f"Key_{each}"]: partial(question.press, each) for each in ANSWERS},
        key.Key_Left: partial(question.step_along, -1),
        key.Key_Right: partial(question.step_along, 1),
        key.Key_Backspace: question.skip,
        key.Key_Up: acts.quicken_pacer,
        key.Key_Down: acts.slow_pacer,
    }
