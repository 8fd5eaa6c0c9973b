"""`python -m sogni_web.run`: everything up, until Ctrl-C."""

import argparse
import sys

from sogni_web.run.supervisor import Supervisor


def main() -> int:
    """The exit code of the supervisor."""
    parser = argparse.ArgumentParser(
        prog="python -m sogni_web.run", description="Run Sogni Web on this machine until Ctrl-C."
    )
    parser.add_argument(
        "--with-parent", action="store_true", help="stop when the process that started this ends"
    )
    return Supervisor(watch_parent=parser.parse_args().with_parent).run()


if __name__ == "__main__":
    sys.exit(main())
