#!/usr/bin/env python3
"""Writes the seeds of a fuzz target from what is in the tree:   seeds.py TARGET FOLDER"""
import json
import pathlib
import struct
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def cases(node):
    """Every case in a sheet, wherever it stands."""
    if isinstance(node, dict):
        if "as_of" in node and ("facts" in node or "items" in node) and "entitlements" not in node:
            yield node
        for child in node.values():
            yield from cases(child)
    elif isinstance(node, list):
        for child in node:
            yield from cases(child)


def seeds(target):
    if target == "pack_reader":
        for folder in ("core/policies", "tests/packs"):
            for path in sorted((ROOT / folder).glob("*.json")):
                yield path.read_bytes()
        yield b'{"id":"x","name":"X","checked_on":"2026-01-01","sources":[],"clauses":{},"facts":{},"rules":[]}'
    elif target == "dates":
        for day in ("1970-01-01", "2024-02-29", "2026-03-31", "2199-12-31", "2026-02-30"):
            for length, flags in ((0, 0), (15, 1), (1, 2), (1, 3), (20, 5), (1 << 62, 0)):
                yield day.encode() + struct.pack("<q", length) + bytes([flags])
            yield day.encode()
    else:
        for path in sorted((ROOT / "tests/cases").glob("*.json")):
            for one in cases(json.loads(path.read_text(encoding="utf-8"))):
                yield json.dumps(one, separators=(",", ":")).encode()


def main():
    target, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, text in enumerate(seeds(target), 1):
        (folder / f"seed-{count:04}").write_bytes(text)
    if not count:
        sys.exit(f"no seed for {target}")


if __name__ == "__main__":
    main()
