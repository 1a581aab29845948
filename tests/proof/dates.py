#!/usr/bin/env python3
"""The engine's dates against numpy and Python's datetime: every day, near-miss texts, and random sums.

    dates.py --program build/proof/dates_main --sums 100000 [--seed N]
"""
import argparse
import calendar
import datetime
import random
import subprocess
import sys

import numpy as np

FIRST, LAST = np.datetime64("1970-01-01"), np.datetime64("2199-12-31")
RANGE = int((LAST - FIRST).astype(int)) + 1
UNITS = ("calendar_days", "business_days", "calendar_months", "calendar_years")


def ask(program, what, lines):
    text = "\n".join(lines) + "\n" if lines else ""
    run = subprocess.run([program, what], input=text, capture_output=True, text=True, check=False)
    if run.returncode:
        sys.exit(f"dates: {what} ended with {run.returncode}: {run.stderr}")
    return run.stdout.split("\n")[:-1]


def by_datetime(text):
    """What the text means to Python, under the library's own form and range."""
    if len(text) != 10 or not text.isascii():
        return "-"
    try:
        day = datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        return "-"
    if day.isoformat() != text or not 1970 <= day.year <= 2199:
        return "-"
    return str((day - datetime.date(1970, 1, 1)).days)


def texts(r, count):
    """Every year, month and day number that could be written, and forms that are nearly right."""
    for year in (0, 1, 1900, 1969, 1970, 1999, 2000, 2023, 2024, 2100, 2198, 2199, 2200, 9999):
        for month in range(14):
            for day in range(33):
                yield f"{year:04}-{month:02}-{day:02}"
    yield from ("2026-1-01", "2026-01-1", "2026/01/01", "+026-01-01", "2026-01-01 ", " 2026-01-01", "2026-01-01Z", "20260101",
                "2026-01-01T00:00", "-2026-01-1", "2026-0x-01", "2026-01-0 ", "\u0662026-01-01", "12026-01-01")
    alphabet = "0123456789-"
    for _ in range(count):
        start = list(str(FIRST + r.randrange(RANGE)))
        start[r.randrange(10)] = r.choice(alphabet)
        yield "".join(start)


def months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if year > 2199:
        return None
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def sum_of(start, length, unit, roll):
    """numpy counts days and working days, datetime and calendar count months and years."""
    if length < 0:
        return "-"
    if unit == "calendar_days":
        end = start + length
    elif unit == "business_days":
        # Day 0 stays itself; from a weekend numpy first steps back to Friday.
        end = start if length == 0 else np.busday_offset(start, length, roll="backward")
    else:
        found = months_later(start.astype(object), length * (12 if unit == "calendar_years" else 1))
        if found is None:
            return "-"
        end = np.datetime64(found)
    if end > LAST:
        return "-"
    if roll != "none":
        end = np.busday_offset(end, 0, roll="forward" if roll == "following" else "backward")
    return str(end) if FIRST <= end <= LAST else "-"


def random_sum(r):
    edge = r.random()
    offset = r.randrange(RANGE) if edge < 0.8 else RANGE - 1 - r.randrange(400) if edge < 0.95 else r.randrange(10)
    if r.random() < 0.1:  # month ends, where months and years clamp
        start = FIRST + offset
        start = (start.astype("datetime64[M]") + 1).astype("datetime64[D]") - 1
    else:
        start = FIRST + offset
    unit = r.choice(UNITS)
    most = {"calendar_days": 800, "business_days": 600, "calendar_months": 60, "calendar_years": 12}[unit]
    length = r.choice((r.randrange(most), r.randrange(40), 0, 1, 5, r.choice((-1, -1000, most * 1000, 65535, 65536, 12 * 65535, 12 * 65536, 1 << 40, 1 << 62)) if r.random() < 0.1 else 2))
    return start, length, unit, r.choice(("none", "none", "following", "preceding"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default="build/proof/dates_main")
    parser.add_argument("--sums", type=int, default=100000)
    parser.add_argument("--seed", type=int, default=None)
    args = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 32) if args.seed is None else args.seed
    r = random.Random(seed)
    right = total = shown = 0

    def compare(asked, got, want):
        nonlocal right, total, shown
        if len(got) != len(want):
            sys.exit(f"dates: {len(got)} answers to {len(want)} questions, seed {seed}")
        for question, a, b in zip(asked, got, want):
            total += 1
            right += a == b
            if a != b and shown < 20:
                shown += 1
                print(f"{question!r}: engine {a}, numpy {b}")

    every = np.arange(FIRST, LAST + 1)
    work = np.is_busday(every)
    compare(every, ask(args.program, "days", []), [f"{day} same {'work' if w else 'rest'}" for day, w in zip(every, work)])
    written = list(texts(r, 20000))
    compare(written, ask(args.program, "read", written), [by_datetime(text) for text in written])
    left = args.sums
    while left > 0:
        asked = [random_sum(r) for _ in range(min(left, 50000))]
        left -= len(asked)
        wanted = []
        for start, length, unit, roll in asked:
            far = length > 100000  # beyond any day of the range; numpy would wrap
            wanted.append("-" if far else sum_of(start, length, unit, roll))
        compare(asked, ask(args.program, "sums", [" ".join(map(str, one)) for one in asked]), wanted)
    print(f"dates: {right} of {total}, seed {seed}")
    sys.exit(right != total)


if __name__ == "__main__":
    main()
