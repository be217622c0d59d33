"""Allocator settings with which the process reuses memory between training steps, in huge pages.

A step allocates and frees some gigabytes of tensors. By default glibc returns them to the kernel at once, and page faults on a virtual
machine are slow: 700,000 page faults and 9.7 s per step, against 3,000 and 6.0 s with these settings (2 cores with AMX, measured once).
glibc reads the settings when a process starts, so the process starts itself again.
"""

from __future__ import annotations

import os
import platform
import sys

SETTINGS = "GLIBC_TUNABLES"
KEEP_MEMORY = ":".join((
    "glibc.malloc.hugetlb=1",  # transparent huge pages
    f"glibc.malloc.mmap_threshold={8 << 30}",  # no allocation gets its own mapping
    f"glibc.malloc.trim_threshold={16 << 30}",
    "glibc.malloc.arena_max=2",  # one per lane
))


def environment_that_keeps_memory(environment: dict[str, str], libc: str) -> dict[str, str] | None:
    """The environment for the restart; None without glibc, or if GLIBC_TUNABLES is set already (by this function or the user)."""
    if libc != "glibc" or SETTINGS in environment:
        return None
    return {**environment, SETTINGS: KEEP_MEMORY}


def keep_memory(step: str, package: str = "qagen") -> None:
    """Call this first in the `main` of a step, with the name of the step and its package. It replaces the process by the same command
    with the settings."""
    environment = environment_that_keeps_memory(dict(os.environ), platform.libc_ver()[0])
    if environment:
        os.execve(sys.executable, [sys.executable, "-m", package, step, *sys.argv[1:]], environment)
