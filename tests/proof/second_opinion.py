#!/usr/bin/env python3
"""A second, independent reading of the four policies, compared with the engine on random cases.

The reading is policy_reading.py; here are the random cases and the comparison.

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

from policy_reading import ASSUMED, CHOICE, DAYS, FAULT, FIRST_DAY, ISO, LISTED, NO_RETURN, SHOP_WINDOWS, UNSAID, opinion


def random_case(r):
    """Facts with days as numbers, and the day of asking. Only orders that can have happened."""
    shop = r.choice(("aliexpress",) * 9 + tuple(SHOP_WINDOWS))
    reason = r.choice(CHOICE + FAULT + ("late", "not_received", "not_received", "wrong_address", "seller_cancelled"))
    if shop != "aliexpress":
        reason = r.choice(CHOICE + FAULT)
    f = {"marketplace": shop, "reason": reason,
         "category": r.choice(("general", "apparel", "electronics") + NO_RETURN)}
    ordered = FIRST_DAY + r.randrange(DAYS)
    shipped = ordered + r.randrange(8)
    delivered = shipped + r.randrange(40)
    received = delivered + r.choice((0, 0, 1, 3))
    as_of = received + r.choice((r.randrange(70), 14, 15, 16, 29, 30, 31, r.randrange(35), 90, 120))
    if r.random() < 0.7:
        f["ordered_on"] = ordered
    if reason == "not_received":
        f["shipped_on"] = shipped
        as_of = shipped + r.choice((r.randrange(90), 11, 12, 13, 59, 60, 61))
        if r.random() < 0.6:
            f["promised_by"] = shipped + r.choice((r.randrange(90), 59, 60))
        if r.random() < 0.3 and delivered <= as_of:
            f["delivered_on"] = delivered
    elif reason == "seller_cancelled":
        f["seller_cancelled_on"] = as_of - r.randrange(50)
        f.pop("ordered_on", None)
    elif reason == "wrong_address":
        f["delivered_on"] = delivered
    else:
        which = r.randrange(3)
        if which != 0:
            f["received_on"] = received
        if which != 1:
            f["delivered_on"] = delivered
        if shop == "wish" and r.random() < 0.1:
            f.pop("received_on", None), f.pop("delivered_on", None)
        progress(r, f, as_of, received)
    if r.random() < 0.5:
        f["seller_return_window"] = r.choice((0, 7, 14, 15, 16, 20, 30, 31, 45, 60))
    if shop == "aliexpress" and r.random() < 0.15:
        f["extension_until"] = received + r.randrange(60)
    for fact in ASSUMED:
        roll = r.random()
        if roll < 0.2:
            f[fact] = r.choice((True, False)) if roll < 0.16 else None
    if r.random() < 0.4:
        f["opened"] = r.choice((True, False, None))
    for fact in ("seller_agreed", "seller_accepts_change_of_mind"):
        if r.random() < 0.5:
            f[fact] = r.random() < 0.6
    if r.random() < 0.7:
        f["payment_method"] = r.choice(("card", "bank_transfer", "e_wallet", None))
    if r.random() < 0.6:
        f["country"] = r.choice(LISTED + ("JP", "ZA", "CH"))
    if r.random() < 0.4:
        f["price"], f["return_shipping_cost"] = r.randrange(1, 4000), r.randrange(1, 4000)
    if r.random() < 0.3:
        f["transit_days"] = r.randrange(1, 60)
    return f, as_of


def progress(r, f, as_of, received):
    """How far the buyer has come: dispute, approval, posting, goods back, accepted."""
    day = received
    stages = ("dispute_opened_on",) if f["marketplace"] != "aliexpress" else (
        "dispute_opened_on", "return_approved_on", "returned_on", "return_received_on", "return_accepted_on")
    for stage in stages:
        day += r.choice((0, 1, 3, 9, 10, 11, 14, r.randrange(30)))
        if r.random() < 0.35 or day > as_of:
            return
        f[stage] = day


def to_json(f, as_of, with_items):
    facts = {k: ISO[v] if k.endswith(("_on", "_by", "_until")) and v is not None else v for k, v in f.items()}
    if not with_items:
        return {"as_of": ISO[as_of], "currency": "EUR", "facts": facts}
    own = {k: facts.pop(k) for k in ("reason", "category")}
    return {"as_of": ISO[as_of], "currency": "EUR", "facts": facts, "items": [{"id": "a", "facts": own}]}


def iso_pair(pair):
    return tuple(None if day is None else ISO[day] for day in pair)


def differences(expected, verdict):
    if "errors" in verdict:
        yield "errors", verdict["errors"], None
        return
    said = {e["remedy"]: e for e in verdict["items"][0]["entitlements"] if e["kind"] == "promise"}
    for remedy, want in expected.items():
        if want is UNSAID:
            continue
        got = said.get(remedy)
        if (want is None) != (got is None):
            yield remedy, "present" if got else "absent", "absent" if got else "present"
            continue
        if want is None:
            continue
        for slot in ("status", "return_shipping"):
            if got.get(slot) != want[slot]:
                yield remedy + "." + slot, got.get(slot), want[slot]
        for slot, ends in (("opens", ("earliest", "sure")), ("act_by", ("safe", "last")), ("refund_by", ("earliest", "latest"))):
            if want[slot] is UNSAID:
                continue
            value = got.get(slot) or {}
            pair = tuple(value.get(end) for end in ends)
            if pair != iso_pair(want[slot]):
                yield remedy + "." + slot, pair, iso_pair(want[slot])


CHUNK = 2000


def chunk_of_cases(seed, number, count):
    """The cases of one chunk, as (facts, day, line): the same for the same seed, whoever asks and in whatever order."""
    r = random.Random(f"{seed} {number}")
    cases = [random_case(r) for _ in range(count)]
    return [(f, as_of, json.dumps(to_json(f, as_of, r.random() < 0.3))) for f, as_of in cases]


def compare_chunk(task):
    program, seed, number, count = task
    cases = chunk_of_cases(seed, number, count)
    run = subprocess.run([program, "check"], input="".join(line + "\n" for _, _, line in cases), capture_output=True, text=True, check=False)
    answers = run.stdout.splitlines()
    if len(answers) != count:
        sys.exit(f"second-opinion: {len(answers)} answers to {count} cases (exit {run.returncode}), seed {seed}")
    differing = []
    for (f, as_of, line), answer in zip(cases, answers):
        found = list(differences(opinion(f, as_of), json.loads(answer)))
        if found:
            differing.append((line, [(slot, str(got), str(want)) for slot, got, want in found]))
    return number, count, differing


def as_sheet(f, as_of, line, name):
    """A case and what the second opinion says of it, in the form of tests/cases."""
    entitlements = []
    for remedy, want in opinion(f, as_of).items():
        if want is UNSAID or want is None:
            continue
        one = {"remedy": remedy, "kind": "promise", "status": want["status"], "return_shipping": want["return_shipping"]}
        for slot, ends in (("opens", ("earliest", "sure")), ("act_by", ("safe", "last")), ("refund_by", ("earliest", "latest"))):
            if want[slot] is not UNSAID:
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
                print("\n".join(line for _, _, line in cases))
            else:
                sheets = [as_sheet(f, as_of, line, f"second opinion {seed} {number} {i}") for i, (f, as_of, line) in enumerate(cases)]
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
