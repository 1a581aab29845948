"""What the second reading of the laws stands on: days, one completion of a case, and the merging of completions. See law_reading.py."""
import calendar
import itertools
from datetime import date, timedelta

UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()
FAULT = ("damaged", "defective", "missing_parts", "not_as_described", "wrong_item", "wrong_size_sent", "counterfeit")
HIDDEN = ("defective", "not_as_described", "counterfeit")  # what cannot always be seen at delivery
NEVER_CAME = ("not_received", "seller_cancelled", "returned_to_sender", "held_at_customs", "wrong_address")
BANK_REASONS = ("not_received", "late") + FAULT
HYGIENE = ("personal_care", "intimate_apparel")
YEARS = {"FR": 2, "ES": 3, "PT": 3, "DE": 2, "IT": 2, "BE": 2}
PRESUMED_MONTHS = {"FR": 24, "ES": 24, "PT": 24, "BE": 24, "DE": 12, "IT": 12}
ASSUMED = ("seller_is_trader", "told_of_withdrawal", "told_of_return_cost", "return_tracked", "unused")
OPEN = {"hygiene_seal": (True, False), "opened": (True, False), "durable": (True, False), "payment_method": ("card", "bank_transfer"),
        "wallet": ("paypal", "other"), "card_kind": ("credit", "debit")}
CLOCKS = ("ordered_on", "shipped_on", "promised_by", "delivered_on", "received_on", "first_statement_on")


UNSAID = object()  # the reading takes no stand on this


def days(start, count):
    return start and start + timedelta(count)


def months(start, count):
    if not start:
        return None
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def working_days(start, count):
    while start and count:
        start += timedelta(1)
        count -= start.weekday() < 5
    return start


def to_monday(day):
    return day and day + timedelta({5: 2, 6: 1}.get(day.weekday(), 0))


def earlier(*given):
    return min((day for day in given if day), default=None)


def one(status, act_by=None, payers=UNSAID, opens=None, refund=UNSAID, **more):
    """One entitlement of one completion. `act_by` and `opens` are a day, None or UNSAID."""
    return dict(status=status, act_by=act_by, payers=payers, opens=opens, refund=refund, **more)


class Case:
    """The facts of one completion: every open fact has a value."""

    def __init__(self, facts, as_of, currency):
        self.f, self.as_of, self.currency = facts, as_of, currency
        self.start = earlier(facts.get("received_on"), facts.get("delivered_on"))
        self.contract = facts.get("ordered_on") or earlier(*(facts.get(clock) for clock in CLOCKS)) or as_of
        self.paid = facts.get("paid_on") or facts.get("ordered_on")
        self.due = facts.get("promised_by") or days(facts.get("ordered_on"), 30)

    def __getattr__(self, name):
        return self.__dict__["f"].get(name)

    @property
    def fault(self):
        return self.reason in FAULT

    @property
    def nothing_came(self):
        return self.reason == "not_received" or self.reason == "late" and not self.received_on and not self.delivered_on

    def judged(self, end, acted, *others):
        """The status: the window ended by `end`, where the buyer acted on the day `acted` or asks today, and what else was found."""
        if end is UNSAID or any(found is UNSAID for found in others):
            return UNSAID
        if end and (acted or self.as_of) > end:
            return "expired"
        for found in ("refused", "not_yet", "conditional"):
            if found in others:
                return UNSAID if end is None and found == "refused" and not self.start else found
        return "allowed"

    def windowed(self, end, acted, *others):
        """As `judged`, where the clock needs the day on which it came."""
        return self.judged(end, acted, *others, "allowed" if end else "conditional")


def completions(facts):
    """Every way to fill what is open: assumed facts are open only where the case says null."""
    known = {name: True for name in ASSUMED} | {name: value for name, value in facts.items() if value is not None}
    choices = {name: (True, False) for name in ASSUMED if name in facts and facts[name] is None}
    choices |= {name: values for name, values in OPEN.items() if facts.get(name) is None}
    for values in itertools.product(*choices.values()):
        yield known | dict(zip(choices, values)) | {"seal_said": "hygiene_seal" in facts}


def spread(found):
    """(first, last) of days, None and pairs of days; UNSAID where one of them is."""
    if any(day is UNSAID for day in found):
        return UNSAID
    flat = [day for one_day in found for day in (one_day if isinstance(one_day, tuple) else (one_day,))]
    if None not in flat:
        return min(flat), max(flat)
    return (None, None) if set(flat) == {None} else UNSAID


def merged(answers):
    """One entitlement from those of all completions (None: not granted there)."""
    if any(answer is UNSAID for answer in answers):
        return UNSAID
    there = [answer for answer in answers if answer is not None]
    if not there:
        return None
    states = {answer["status"] for answer in there if answer["status"] is not UNSAID}
    unsaid = any(answer["status"] is UNSAID for answer in there)
    if unsaid:
        status = UNSAID
    elif states <= {"expired", "refused"}:  # past only where every completion is past
        status = "refused" if "refused" in states else "expired"
    else:
        status = states.pop() if len(states) == 1 and len(there) == len(answers) else "conditional"
    result = {"status": status, "act_by": spread([answer["act_by"] for answer in there]), "opens": spread([answer["opens"] for answer in there])}
    payers = [answer["payers"] for answer in there]
    said = all(p is not UNSAID and p is not None for p in payers)
    result["payers"] = UNSAID if any(p is UNSAID for p in payers) else sorted(set(itertools.chain(*payers))) if said else None
    for slot in ("refund", "proof", "button"):
        values = [answer.get(slot, UNSAID) for answer in there]
        same = not any(value is UNSAID for value in values) and all(value == values[0] for value in values)
        result[slot] = values[0] if same else UNSAID
    return result
