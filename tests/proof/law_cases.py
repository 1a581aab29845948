"""Random cases for the second reading of the laws: every country of its tables, days close to the limits that it names."""
from datetime import date, timedelta

from law_facts import FAULT, UNION
from law_reading import BY_COUNTRY

FIRST = date(2013, 1, 1)
# Lengths in the tables; the day of the question, and that on which the buyer acted, lie close to one of them.
LIMITS = (0, 5, 7, 10, 13, 14, 16, 20, 30, 60, 90, 91, 120, 180, 183, 365, 380, 540, 730, 731, 1095, 1096)
EDITIONS = (date(2014, 6, 14), date(2015, 10, 1), date(2022, 1, 1), date(2022, 3, 24), date(2025, 2, 28), date(2026, 6, 19), date(2026, 7, 31))
OTHERS = ("CH", "JP", "ZA", "NO")


def near_a_limit(r):
    return max(0, r.choice(LIMITS) + r.choice((-1, 0, 0, 1, 2))) if r.random() < 0.8 else r.randrange(1200)


def country(r):
    draw = r.random()
    if draw < 0.3:
        return r.choice(UNION)
    return r.choice(OTHERS) if draw < 0.33 else r.choice([name for name in BY_COUNTRY if name not in UNION] + ["FR", "ES", "PT", "DE", "IT", "BE", "NL"])


def maybe(r, facts, share, name, *values):
    if r.random() < share:
        facts[name] = r.choice(values)


def someday(r, facts, share, name, first, last):
    """A day between these two, close to a limit after the first."""
    day = first + timedelta(near_a_limit(r))
    if first <= last and r.random() < share:
        facts[name] = min(day, last)


def random_law_case(r):
    """(facts, day of the question, currency)."""
    ordered = r.choice(EDITIONS) + timedelta(r.choice((-1, 0, 1))) if r.random() < 0.2 else FIRST + timedelta(r.randrange(5200))
    facts = {"marketplace": "aliexpress", "ordered_on": ordered, "category": r.choice(("general", "apparel", "electronics"))}
    draw = r.random()
    facts["reason"] = r.choice(("changed_mind", "ordered_wrong_size", "late") if draw < 0.4 else FAULT if draw < 0.75 else ("not_received", "not_received", "late"))
    if r.random() < 0.25:
        facts["category"] = r.choice(("custom_made", "perishable", "personal_care", "intimate_apparel"))
        maybe(r, facts, 0.6, "hygiene_seal", True, False)
        maybe(r, facts, 0.6, "opened", True, False)
    elif r.random() < 0.08:
        facts["hygiene_seal"] = r.random() < 0.7
        maybe(r, facts, 0.7, "opened", True, False)
    if r.random() < 0.97:
        facts["country"] = country(r)
    for name, share in (("seller_is_trader", 0.12), ("told_of_withdrawal", 0.15), ("told_of_return_cost", 0.15), ("unused", 0.15)):
        maybe(r, facts, share, name, False, False, True, None)
    maybe(r, facts, 0.6, "payment_method", "card", "card", "bank_transfer")
    maybe(r, facts, 0.5, "wallet", "paypal", "paypal", "other")
    maybe(r, facts, 0.5, "card_kind", "credit", "credit", "debit")
    maybe(r, facts, 0.3, "price", 9999, 10000, 10001, 3000000, 3000001)
    maybe(r, facts, 0.5, "durable", True, False)
    came = facts["reason"] != "not_received" and (facts["reason"] != "late" or r.random() < 0.5)
    as_of = (came_and_after if came else not_here)(r, facts, ordered)
    if r.random() < 0.06 and ("received_on" in facts or "promised_by" in facts):
        del facts["ordered_on"]
    someday(r, facts, 0.2, "paid_on", ordered, min(as_of, ordered + timedelta(20)))
    someday(r, facts, 0.6, "first_statement_on", ordered, min(as_of, ordered + timedelta(60)))
    someday(r, facts, 0.08, "payment_dispute_opened_on", ordered, as_of)
    someday(r, facts, 0.06, "chargeback_filed_on", ordered, as_of)
    return facts, as_of, r.choice(("GBP", "EUR", "USD")) if facts.get("country") == "GB" else "EUR"


def came_and_after(r, facts, ordered):
    # Now and then so late that a bank's longest time, 540 days from the payment, ends before 120 days from receipt.
    received = ordered + timedelta(r.choice((419, 420, 421, 500, 560)) if r.random() < 0.05 else r.randrange(50))
    as_of = received + timedelta(near_a_limit(r))
    if r.random() < 0.95:
        facts["received_on"] = received
    someday(r, facts, 0.2, "delivered_on", received - timedelta(min(4, (received - ordered).days)), received)
    if "received_on" not in facts:
        return as_of
    if facts["reason"] in FAULT:
        someday(r, facts, 0.3, "defect_found_on", received, as_of)
        found = facts.get("defect_found_on", received)
        someday(r, facts, 0.3, "defect_reported_on", found, as_of)
        maybe(r, facts, 0.3, "repair_failed", True, False)
        if facts.get("country") == "GB":
            someday(r, facts, 0.4, "rejected_on", received, as_of)
            if "rejected_on" in facts:
                someday(r, facts, 0.5, "refund_agreed_on", facts["rejected_on"], as_of)
        after = facts.get("defect_reported_on")
    else:
        someday(r, facts, 0.5, "withdrawn_on", received, as_of)
        after = facts.get("withdrawn_on")
    if after and r.random() < 0.6:
        facts["returned_on"] = min(as_of, after + timedelta(r.randrange(30)))
        maybe(r, facts, 0.3, "return_tracked", True, False)
        if r.random() < 0.4:
            facts["return_received_on"] = min(as_of, facts["returned_on"] + timedelta(r.randrange(20)))
    return as_of


def not_here(r, facts, ordered):
    as_of = ordered + timedelta(near_a_limit(r))
    if r.random() < 0.4:
        facts["promised_by"] = ordered + timedelta(r.choice((3, 10, 29, 30, 31, 45)))
    someday(r, facts, 0.2, "shipped_on", ordered, min(as_of, ordered + timedelta(9)))
    due = facts.get("promised_by", ordered + timedelta(30))
    if r.random() < 0.4:
        facts["extra_period_until"] = due + timedelta(r.randrange(1, 20))
        ended = facts["extra_period_until"] + timedelta(r.randrange(1, 8))
        if ended <= as_of and r.random() < 0.7:
            facts["contract_ended_on"] = ended
    return as_of
