"""`python -m tests.quick serve …` is `halved serve …` with the least work per passphrase.

For journeys, in which somebody signs in at every turn. tests/accounts/test_at_once.py and
tests/journeys/test_own_machine.py sign in at the real cost.
"""

from halved.cli import main
from halved.vault import crypto

LEAST = {"PASSPHRASE_MEMORY": 8192, "PASSPHRASE_PASSES": 1}

if __name__ == "__main__":
    for name, value in LEAST.items():
        setattr(crypto, name, value)
    main()
