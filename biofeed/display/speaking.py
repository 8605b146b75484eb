"""Runs a module with the screen in another language: pictures, tests, a try.

``python -m biofeed.display.speaking LANGUAGE MODULE [ARGUMENT ...]``, as in
``python -m biofeed.display.speaking de biofeed.display.pictures OUTDIR``.
"""

import os
import runpy
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from biofeed.display.language import Language, speak


def main() -> None:
    """Run the module that is named on the command line.

    Raises
    ------
    SystemExit
        Where the language or the module is not named.
    """
    if len(sys.argv) < 3 or sys.argv[1] not in set(Language):
        sys.exit(__doc__)
    language, module = Language(sys.argv[1]), sys.argv[2]
    application = QApplication(sys.argv[:1])
    speak(application, language)
    sys.argv = [module, *sys.argv[3:]]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
