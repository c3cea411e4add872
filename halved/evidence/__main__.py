"""Writes docs/evidence.md: python -m halved.evidence > docs/evidence.md"""

import sys

from halved.evidence.page import as_markdown

if __name__ == "__main__":
    sys.stdout.write(as_markdown())
