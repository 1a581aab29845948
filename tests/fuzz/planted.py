#!/usr/bin/env python3
"""Would the fuzzers find a fault? Plants one for each target in a copy of the tree and lets the target look for it:

    planted.py FOLDER SECONDS

The copy is made in FOLDER and never touches the tree. Exits 1 where a fault is not found, or where the tree as it is has one.
"""
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
# target, file, what stands there, what is planted, in words
PLANTED = [
    ("dates", "core/src/dates/calendar.cpp", "    if (count > 12LL * 230) return false;", "", "a sum of months may run past the years that 16 bits hold"),
    ("case_reader", "core/src/dates/date.cpp", "result < first_date || result > last_date", "result < first_date", "a day after 2199 is read"),
    ("pack_reader", "core/src/reading/pack_symbols.cpp", "if ((id.empty() && !place.can_be_nameless()) ||", "if (!id.empty() ||", "a name that nothing in the pack has is let through"),
    ("cpp_types", "core/src/evaluation/bind_facts.cpp", "if (order_.as_of < first_date || order_.as_of > last_date)", "if (order_.as_of < first_date)",
     "a day of the question after 2199 is answered"),
    ("whole_check", "core/src/evaluation/world.cpp", "least = after.least, most = after.most;", "least = after.most, most = after.least;",
     "the least and the most of a length change places"),
]


def run(command, tree, **more):
    return subprocess.run(command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, **more)


def build(tree, target):
    done = run(["cmake", "--build", "build/fuzz", "-j2", "--target", f"fuzz_{target}"], tree)
    if done.returncode != 0:
        sys.exit(done.stdout[-3000:])


def fuzz(tree, target, seconds):
    shutil.rmtree(tree / "build/fuzz/corpus", ignore_errors=True)
    return run(["tests/fuzz/run", target, seconds], tree)


def main():
    tree, seconds = pathlib.Path(sys.argv[1]), sys.argv[2]
    for part in ("core", "tests/fuzz", "tests/cases", "tests/packs"):
        shutil.rmtree(tree / part, ignore_errors=True)
        shutil.copytree(ROOT / part, tree / part, copy_function=shutil.copy)  # of now, so that all is built anew
    for file in ("CMakeLists.txt", "CMakePresets.json"):
        shutil.copy(ROOT / file, tree / file)
    configured = run(["cmake", "--preset", "fuzz"], tree)
    if configured.returncode != 0:
        sys.exit(configured.stdout)
    missed = 0
    for target, file, there, planted, what in PLANTED:
        place = tree / file
        text = place.read_text(encoding="utf-8")
        if text.count(there) != 1:
            sys.exit(f"planted: {file} has changed: {there!r} stands there {text.count(there)} times")
        build(tree, target)
        clean = fuzz(tree, target, "5")
        place.write_text(text.replace(there, planted), encoding="utf-8")
        build(tree, target)
        found = fuzz(tree, target, seconds)
        place.write_text(text, encoding="utf-8")
        good = clean.returncode == 0 and found.returncode == 1
        missed += not good
        print(f"{'found' if good else 'NOT FOUND'} by {target}: {what} ({file})")
        print("   " + found.stdout.strip().replace("\n", "\n   "), flush=True)
    print(f"planted: {len(PLANTED) - missed} of {len(PLANTED)} found")
    sys.exit(missed > 0)


if __name__ == "__main__":
    main()
