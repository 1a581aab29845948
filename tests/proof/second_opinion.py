#!/usr/bin/env python3
"""A second, independent reading of the four policies, compared with the engine on random cases.

The reading is policy_reading.py and policy_progress.py, the cases are drawn by random_orders.py; here is the comparison.

    second_opinion.py --program build/native/returnable --cases 20000 [--seed N] [--keep FILE] [--kept FILE]
"""
import argparse
import json
import multiprocessing
import os
import random
import subprocess
import sys
import time

from policy_progress import label_opinion, opinion
from policy_reading import ISO, UNSAID, Not, OneOf
from random_orders import random_case, random_label_order

PAIRS = (("opens", ("earliest", "sure")), ("act_by", ("safe", "last")), ("refund_by", ("earliest", "latest")))


def days_written(f):
    return {k: ISO[v] if k.endswith(("_on", "_by", "_until")) and v is not None else v for k, v in f.items()}


def to_json(f, as_of, with_items):
    facts = days_written(f)
    if not with_items:
        return {"as_of": ISO[as_of], "currency": "EUR", "facts": facts}
    own = {k: facts.pop(k) for k in ("reason", "category")}
    return {"as_of": ISO[as_of], "currency": "EUR", "facts": facts, "items": [{"id": "a", "facts": own}]}


def iso_pair(pair):
    return tuple(ISO[day] if isinstance(day, int) else day for day in pair)


def different_slots(name, want, got):
    for slot in ("status", "return_shipping"):
        if not want[slot] == got.get(slot):
            yield name + "." + slot, got.get(slot), want[slot]
    for slot, ends in PAIRS:
        if want[slot] is UNSAID:
            continue
        value = got.get(slot) or {}
        pair = tuple(value.get(end) for end in ends)
        if not all(wanted == end for wanted, end in zip(iso_pair(want[slot]), pair)):
            yield name + "." + slot, pair, iso_pair(want[slot])


def most_like(name, want, candidates):
    """The differences from the entitlement that is most like it: for what has no remedy of its own in the ledger."""
    found = [list(different_slots(name, want, one)) for one in candidates]
    return min(found, key=len) if found else [(name, "absent", "present")]


def different_entitlements(expected, entitlements):
    promises = [e for e in entitlements if e["kind"] == "promise"]
    said = {e["remedy"]: e for e in promises}
    said |= {e["remedy"]: e for e in entitlements if e["remedy"] == "partial_refund"}  # whatever its kind
    for remedy, want in expected.items():
        got = said.get(remedy)
        if want is UNSAID:
            continue
        if remedy == "any":
            yield from most_like("a promise", want, promises)
        elif (want is None) != (got is None):
            yield remedy, "present" if got else "absent", "absent" if got else "present"
        elif want is not None:
            yield from different_slots(remedy, want, got)


def always(verdict):
    """What must hold of every verdict, whatever the case."""
    phase = verdict["headline"]["phase"] if verdict["headline"] else None
    if phase == "done" and verdict["next_question"] is not None:
        yield "done", verdict["next_question"]["fact"] + " is asked", "nothing is asked"
    for item in verdict["items"]:
        for e in item["entitlements"]:
            if e["status"] not in ("expired", "refused"):
                continue
            if e["refund_by"] is not None and e["kind"] == "promise":
                yield e["remedy"] + " " + e["status"], e["refund_by"], "no day for money"
            if e["kind"] == "promise" and any(step["state"] == "due" for step in e["steps"]):
                yield e["remedy"] + " " + e["status"], [step["id"] for step in e["steps"] if step["state"] == "due"], "no step is due"


def differences(expected, verdict):
    if "errors" in verdict:
        yield "errors", verdict["errors"], None
        return
    yield from always(verdict)
    item = verdict["items"][0]
    headline = verdict["headline"]
    entitlements = [e for e in item["entitlements"] if e["policy"] == verdict["policy"]]  # not what a law gives beside it
    promises = [e for e in entitlements if e["kind"] == "promise"]
    yield from different_entitlements(expected["entitlements"], entitlements)
    asked = verdict["next_question"] and verdict["next_question"]["fact"]
    phase = headline and headline["phase"]
    for name, got in (("phase", phase), ("question", asked), ("status", item["status"])):
        if not expected.get(name, UNSAID) == got:
            yield name, got, expected[name]
    lead = item["entitlements"][headline["entitlement"]] if headline and headline["entitlement"] is not None else {}
    for key, want in expected.get("lead", {}).items():
        if key == "kind" and lead.get(key) != want:
            yield "lead." + key, lead.get(key), want
    if "refund_by" in expected.get("lead", {}):
        yield from different_slots("lead", expected["lead"], lead)
    if expected.get("warranty", UNSAID) is not UNSAID:
        yield from most_like("warranty", expected["warranty"], [e for e in promises if any(step["id"] == "warranty_claim" for step in e["steps"])])
    if expected.get("chargeback", UNSAID) is not UNSAID:
        banks = [e for e in entitlements if e["remedy"] == "chargeback"]
        yield from most_like("chargeback", {"status": UNSAID, "return_shipping": UNSAID, "opens": UNSAID, "act_by": UNSAID, "refund_by": expected["chargeback"]}, banks)
    for kind in expected.get("kinds", ()):
        if not any(e["kind"] == kind for e in entitlements):
            yield "kind", "absent", kind
    if "cites" in expected and expected["cites"] not in verdict["clauses"]:
        yield "clauses", "absent", expected["cites"]


CHUNK = 2000


LABEL_SHARE = 0.05


def one_case(r):
    """(what answers for the second opinion, line)."""
    if r.random() < LABEL_SHARE:
        order, items, as_of = random_label_order(r)
        written = [{"id": str(i), "facts": days_written(own)} for i, own in enumerate(items)]
        return (label_opinion, (order, items, as_of)), json.dumps({"as_of": ISO[as_of], "facts": days_written(order), "items": written})
    f, as_of = random_case(r)
    return (opinion, (f, as_of)), json.dumps(to_json(f, as_of, r.random() < 0.3))


def chunk_of_cases(seed, number, count):
    """The cases of one chunk: the same for the same seed, whoever asks and in whatever order."""
    r = random.Random(f"{seed} {number}")
    return [one_case(r) for _ in range(count)]


def different(case, verdict):
    says, asked = case
    expected = says(*asked)
    if says is opinion:
        return list(differences(expected, verdict))
    if "errors" in verdict:
        return [("errors", verdict["errors"], None)]
    found = list(always(verdict))
    for want, item in zip(expected, sorted(verdict["items"], key=lambda item: int(item["id"]))):
        found += different_entitlements({"refund_on_return": want}, item["entitlements"])
    return found


def compare_chunk(task):
    program, seed, number, count = task
    cases = chunk_of_cases(seed, number, count)
    run = subprocess.run([program, "check"], input="".join(line + "\n" for _, line in cases), capture_output=True, text=True, check=False)
    answers = run.stdout.splitlines()
    if len(answers) != count:
        sys.exit(f"second-opinion: {len(answers)} answers to {count} cases (exit {run.returncode}), seed {seed}")
    differing = []
    for (case, line), answer in zip(cases, answers):
        found = different(case, json.loads(answer))
        if found:
            differing.append((line, [(slot, str(got), str(want)) for slot, got, want in found]))
    return number, count, differing


def plain(value):
    return not isinstance(value, (Not, OneOf)) and value is not UNSAID


def as_sheet(case, line, name):
    """A case and what the second opinion says of it, in the form of tests/cases; what is only excluded is left out."""
    says, asked = case
    expected = says(*asked)
    entitlements = []
    for remedy, want in (expected["entitlements"] if says is opinion else {}).items():
        if want is UNSAID or want is None or remedy == "any":
            continue
        one = {"remedy": remedy, "kind": "promise"} | {slot: want[slot] for slot in ("status", "return_shipping") if plain(want[slot])}
        for slot, ends in PAIRS:
            if plain(want[slot]) and all(plain(day) for day in want[slot]):
                pair = iso_pair(want[slot])
                one[slot] = None if pair == (None, None) else dict(zip(ends, pair))
        entitlements.append(one)
    return {"name": name, "given": json.loads(line), "expect": {"items": [{"entitlements": entitlements}]}}


def kept_chunks(path, seed):
    """Chunks in which an earlier run, with the same seed and the same file, found no difference."""
    kept = set()
    if path:
        try:
            with open(path, encoding="utf-8") as lines:
                kept = {int(number) for of_seed, number in (line.split() for line in lines if line.endswith("\n")) if of_seed == str(seed)}
        except FileNotFoundError:
            pass
    return kept


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="build/native/returnable")
    parser.add_argument("--cases", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--keep", help="append each differing case to this file as a JSON line")
    parser.add_argument("--kept", help="remember finished chunks in this file, and leave out those that stand in it")
    parser.add_argument("--print", choices=("cases", "sheets"), help="compare nothing: print the cases, or what is expected of them")
    args = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 32) if args.seed is None else args.seed
    chunks = [(args.program, seed, number, min(CHUNK, args.cases - start)) for number, start in enumerate(range(0, args.cases, CHUNK))]
    if args.print:
        for _, _, number, count in chunks:
            cases = chunk_of_cases(seed, number, count)
            if args.print == "cases":
                print("\n".join(line for _, line in cases))
            else:
                sheets = [as_sheet(case, line, f"second opinion {seed} {number} {i}") for i, (case, line) in enumerate(cases)]
                print("[" if number == 0 else ",", ",\n".join(json.dumps(sheet) for sheet in sheets))
        if args.print == "sheets":
            print("]")
        return
    kept = kept_chunks(args.kept, seed)
    began, done, agreed, shown, before = time.time(), 0, 0, 0, 0
    for _, _, number, count in chunks:
        if number in kept and count == CHUNK:
            done, agreed, before = done + count, agreed + count, before + count
    left = [chunk for chunk in chunks if chunk[2] not in kept or chunk[3] != CHUNK]
    with multiprocessing.Pool(args.jobs) as pool:
        for number, count, differing in pool.imap_unordered(compare_chunk, left):
            done, agreed = done + count, agreed + count - len(differing)
            if args.kept and not differing and count == CHUNK:
                with open(args.kept, "a", encoding="utf-8") as lines:
                    lines.write(f"{seed} {number}\n")
            for line, found in differing:
                if args.keep:
                    with open(args.keep, "a", encoding="utf-8") as lines:
                        lines.write(line + "\n")
                if shown < 20:
                    shown += 1
                    for slot, got, want in found:
                        print(f"{slot}: engine {got}, second opinion {want}")
                    print("   " + line)
    print(f"second-opinion: {agreed} of {done} agree ({before} of them kept from an earlier run), seed {seed}, minutes {(time.time() - began) / 60:.1f}")
    sys.exit(agreed != done or done == 0)


if __name__ == "__main__":
    main()
