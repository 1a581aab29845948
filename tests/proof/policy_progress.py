"""The second opinion on what has happened since: disputes and how they ended, offers, money, the bank, whose turn it is.

The same rules as policy_reading.py, which it builds on: from the ledger and the contract alone, and UNSAID where they are silent.
"""
from policy_reading import (ASSUMED, BUSINESS, CHOICE, FAULT, NEVER_CAME, NO_RETURN, NOS, NOTHING, UNSAID, Not, OneOf, acted_on, careful_day, completions,
                            free_label, general, goods_back, grounds, is_a_no, merge, money_from, never_came, on_return, other_shop, over_moments, slots,
                            start_of, timely, waits_for_address, without_return, years_after)

OF_THE_DISPUTE = ("dispute_opened_on", "escalated_on", "dispute_decided_on", "dispute_outcome", "offer", "offer_amount", "offer_accepted_on")
CALM = ("waiting", "done", "start")


def settled(f):
    """A dispute that was withdrawn no longer counts as acting in time."""
    return {k: v for k, v in f.items() if k not in OF_THE_DISPUTE} if f.get("dispute_outcome") == "withdrawn" else f


def may_be_refused(f):
    sent = f["reason"] in CHOICE + FAULT + ("late",)
    return any((grounds if sent else general)(full) == "refused" for full in completions(f))


def certain(f, as_of):
    """Acted in time under every reading, and no rule that could say no."""
    if start_of(f) is None:
        return not may_be_refused(f) and f.get("dispute_opened_on", as_of) <= f.get("protection_ends_on", as_of)
    return not may_be_refused(f) and timely(f, as_of) in (["allowed"], ["contested"])


def waiting_until(last, as_of):
    return "waiting" if as_of <= last else "late"


def decided(f, as_of):
    """A dispute that ended by a decision: (entitlements, rest)."""
    outcome, day = f["dispute_outcome"], f["dispute_decided_on"]
    remedy = "refund_without_return" if f["reason"] in NEVER_CAME else "refund_on_return"
    in_time = start_of(f) is None or timely(f, as_of) in (["allowed"], ["contested"])
    if outcome == "refused":  # because decided; what was asked for too late may be called either
        status = "refused" if in_time else OneOf("refused", "expired")
        bank = f["reason"] not in CHOICE and f.get("payment_method") in ("card", "bank_transfer") and not may_be_refused(f)  # C25
        other = "chargeback_decided_on" in f or f.get("protection") == "advanced"  # the bank's answer, or the warranty, may lead
        rest = {} if other else {"phase": Not("waiting", "late", "done"), "lead": {"kind": "last_resort"} if bank else {}}
        return {remedy: slots(status=status, refund_by=NOTHING)}, rest
    if not certain(f, as_of) or f.get("protection") == "advanced":  # the warranty may lead
        return {}, {}
    money = money_from(f, day)
    if outcome == "partial_refund":  # the rest is a last resort
        return {"partial_refund": slots(refund_by=money)}, {"phase": OneOf("waiting", "your_turn") if as_of <= money[1] else "late"}
    if outcome == "refund":
        lead = slots(refund_by=money, act_by=NOTHING)
        return {remedy: slots(status=Not(*NOS))} if remedy == "refund_without_return" else {}, {"phase": waiting_until(money[1], as_of), "lead": lead}
    return None  # return_and_refund: the posting goes on as after any agreement


def money_phase(f, as_of):
    lasts = {goods_back(f, full)[1] for full in completions(f)}
    if any(free_label(full) for full in completions(f)) and "return_accepted_on" not in f:
        return "late" if as_of > max(lasts) else OneOf("waiting", "late")  # D16: whether two days for the check make it late is left open
    return waiting_until(lasts.pop(), as_of) if len(lasts) == 1 else UNSAID


def phase_of_return(f, as_of, status):
    """Whose turn it is, where the contract is plain about it."""
    if not isinstance(status, str) or status in NOS or not certain(f, as_of) or f.get("protection") == "advanced":  # the warranty may lead
        return UNSAID
    if f.get("wants") in ("replacement", "exchange") and "refund_received_on" not in f:
        return UNSAID  # which of two equal promises leads then, no ruling says
    if "return_received_on" in f:
        return money_phase(f, as_of)
    if f.get("seller_agreed") and f.get("return_shipping_cost", 0) > f.get("price", 0) and "return_approved_on" not in f:
        return UNSAID  # A16: whether money without a return was agreed, or a return, no fact says
    if "returned_on" in f:
        return "your_turn" if f.get("return_lost") else Not("done", "start")
    if "protection_ends_on" in f and "return_approved_on" in f or "offer" in f:
        return Not("done", "start")
    if "return_approved_on" in f:
        return "your_turn" if acted_on(f) else UNSAID
    if waits_for_address(f) and acted_on(f):
        careful = careful_day(f)
        return "your_turn" if careful is not UNSAID and as_of <= careful else OneOf("your_turn", "late")
    if "dispute_outcome" in f:
        return Not("done", "start")
    if "escalated_on" in f:
        return Not(*CALM)  # nobody gives a day until which to wait
    if "dispute_opened_on" in f and "return_requested_on" not in f and "free_return" not in f:
        if "seller_replied_on" in f or f.get("seller_agreed") is not None:
            return Not("start", "done", "waiting") if f.get("seller_agreed") is False else Not("start", "done")
        return "waiting" if as_of <= f["dispute_opened_on"] + 15 else Not(*CALM)  # A09 A10
    if acted_on(f):
        return Not("done", "start")
    return "start" if status == "allowed" and f.get("seller_agreed") is None and "seller_replied_on" not in f and "wants" not in f else UNSAID


def replacement(f, as_of):
    """K17: for the faults that 001 does not name, something to ask for."""
    start = start_of(f)
    if f["reason"] not in FAULT or f["reason"] in ("damaged", "defective", "missing_parts") or start is None:
        return UNSAID
    if f.get("protection", "basic") != "basic" or acted_on(f) or "return_approved_on" in f:
        return UNSAID
    moments = timely(f, as_of)
    status = merge(one for full in completions(f) for one in over_moments([grounds(full), "contested"], moments))
    return slots(status=status, refund_by=NOTHING if is_a_no(status) else UNSAID)


def warranty(f, as_of):
    """K24: two years from purchase are safe, from arrival the last; for faults under the Advanced badge."""
    if f.get("protection") != "advanced" or f["reason"] not in ("damaged", "defective") or f["category"] in NO_RETURN:
        return UNSAID
    if set(OF_THE_DISPUTE) & set(f) or acted_on(f) or "return_approved_on" in f or f.get("complete", True) is not True or may_be_refused(f):
        return UNSAID
    ordered, start = f.get("ordered_on"), start_of(f)
    safe = None if ordered is None else years_after(ordered, 2)
    last = None if start is None else years_after(start, 2)
    if safe is None or last is None:
        return UNSAID if last is not None and as_of > last else slots(act_by=(safe, last))
    return slots(status="allowed" if as_of <= safe else "contested", act_by=(safe, last)) if as_of <= last else UNSAID


def chargeback(f):
    """K29: from a decision of the bank that was won, and only then."""
    if "chargeback_decided_on" not in f or f.get("chargeback_outcome") is None or f["reason"] in CHOICE or may_be_refused(f):
        return UNSAID
    day = f["chargeback_decided_on"]
    return (BUSINESS[3][day], BUSINESS[5][day]) if f["chargeback_outcome"] == "won" else NOTHING


def cancellation(f):
    sent = {"shipped_on", "delivered_on", "received_on", "returned_on"} & set(f)
    if sent:
        return None
    if f.get("wants") != "cancellation" or may_be_refused(f) or "seller_cancelled_on" in f or "dispute_opened_on" in f:
        return UNSAID
    return slots(status="conditional")


def question(f, as_of, status):
    """What must not be asked, or is the one thing to ask."""
    idle = []
    start = start_of(f)
    if f["reason"] not in FAULT or as_of > years_after(start or as_of, 2):
        idle.append("protection")  # the warranty is for faults, and for two years
    if start is None or "protection_ends_on" in f or acted_on(f) and timely(f, as_of) == ["allowed"]:
        idle.append("seller_return_window")
    if start is not None and min(acted_on(f) or [as_of]) > max(start + 365, f.get("extension_until", 0)):
        idle.append("seller_return_window")  # longer than any listing may say
    plain = set(ASSUMED) | {"country", "category", "reason", "marketplace", "ordered_on", "received_on", "delivered_on", "payment_method",
                            "transit_days", "seller_return_window", "extension_until", "price", "return_shipping_cost", "seller_accepts_change_of_mind"}
    asked = f["reason"] in ("damaged", "defective") and f["category"] == "electronics" and isinstance(status, str) and status == "expired" and "ordered_on" in f
    if asked and set(f) <= plain and not may_be_refused(f) and all(v is not None for v in f.values()) and as_of <= years_after(start, 2):
        return "protection"  # no dead end
    return Not(*idle) if idle else UNSAID


def opinion(f, as_of):
    """What is compared: entitlements by remedy (None: must not be there), and more about the verdict as a whole."""
    if "refund_received_on" in f:
        returned = {"refund_on_return": slots(status=Not("expired"))} if "returned_on" in f and f["marketplace"] == "aliexpress" else {}
        return {"entitlements": returned, "phase": "done", "question": None}
    f = settled(f)
    if f["marketplace"] != "aliexpress":
        said = other_shop(f, as_of)
        key = "any" if f["reason"] == "not_received" else "refund_on_return"
        return {"entitlements": {key: said}, "status": said["status"]}
    rest = {"chargeback": chargeback(f)}
    if "dispute_decided_on" in f:
        ended = decided(f, as_of)
        if ended is not None:
            return {"entitlements": ended[0], **rest, **ended[1], "question": Not("seller_return_window") if certain(f, as_of) else UNSAID}
    start = start_of(f)
    sent_back = f["reason"] in CHOICE + FAULT + ("late",)
    entitlements = {"refund_without_return": without_return(f, as_of), "replacement": replacement(f, as_of), "cancellation": cancellation(f)}
    status = UNSAID
    if sent_back and start is not None:
        entitlements["refund_on_return"] = on_return(f, as_of)
        status = entitlements["refund_on_return"]["status"]
        if "dispute_decided_on" in f and (not isinstance(status, str) or status != "allowed"):  # READING: a decision for the buyer may have settled what was contested
            entitlements["refund_on_return"]["status"] = UNSAID
        if "offer_accepted_on" in f:
            entitlements["refund_on_return"] = UNSAID
        elif "offer" in f:
            entitlements["refund_on_return"]["act_by"] = UNSAID
        rest["phase"] = phase_of_return(f, as_of, status)
        rest["question"] = question(f, as_of, status)
        if isinstance(status, str) and status == "expired" and f.get("seller_agreed") is True and not acted_on(f) and "return_approved_on" not in f and not may_be_refused(f):
            rest |= {"cites": "C18", "kinds": ["last_resort"]}  # goodwill, promised by nobody
    elif not sent_back:
        entitlements["refund_on_return"] = None
    if f["reason"] in NEVER_CAME or never_came(f, as_of):
        rest["question"] = Not("seller_return_window", "protection") if "delivered_on" not in f or "extension_until" not in f else UNSAID
        if "dispute_opened_on" in f and not may_be_refused(f) and f["reason"] == "not_received" and "offer" not in f:
            silent = not {"escalated_on", "seller_replied_on", "free_return"} & set(f) and f.get("seller_agreed") is None
            waits = as_of <= f["dispute_opened_on"] + 15
            rest["phase"] = ("waiting" if waits else Not(*CALM)) if silent else Not("start", "done")
    under_way = {"return_approved_on", "returned_on", "dispute_decided_on"} & set(f)
    if f["reason"] in FAULT and "partial_refund" in (f.get("wants"), f.get("offer")) and not under_way:
        entitlements["partial_refund"] = slots()
    return {"entitlements": entitlements, "warranty": warranty(f, as_of), **rest}


def label_opinion(order, items, as_of):
    """One free label an order: who pays for each item, and what it is worth to those that come after it is posted."""
    approved = [i for i, f in enumerate(items) if "return_approved_on" in f]
    gone = [i for i in approved if "returned_on" in items[i]]
    said = []
    for i, own in enumerate(items):
        f = order | own
        if gone and i not in gone:
            f = f | {"free_return": False}
        one = on_return(f, as_of)
        said.append(slots(status=one["status"], return_shipping=one["return_shipping"], refund_by=one["refund_by"]))
        if len(approved) > 1:
            said[-1] = slots()
    return said
