"""Write src/jcpoa_brief/data/SHA256SUMS, the digests of the data files, which ``sha256sum -c`` reads.

Files are only listed when all data is valid: loading does not try the rules between records again on listed files.

python scripts/make_sums.py            writes the file
python scripts/make_sums.py --check    says whether it is current, for CI
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from typing import Final

import data_layout
from jcpoa_brief._load.data_files import load
from jcpoa_brief._load.rules_between_records import problems
from jcpoa_brief.errors import InvalidDataError

TARGET: Final = data_layout.DATA / "SHA256SUMS"


def generated() -> str:
    """The file's text: a digest and a name a line."""
    if found := problems(load()):  # what is listed already was not tried by load
        sys.exit(str(InvalidDataError(found)))
    files = sorted(data_layout.DATA.glob("*.json"))
    return "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when the file is not current")
    if not parser.parse_args().check:
        TARGET.write_text(generated(), encoding="ascii")
    elif not TARGET.exists() or TARGET.read_text(encoding="ascii") != generated():
        sys.exit(f"{TARGET.name} is not current: run python scripts/make_sums.py")
    return 0


if __name__ == "__main__":
    sys.exit(main())
