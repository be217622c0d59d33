"""Check the data folder against the checksums in data-files.json.

    python -m qagen check_data --data DIR [--only qa consistency]

Prints each file that is missing or differs, and ends with status 1 if there is one.
"""

from __future__ import annotations

import argparse
import sys

from ...data.data_files import fault_of, listed_files
from ...paths import add_data_option


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_data_option(parser)
    parser.add_argument("--only", nargs="+", default=[], metavar="FOLDER", help="check these folders of DIR only")
    arguments = parser.parse_args()
    try:
        files = listed_files(arguments.only)
    except ValueError as error:
        sys.exit(str(error))
    faults = [f"{file.path} {fault}" for file in files if (fault := fault_of(arguments.data, file))]
    if faults:
        sys.exit("\n".join([*faults, f"{len(faults)} of {len(files)} files are not as listed."]))
    print(f"All {len(files)} files are as listed.")
