"""Memory kept by the process between training steps, in huge pages.

A step takes and frees some gigabytes of tensors. glibc gives each back to the kernel at once, and on a virtual machine every page
fetched anew is slow: 700,000 page faults and 9.7 s a step, against 3,000 and 6.0 s with what is set here (2 cores, AMX, by hand).
glibc reads these settings when a process starts, so the process starts itself again with them.
"""

from __future__ import annotations

import os
import platform
import sys

SETTINGS = "GLIBC_TUNABLES"
KEEP_MEMORY = ":".join((
    "glibc.malloc.hugetlb=1",  # ask the kernel for transparent huge pages
    f"glibc.malloc.mmap_threshold={8 << 30}",  # no allocation is a mapping of its own
    f"glibc.malloc.trim_threshold={16 << 30}",
    "glibc.malloc.arena_max=2",  # one for each lane
))


def environment_that_keeps_memory(environment: dict[str, str], libc: str) -> dict[str, str] | None:
    """The environment to start again with; None where it is no glibc, or where these settings stand already, ours or the user's."""
    if libc != "glibc" or SETTINGS in environment:
        return None
    return {**environment, SETTINGS: KEEP_MEMORY}


def keep_memory(step: str) -> None:
    """Call first in a step's `main`, with the name of the step: replaces the process by the same command with the settings."""
    environment = environment_that_keeps_memory(dict(os.environ), platform.libc_ver()[0])
    if environment:
        os.execve(sys.executable, [sys.executable, "-m", "qagen", step, *sys.argv[1:]], environment)
