"""`python -m halved`."""

from halved.cli import main

if __name__ == "__main__":  # where processes are not forked, each imports this again
    main()
