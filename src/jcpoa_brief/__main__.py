"""``python -m jcpoa_brief``: the command line."""

import sys

from ._commands.main import main

if __name__ == "__main__":
    sys.exit(main())
