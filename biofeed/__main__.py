"""Lets ``python -m biofeed`` do what ``biofeed`` does."""

import sys

from biofeed.cli import main

sys.exit(main())
