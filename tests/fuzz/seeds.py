#!/usr/bin/env python3
"""Writes the seeds of a fuzz target from what is in the tree:   seeds.py TARGET FOLDER"""
import json
import pathlib
import struct
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
LONGEST_PACK = 8192  # bytes; as in tests/fuzz/run


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


def named_in(node):
    """Every text in it."""
    if isinstance(node, dict):
        return set(node).union(*map(named_in, node.values()))
    return set().union(*map(named_in, node)) if isinstance(node, list) else {node} if isinstance(node, str) else set()


def parts_of(pack):
    """Small packs out of a large one, a remedy and a slot each: a whole one is so large that the fuzzer crawls."""
    for remedy in pack["remedies"]:
        one = remedy["id"]
        ours = [{**node, **({"for": [one]} if "for" in node else {})} for node in [*pack["rules"], *pack["steps"]] if one in node.get("for", [one])]
        steps = [node for node in ours if "slot" not in node]
        slots_of = lambda node: [node["slot"]] if isinstance(node.get("slot"), str) else node.get("slot", [])
        for slot in sorted({slot for node in ours for slot in slots_of(node)}):
            rules = [node for node in ours if slot in slots_of(node)][:8]
            kept = {rule["id"] for rule in rules}
            rules = [{**rule, "overrides": [name for name in rule["overrides"] if name in kept]} if "overrides" in rule else rule for rule in rules]
            path = steps if slot == "window" or slot in {step["id"] for step in steps} else []
            small = {**pack, "remedies": [remedy if path else {key: value for key, value in remedy.items() if key != "refund_step"}], "rules": rules, "steps": path}
            small["conflicts"] = {name: {**conflict, "for": [one]} if "for" in conflict else conflict
                                  for name, conflict in pack.get("conflicts", {}).items() if name in named_in(rules)}
            names = named_in([small["remedies"], rules, path, small["conflicts"]])
            small["facts"] = {name: fact for name, fact in pack["facts"].items() if name in names}
            small["shared"] = [node for node in pack.get("shared", []) if node["fact"] in small["facts"]]
            names |= named_in(small["shared"])
            small["clauses"] = {name: clause for name, clause in pack["clauses"].items() if name in names}
            small["sources"] = {name: pack["sources"][name] for name in sorted({clause["source"] for clause in small["clauses"].values()})}
            small["advice"] = [code for code in pack.get("advice", []) if code in names]
            small["evidence"] = [code for code in pack.get("evidence", []) if code in names]
            text = json.dumps(small, separators=(",", ":")).encode()
            if len(text) <= LONGEST_PACK:
                yield text


def seeds(target):
    if target == "pack_reader":
        for folder in ("core/packs", "tests/packs"):
            for path in sorted((ROOT / folder).glob("*.json")):
                text = path.read_bytes()
                if len(text) <= LONGEST_PACK:
                    yield text
                elif "rules" in (pack := json.loads(text)):
                    yield from parts_of(pack)
        yield b'{"id":"x","name":"X","checked_on":"2026-01-01","sources":[],"clauses":{},"facts":{},"rules":[]}'
    elif target == "dates":
        for day in ("1970-01-01", "2024-02-29", "2026-03-31", "2199-12-31", "2026-02-30"):
            for length, flags in ((0, 0), (15, 1), (1, 2), (1, 3), (20, 5), (1 << 62, 0)):
                yield day.encode() + struct.pack("<q", length) + bytes([flags])
            yield day.encode()
    elif target == "cpp_types":
        for seed in range(64):  # as the target reads them: an order of a few facts and items
            yield bytes((seed * 31 + i * i * 7 + i) % 254 + 1 for i in range(40 + 2 * seed))
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
