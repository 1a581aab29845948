#!/usr/bin/env python3
"""Do the tests bite? Changes the sources of core/src in one place each, rebuilds that file and runs the unit tests; what outlives
them meets samples of two proofs, the second opinion and the decision space.

    core.py [--count N] [--seed N] [--minutes N] [--jobs N] [--file NAME] [--again]

Wants the native build and build/proof. Without --count: all of them, going on where an earlier run on the same sources ended; then --minutes
ends a run in time and --again asks those anew that lived without a reason, which is what new tests are for. A mutant that lives must stand in
explained_core.json with its reason. Exits 1 where fewer than 95 in 100 were killed or one lives without a reason; a sample
(--count), where fewer than 80 were or one lives without a reason: it shows at once when tests have stopped biting.
builtin.cpp is left out (no decision in it), and so are archived_dictionary.cpp (no part of the native build) and the program in
core/cli (tested by its pipes).
"""
import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import resource
import shlex
import shutil
import subprocess
import sys
import threading
import time

from changes import changes

ROOT = pathlib.Path(__file__).resolve().parents[2]
NATIVE = ROOT / "build/native"
WORK = ROOT / "build/mutation"
LEFT_OUT = ("builtin.cpp", "archived_dictionary.cpp")
# Seconds of work, so that a busy machine is no fault. A mutant that never ends dies of it even where this program was ended first.
LONGEST = 60  # a stage takes some ten seconds on a busy machine; a mutant that never ends is stopped
LONGEST_BUILD = 120


def run(command, longest=LONGEST_BUILD, **more):
    """The status, or None where it took too long."""

    def limits():
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (longest, longest))

    try:
        return subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=NATIVE, timeout=10 * longest, preexec_fn=limits, check=False,
                              **more).returncode
    except subprocess.TimeoutExpired:
        return None


class Build:
    """How the native build compiles each file and links the tests; read from CMake's own record."""

    def __init__(self):
        record = json.loads((NATIVE / "compile_commands.json").read_text(encoding="utf-8"))
        self.commands = {pathlib.Path(one["file"]).name: shlex.split(one["command"]) for one in record if "/core/src/" in one["file"]}
        self.objects = sorted(str(path) for path in (NATIVE / "tests/CMakeFiles/returnable_tests.dir").rglob("*.o"))
        self.libraries = [str(NATIVE / "core/libreturnable.a"), *sorted(str(path) for path in NATIVE.rglob("libgtest*.a"))]
        if not self.objects:
            sys.exit("mutation: build/native has no tests; build them first (scripts/build native)")
        self.main = str(NATIVE / "core/CMakeFiles/returnable_program.dir/cli/main.cpp.o")
        self.walk = sorted(str(path) for path in (ROOT / "build/proof/CMakeFiles/exhaustive.dir").glob("*.o"))
        if not self.walk or not pathlib.Path(self.main).exists():
            sys.exit("mutation: the program or build/proof is not built (scripts/build native; scripts/prove mutation builds the other)")
        # Debian's own Python is the one that has Debian's numpy.
        self.python = next((one for one in (sys.executable, "/usr/bin/python3") if run([one, "-c", "import numpy"]) == 0), sys.executable)
        self.read_headers_once()

    def read_headers_once(self):
        """The standard library's headers are most of what is compiled: precompiled, for all files alike."""
        WORK.mkdir(parents=True, exist_ok=True)
        self.headers = WORK / "headers.h"
        texts = [path.read_text(encoding="utf-8") for path in (ROOT / "core").rglob("*") if path.suffix in (".h", ".cpp")]
        names = sorted({name for text in texts for name in re.findall(r"^#include (<\w+>)$", text, re.MULTILINE)})
        self.headers.write_text("".join(f"#include {name}\n" for name in names), encoding="utf-8")
        plain = next(iter(self.commands))
        run([*self.words(plain), "-x", "c++-header", str(self.headers), "-o", str(self.headers) + ".gch"])

    def words(self, name):
        words = self.commands[name]
        kept = [word for word in words[:words.index("-o")] if word != "-Werror" and not word.startswith(("-O", "-W"))]
        return [*kept, "-w", "-O1", "-D_GLIBCXX_ASSERTIONS"]

    def compile(self, name, source, target):
        return [*self.words(name), "-include", str(self.headers), "-c", str(source), "-o", str(target)]

    def link(self, target, objects, program):
        # The mutant comes before the library, so that the library's own copy of the file is never asked for.
        quick = ["-fuse-ld=lld"] if shutil.which("ld.lld") else []
        return ["c++", *quick, str(target), *objects, *self.libraries, "-lpthread", "-o", str(program)]

    def proofs(self, target, folder):
        """What outlived the unit tests meets samples of the proofs: the second opinion, and what must hold of every verdict."""
        asked = (([self.main], [self.python, str(ROOT / "tests/proof/second_opinion.py"), "--program", str(folder / "proof"), "--cases", "1500", "--jobs", "1"]),
                 (self.walk, [str(folder / "proof"), "--cases", "3000"]))
        for objects, command in asked:
            yield self.link(target, objects, folder / "proof"), [*command, "--seed", "6"]


# The quick tests first: most mutants do not outlive them.
SLOW = "BadCase.AtTheLimit*:Doors.*:Archive.*:Bounds.*:EveryValue.*:Governing.ChangesNothing*:Governing.ItsQuestion*:PublicVerdict.Write*"
SLOWEST = "Exactness*:NextQuestion*:RuleCover*"
STAGES = (f"-{SLOW}:{SLOWEST}", SLOW, SLOWEST)
FEWER = {"RETURNABLE_EXACTNESS_CASES": "20", "RETURNABLE_QUESTION_CASES": "3", "RETURNABLE_LAW_CASES": "500"}


def survives(build, folder, target):
    """Whether all tests and proofs pass with this object in the place of the library's own; None where it does not link."""
    program = folder / "tests"
    if run(build.link(target, build.objects, program)) != 0:
        return None
    for tests in STAGES:
        command = [str(program), "--gtest_brief=1", "--gtest_fail_fast", f"--gtest_filter={tests}"]
        if run(command, LONGEST, env={**os.environ, **FEWER}) != 0:
            return False
    for link, proof in build.proofs(target, folder):
        if run(link) != 0:
            return None
        if run(proof, LONGEST) != 0:
            return False
    return True


def judge(build, unchanged, mutant):
    """killed, lived, or dropped (it does not compile, or compiles to the very same code)"""
    name, text, (start, end, new, _) = mutant["file"], mutant["text"], mutant["change"]
    folder = worker_folder()
    source, target = folder / name, folder / "mutant.o"
    as_it_is = unchanged.of(name, text, folder)
    source.write_text(text[:start] + new + text[end:], encoding="utf-8")
    if run(build.compile(name, source, target)) != 0:
        return "dropped"
    if hashlib.sha256(target.read_bytes()).hexdigest() == as_it_is:
        return "dropped"
    return {None: "dropped", True: "lived", False: "killed"}[survives(build, folder, target)]


def worker_folder():
    folder = WORK / f"worker-{threading.get_ident()}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def all_mutants(build, only):
    mutants, names = [], collections.Counter()
    for path in sorted((ROOT / "core/src").rglob("*.cpp")):
        if path.name in LEFT_OUT or (only and only not in path.name):
            continue
        text = path.read_text(encoding="utf-8")
        for start, end, new, what in changes(text):
            line = text.count("\n", 0, start) + 1
            row = text.split("\n")[line - 1].strip()
            column = start - text.rfind("\n", 0, start)
            # By the text of its line and not by its number, which moves with every edit above it.
            again = text[:start].split("\n")[-1].count(text[start:end])
            name = f"{path.name}: {row} | {what} #{again}"
            names[name] += 1
            if names[name] > 1:  # a line that stands in the file more than once
                name += f", {names[name]}"
            mutants.append({"file": path.name, "text": text, "change": (start, end, new, what), "where": f"{path.relative_to(ROOT)}:{line}:{column}", "name": name})
    return mutants


class Unchanged:
    """The hash of each file's object as it is, compiled in the same way under the same name: equal code is no mutant."""

    def __init__(self, build):
        self.build, self.hashes, self.lock = build, {}, threading.Lock()

    def of(self, name, text, folder):
        with self.lock:
            known = self.hashes.get(name)
        if known is None:
            (folder / name).write_text(text, encoding="utf-8")
            if run(self.build.compile(name, folder / name, folder / "mutant.o")) != 0:
                raise SystemExit(f"mutation: {name} does not compile as it is")
            known = hashlib.sha256((folder / "mutant.o").read_bytes()).hexdigest()
            if not self.hashes and not survives(self.build, folder, folder / "mutant.o"):
                raise SystemExit("mutation: the tests and proofs do not pass as it is; nothing that they say of mutants would count")
            with self.lock:
                self.hashes[name] = known
        return known


def record_of(folders):
    """A name for the state of these folders' files."""
    sum_ = hashlib.sha256()
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file():
                sum_.update(path.name.encode() + path.read_bytes())
    return sum_.hexdigest()[:16]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--seed", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=0)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--file", default="")
    parser.add_argument("--again", action="store_true")
    args = parser.parse_args()
    began = time.time()
    build = Build()
    mutants = all_mutants(build, args.file)
    unchanged = Unchanged(build)
    explained = json.loads((pathlib.Path(__file__).parent / "explained_core.json").read_text(encoding="utf-8"))
    kept = WORK / f"done-{record_of(['core/src', 'core/include', 'core/packs', 'core/laws', 'core/dictionary'])}.jsonl"
    done = {}
    if args.count:
        # By name, so that an edit elsewhere leaves the sample as it is.
        mutants.sort(key=lambda mutant: hashlib.sha256(f"{args.seed} {mutant['name']}".encode()).digest())
    elif kept.exists():
        done = dict(json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines())
        if args.again:
            done = {name: result for name, result in done.items() if result != "lived" or name in explained}
    lock = threading.Lock()
    waiting = iter([mutant for mutant in mutants if mutant["name"] not in done])
    judged = 0

    def work():
        nonlocal judged
        while True:
            with lock:
                # Mutants that do not compile are no part of a sample: others take their place.
                enough = args.count and judged >= args.count
                late = args.minutes and time.time() - began > args.minutes * 60
                mutant = None if enough or late else next(waiting, None)
                if mutant is None:
                    return
                judged += 1
            result = judge(build, unchanged, mutant)
            with lock:
                done[mutant["name"]] = result
                judged -= result == "dropped"
                if not args.count:
                    with kept.open("a", encoding="utf-8") as lines:
                        lines.write(json.dumps([mutant["name"], result]) + "\n")

    with concurrent.futures.ThreadPoolExecutor(args.jobs) as crew:
        for worker in [crew.submit(work) for _ in range(args.jobs)]:
            worker.result()
    here = {mutant["name"]: mutant for mutant in mutants if mutant["name"] in done}
    lived = sorted(name for name in here if done[name] == "lived")
    killed = sum(done[name] == "killed" for name in here)
    unnamed = [name for name in lived if name not in explained]
    for name in unnamed:
        print(f"lives: {here[name]['where']} {name}")
    gone = [] if args.count or args.file else sorted(set(explained) - {mutant["name"] for mutant in mutants})
    for name in gone:
        print(f"explained, yet no such mutant: {name}")
    tried = killed + len(lived)
    left = 0 if args.count else len(mutants) - len(here)
    share = killed / tried if tried else 0
    print(f"mutation of core: {killed} of {tried} killed ({100 * share:.1f} %), {len(lived) - len(unnamed)} explained by name, {len(unnamed)} without a reason, "
          f"{len(here) - tried} do not compile or change nothing, {left} left for the next run, seed {args.seed}, minutes {(time.time() - began) / 60:.1f}")
    if args.count:
        sys.exit(share < 0.80 or bool(unnamed))
    sys.exit(share < 0.95 or bool(unnamed) or bool(gone) or left > 0)


if __name__ == "__main__":
    main()
