#!/usr/bin/env python3
"""Lines and branches of core/ that the tests reach, from llvm-cov's record:   coverage.py LCOV_FILE

Names each line that no test reaches. One that cannot be reached stands in unreached.json, by file and text, with its reason.
Exits 1 where a line is neither reached nor named there, where a name there is out of date, or under 95 branches in 100.
"""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def read(path):
    """{file: ({line: count}, {branch: count})}. What several template instances share is reached where one of them reaches it."""
    found, lines, branches = {}, {}, {}
    for row in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        kind, _, rest = row.partition(":")
        if kind == "SF":
            lines, branches = found.setdefault(str(pathlib.Path(rest).resolve().relative_to(ROOT)), ({}, {}))
        elif kind == "DA":
            line, count = rest.split(",")[:2]
            lines[int(line)] = max(lines.get(int(line), 0), int(count))
        elif kind == "BRDA":
            line, block, branch, count = rest.split(",")
            key = (int(line), block, branch)
            branches[key] = max(branches.get(key, 0), 0 if count == "-" else int(count))
    return found


def main():
    found = read(sys.argv[1])
    reasons = json.loads((pathlib.Path(__file__).parent / "unreached.json").read_text(encoding="utf-8"))
    unused = {(file, text) for file, texts in reasons.items() for text in texts}
    all_lines = reached = all_branches = taken = named = 0
    unnamed = []
    for file, (lines, branches) in sorted(found.items()):
        source = (ROOT / file).read_text(encoding="utf-8").split("\n")
        missed = [line for line, count in sorted(lines.items()) if count == 0]
        missed_branches = sum(count == 0 for count in branches.values())
        all_lines, reached = all_lines + len(lines), reached + len(lines) - len(missed)
        all_branches, taken = all_branches + len(branches), taken + len(branches) - missed_branches
        print(f"{file}: {len(lines) - len(missed)} of {len(lines)} lines, {len(branches) - missed_branches} of {len(branches)} branches")
        for line in missed:
            text = source[line - 1].strip()
            has_reason = text in reasons.get(file, {})
            unused.discard((file, text))
            named += has_reason
            print(f"   not reached: {file}:{line}: {text}" + (f"   ({reasons[file][text]})" if has_reason else ""))
            # A bracket alone belongs to the line before it.
            if not has_reason and text.strip("{}();"):
                unnamed.append((file, line))
    for file, text in sorted(unused):
        print(f"named as unreached, yet reached or gone: {file}: {text}")
    share = taken / all_branches if all_branches else 0
    print(f"coverage of core: {reached} of {all_lines} lines ({100 * reached / max(1, all_lines):.2f} %), {named} named as unreached, "
          f"{len(unnamed)} neither; {taken} of {all_branches} branches ({100 * share:.2f} %)")
    sys.exit(bool(unnamed) or bool(unused) or share < 0.95)


if __name__ == "__main__":
    main()
