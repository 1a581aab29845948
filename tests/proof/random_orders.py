"""Random orders for the second opinion: facts with days as numbers, and the day of asking. Only orders that can have happened."""
from policy_reading import ASSUMED, CHOICE, DAYS, FAULT, FIRST_DAY, LISTED, NEVER_CAME, NO_RETURN, SHOP_WINDOWS

RETURN_STAGES = ("dispute_opened_on", "return_approved_on", "returned_on", "return_received_on", "return_accepted_on")
GAPS = (0, 1, 3, 9, 10, 11, 14)


def random_case(r):
    shop = r.choice(("aliexpress",) * 9 + tuple(SHOP_WINDOWS))
    reason = r.choice(CHOICE + FAULT + NEVER_CAME + ("late", "late", "not_received", "wrong_address", "seller_cancelled"))
    if shop != "aliexpress":
        reason = r.choice(CHOICE + FAULT + ("not_received",))
    f = {"marketplace": shop, "reason": reason, "category": r.choice(("general", "apparel", "electronics") + NO_RETURN)}
    ordered = FIRST_DAY + r.randrange(DAYS)
    shipped = ordered + r.randrange(8)
    delivered = shipped + r.randrange(40)
    received = delivered + r.choice((0, 0, 1, 3))
    as_of = received + r.choice((r.randrange(70), 14, 15, 16, 29, 30, 31, r.randrange(35), 90, 120))
    if r.random() < 0.1:  # the two years of the warranty
        f["protection"] = "advanced"
        as_of = r.choice((ordered, received, delivered)) + r.choice((r.randrange(800), 729, 730, 731, 732))
    as_of = max(as_of, received)
    if r.random() < 0.7:
        f["ordered_on"] = ordered
    if reason in NEVER_CAME or reason == "late" and r.random() < 0.5 and shop == "aliexpress":
        as_of = not_here(r, f, shipped, delivered)
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
    if shop == "aliexpress":
        roll = r.random()
        if roll < 0.15:
            f["extension_until"] = received + r.randrange(60)
        elif roll < 0.3 and reason != "seller_cancelled" and reason not in NEVER_CAME[1:]:
            f["protection_ends_on"] = r.choice((received + r.randrange(80), as_of - 1, as_of, as_of + 1))
            if reason == "not_received" and "dispute_opened_on" in f:
                f["protection_ends_on"] = max(f["protection_ends_on"], f["dispute_opened_on"])
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
    if shop == "aliexpress" and r.random() < 0.1:
        f["wants"] = r.choice(("refund", "replacement", "exchange", "partial_refund"))
    money_and_bank(r, f, as_of)
    return f, as_of


def not_here(r, f, shipped, delivered):
    """A parcel of which nothing is in the buyer's hands."""
    as_of = shipped + r.choice((r.randrange(90), 11, 12, 13, 59, 60, 61))
    reason, aliexpress = f["reason"], f["marketplace"] == "aliexpress"
    if r.random() < 0.1 and reason == "not_received" and aliexpress:  # not sent yet, as far as anybody knows
        f["wants"] = "cancellation"
        f["ordered_on"] = min(f.get("ordered_on", shipped), as_of)
        if r.random() < 0.4:
            f["cancel_requested_on"] = f["ordered_on"] + r.randrange(as_of - f["ordered_on"] + 1)
        return as_of
    f["shipped_on"] = shipped
    if r.random() < 0.6 or reason == "late":
        f["promised_by"] = r.choice((shipped + r.randrange(90), shipped + 59, shipped + 60, as_of - 1, as_of))
    if reason == "not_received" and r.random() < 0.3 and delivered <= as_of:
        f["delivered_on"] = delivered
    elif reason == "not_received" and r.random() < 0.2:
        f["confirmed_receipt_on"] = shipped + r.randrange(as_of - shipped + 1)
    if reason == "not_received" and aliexpress and "confirmed_receipt_on" not in f and r.random() < 0.3:
        begun = f.get("delivered_on", shipped + 12)
        if begun <= as_of:
            f["dispute_opened_on"] = begun + r.randrange(min(as_of - begun, 15) + 1)  # in time, where a countdown ends later
            dispute(r, f, as_of)
    return as_of


def dispute(r, f, as_of):
    """What became of an open dispute: an answer, an offer, the platform, a decision."""
    day = f["dispute_opened_on"]

    def later(share):
        nonlocal day
        went_on = day + r.choice((0, 1, 2, 5, 9, 15, 16))
        if r.random() > share or went_on > as_of:
            return False
        day = went_on
        return True

    if later(0.4):
        f["seller_replied_on"] = day
        if r.random() < 0.6:
            f["seller_agreed"] = r.random() < 0.5
        elif r.random() < 0.5:
            f["offer"] = r.choice(("refund_after_return", "partial_refund", "replacement", "store_credit"))
            if later(0.3):
                f["offer_accepted_on"] = day
    if "offer" in f or f.get("seller_agreed"):
        return
    if later(0.4):
        f["escalated_on"] = day
    if later(0.5):
        f["dispute_decided_on"] = day
        f["dispute_outcome"] = r.choice(("refund", "return_and_refund", "partial_refund", "refused", "withdrawn"))
        if f["reason"] in NEVER_CAME and f["dispute_outcome"] == "return_and_refund":
            f["dispute_outcome"] = "refund"


def progress(r, f, as_of, received):
    """How far the buyer has come: dispute, approval, posting, goods back, accepted."""
    aliexpress = f["marketplace"] == "aliexpress"
    if aliexpress and r.random() < 0.3:  # the dispute's own history, and what a decision to send back starts
        opened = received + r.choice(GAPS + (15, 16, 30, 31))
        if opened > as_of:
            return
        f["dispute_opened_on"] = opened
        dispute(r, f, as_of)
        if f.get("dispute_outcome") == "return_and_refund":
            stages(r, f, as_of, f["dispute_decided_on"], RETURN_STAGES[1:])
        return
    first = RETURN_STAGES[0] if r.random() < 0.8 else "return_requested_on"
    stages(r, f, as_of, received, (first, *RETURN_STAGES[1:]) if aliexpress else RETURN_STAGES[:1])
    if "returned_on" in f and "return_received_on" not in f and r.random() < 0.3:
        f["return_lost"] = True
    if aliexpress and "returned_on" in f and r.random() < 0.08:  # posted, and nobody had agreed
        f.pop("return_approved_on", None)
        if r.random() < 0.7:
            f.pop("dispute_opened_on", None), f.pop("return_requested_on", None)


def stages(r, f, as_of, day, names):
    for stage in names:
        day += r.choice(GAPS + (r.randrange(30),))
        if r.random() < 0.35 or day > as_of:
            return
        f[stage] = day


def money_and_bank(r, f, as_of):
    last = max((v for k, v in f.items() if k.endswith("_on") and v is not None and v <= as_of), default=as_of)
    if r.random() < 0.04 and f["reason"] != "returned_to_sender":
        f["refund_received_on"] = last + r.randrange(as_of - last + 1)
    elif r.random() < 0.05 and f["marketplace"] == "aliexpress":
        f["payment_method"] = "card"
        f["chargeback_filed_on"] = f["chargeback_decided_on"] = last + r.randrange(as_of - last + 1)
        if r.random() < 0.9:
            f["chargeback_outcome"] = r.choice(("won", "lost"))


def random_label_order(r):
    """An order of two or three items under one free label: (order, items, day)."""
    received = FIRST_DAY + r.randrange(DAYS)
    as_of = received + r.choice((r.randrange(70), 14, 15, 16, 30, 31))
    order = {"marketplace": "aliexpress", "received_on": received, "country": r.choice(LISTED + ("JP", "ZA")), "free_return": True}
    if r.random() < 0.2:
        order["free_label_used"] = r.random() < 0.7
    if r.random() < 0.3:
        order["seller_return_window"] = r.choice((0, 20, 30))
    items = []
    for _ in range(r.choice((2, 2, 3))):
        item = {"reason": r.choice(CHOICE + FAULT), "category": r.choice(("general", "apparel", "electronics", "custom_made"))}
        if r.random() < 0.5:
            item["seller_accepts_change_of_mind"] = r.random() < 0.5
        items.append(item)
    if r.random() < 0.7:
        stages(r, r.choice(items), as_of, received, ("return_requested_on",) + RETURN_STAGES[1:])
    return order, items, as_of
