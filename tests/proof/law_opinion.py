#!/usr/bin/env python3
"""A second, independent reading of the laws and payment services, compared with the engine on random cases.

The reading is law_reading.py, the cases are drawn by law_cases.py; here is the comparison.

    law_opinion.py --program build/native/returnable --cases 5000 [--seed N]
"""
import argparse
import json
import multiprocessing
import os
import random
import subprocess
import sys
import time
from datetime import date

from law_cases import random_law_case
from law_facts import UNSAID
from law_reading import BY_COUNTRY, EVERYWHERE, law_opinion

CHUNK = 1000
PACKS = set(EVERYWHERE) | {pack for packs in BY_COUNTRY.values() for pack in packs}


def written(facts, as_of, currency):
    days = {name: str(value) if isinstance(value, date) else value for name, value in facts.items()}
    return json.dumps({"as_of": str(as_of), "currency": currency, "facts": days})


def ends(pair):
    return UNSAID if pair is UNSAID else tuple(day and str(day) for day in pair)


def slots_of(want, got):
    """(slot, what the engine says, what the reading says) of everything that is compared."""
    yield "status", got["status"], want["status"]
    yield "return_shipping", got["return_shipping"] and sorted(got["return_shipping"]), want["payers"]
    for slot, first, last, pair in (("act_by", "safe", "last", want["act_by"]), ("opens", "earliest", "sure", want["opens"])):
        value = got[slot] or {}
        yield slot, (value.get(first), value.get(last)), ends(pair)
    refund = want["refund"]
    yield "refund_by.latest", (got["refund_by"] or {}).get("latest"), refund if refund is UNSAID else refund and str(refund)
    codes = [code for code in ("the_seller_has_to_prove", "you_have_to_prove") if code in got["advice"]]
    yield "proof", codes, want["proof"] if want["proof"] is UNSAID else [{"seller": "the_seller_has_to_prove", "buyer": "you_have_to_prove"}[want["proof"]]]
    yield "button", "use_the_withdrawal_function" in got["advice"], want["button"]


def differences(expected, verdict):
    if "errors" in verdict:
        yield "errors", verdict["errors"], None
        return
    got = {(e["policy"], e["remedy"]): e for e in verdict["items"][0]["entitlements"] if e["policy"] in PACKS}
    for key in sorted(set(got) | set(expected)):
        want, name = expected.get(key), " ".join(key)
        if want is UNSAID:
            continue
        if (want is None) != (key not in got):
            yield name, "absent" if want else "present", "present" if want else "absent"
        elif want is not None:
            for slot, has, said in slots_of(want, got[key]):
                if said is not UNSAID and said != has:
                    yield f"{name} {slot}", has, said


def compare_chunk(task):
    program, seed, number, count = task
    r = random.Random(f"{seed} {number}")  # the same cases for the same seed, whoever asks and in whatever order
    cases = [random_law_case(r) for _ in range(count)]
    lines = [written(*case) for case in cases]
    run = subprocess.run([program, "check"], input="".join(line + "\n" for line in lines), capture_output=True, text=True, check=False)
    answers = run.stdout.splitlines()
    if len(answers) != count:
        sys.exit(f"law-opinion: {len(answers)} answers to {count} cases (exit {run.returncode}), seed {seed}")
    differing, compared = [], 0
    for case, line, answer in zip(cases, lines, answers):
        expected = law_opinion(*case)
        compared += sum(want is not None for want in expected.values())
        found = [(slot, str(has), str(said)) for slot, has, said in differences(expected, json.loads(answer))]
        if found:
            differing.append((line, found))
    return count, compared, differing


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="build/native/returnable")
    parser.add_argument("--cases", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    args = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 32) if args.seed is None else args.seed
    chunks = [(args.program, seed, number, min(CHUNK, args.cases - start)) for number, start in enumerate(range(0, args.cases, CHUNK))]
    began, done, agreed, rights, shown = time.time(), 0, 0, 0, 0
    with multiprocessing.Pool(args.jobs) as pool:
        for count, compared, differing in pool.imap_unordered(compare_chunk, chunks):
            done, agreed, rights = done + count, agreed + count - len(differing), rights + compared
            for line, found in differing[: max(0, 20 - shown)]:
                shown += 1
                print("\n".join(f"{slot}: engine {has}, second opinion {said}" for slot, has, said in found))
                print("   " + line)
    print(f"law-opinion: {agreed} of {done} agree, {rights} entitlements compared, seed {seed}, minutes {(time.time() - began) / 60:.1f}")
    sys.exit(agreed != done or done == 0)


if __name__ == "__main__":
    main()
