"""The second opinion itself: what the four policies give, read a second time. See second_opinion.py, which compares it.

Written from the facts, conflicts and rulings that the packs rest on (K.. and letters cite them) and from the public
contract; not from the engine or the packs. Dates are numpy's. Where those texts leave room, READING says how it was read;
where they leave a thing open, it is UNSAID and not compared. What has happened since (disputes, offers, money, whose turn it
is) is in policy_progress.py.
"""
import itertools

import numpy as np

EPOCH_DAYS = np.arange(np.datetime64("1970-01-01"), np.datetime64("2200-01-01"))
ISO = [str(day) for day in EPOCH_DAYS]
NUMBER = {day: number for number, day in enumerate(ISO)}
# The n-th working day strictly after a day: from a weekend, numpy first steps back to Friday.
BUSINESS = {n: np.busday_offset(EPOCH_DAYS[:-60], n, roll="backward").astype(int).tolist() for n in (1, 2, 3, 5, 20)}
FIRST_DAY = int(np.datetime64("2019-01-01").astype(int))
DAYS = 12 * 365

CHOICE = ("changed_mind", "ordered_wrong_size")
FAULT = ("wrong_size_sent", "damaged", "defective", "missing_parts", "not_as_described", "wrong_item", "counterfeit")
NEVER_CAME = ("not_received", "returned_to_sender", "held_at_customs")
NO_RETURN = ("perishable", "custom_made", "intimate_apparel", "personal_care")
LISTED = ("FR", "US", "ES", "BR", "NL", "IL", "GB", "DE", "IT", "CA", "AU", "BE", "PT", "MX", "CL", "UA", "RU")  # D11
ASSUMED = {"paid_on_platform": True, "account_in_good_standing": True, "unused": True, "complete": True,
           "labels_attached": True, "original_packaging": True, "free_return": False, "free_label_used": False}
OPEN_FACTS = tuple(ASSUMED) + ("opened",)
NOS = ("expired", "refused", "not_covered")
SHOP_WINDOWS = {"temu": ("ordered_on", 90), "dhgate": ("ordered_on", 90), "wish": ("received", 30)}  # C22 C24 C23
NOTHING = (None, None)


class Unsaid:
    """The second opinion takes no stand on this."""

    def __eq__(self, other):
        return True

    __hash__ = None


class Not:
    """Anything but these."""

    def __init__(self, *values):
        self.values = values

    def __eq__(self, other):
        return other not in self.values

    __hash__ = None

    def __repr__(self):
        return "not " + " or ".join(map(str, self.values))


class OneOf(Not):
    def __eq__(self, other):
        return other in self.values

    __hash__ = None

    def __repr__(self):
        return " or ".join(map(str, self.values))


UNSAID = Unsaid()


def is_a_no(status):
    """Whether the status is said, and is a no."""
    return isinstance(status, str) and status in NOS


def slots(**said):
    """An entitlement of which only what is said is compared."""
    return dict({"status": UNSAID, "return_shipping": UNSAID, "opens": UNSAID, "act_by": UNSAID, "refund_by": UNSAID}, **said)


def years_after(day, years):
    """The same day of a later year, 28 February where it has none (contract, "Dates and counting")."""
    year, rest = int(ISO[day][:4]) + years, ISO[day][4:]
    return NUMBER.get(f"{year}{rest}", NUMBER[f"{year}-02-28"])


def merge(statuses):
    """Contract, "Exactness": equal stays; only no's give the first of them; anything else is conditional."""
    found = set(statuses)
    if len(found) == 1:
        return found.pop()
    if found <= set(NOS):
        return next(no for no in NOS if no in found)
    return "conditional"


def one_status(parts):
    """On one completion: expired before refused before not_yet; then any disagreement; then yes."""
    for status in ("expired", "refused", "not_yet", "conditional", "contested"):
        if status in parts:
            return status
    return "allowed"


def over_moments(parts, moments):
    """One status for each reading of the clock. Expired only where every one is past: else a rule's no is refused."""
    if "refused" in parts and "expired" not in parts:
        return ["expired" if all(moment == "expired" for moment in moments) else "refused"]
    return [one_status(parts + [moment]) for moment in moments]


def general(f):
    return "refused" if not f["paid_on_platform"] or not f["account_in_good_standing"] else "allowed"  # C04 C06


def free_label(f):
    """A label that is spent is as if there were none, in every slot."""
    return f["free_return"] and not f["free_label_used"]


def grounds(f):
    """Reason, category and condition of goods that are sent back."""
    reason, category = f["reason"], f["category"]
    if general(f) == "refused":
        return "refused"
    if reason == "late":
        return "contested"  # K35
    if reason in FAULT:  # K19: the item goes back as received
        if category in NO_RETURN and reason in ("not_as_described", "missing_parts"):
            return "contested"  # K22: "may"; READING: a part that is missing is a misdescription
        if not f["complete"] and reason != "missing_parts":
            return "contested"  # B17 B43 B44
        return "allowed"
    if category in ("perishable", "custom_made", "intimate_apparel"):
        return "refused"  # K22
    parts = []
    if category == "personal_care":
        parts.append("refused" if f["opened"] else "contested")  # K22
    accepts = f.get("seller_accepts_change_of_mind")
    if accepts is None:
        parts.append("contested")  # K11
    elif not accepts:
        parts.append("contested" if free_label(f) else "refused")
    if not (f["unused"] and f["labels_attached"] and f["complete"]):
        parts.append("refused")  # B06 C12 B44
    if not f["original_packaging"] and f.get("seller_agreed") is not True:
        parts.append("contested")  # K18
    return one_status(parts)


def payers(f):
    usual = {"buyer"} if f["reason"] in CHOICE + ("late",) else {"buyer", "seller"}  # B48 K35; K09
    if free_label(f):  # D23, D07
        return {"platform"} if f.get("country") in LISTED else usual | {"platform"}  # K28
    return usual


def window(f, start):
    """K01, K33: the last safe day and the last day of the most generous reading. The order page's countdown decides."""
    if "protection_ends_on" in f:
        return f["protection_ends_on"], f["protection_ends_on"]
    stated = f.get("seller_return_window")
    safe = start + max(15, stated or 0)
    last = safe if stated else start + 30
    extension = f.get("extension_until")
    if extension is not None:
        safe, last = max(safe, extension), max(last, extension)
    return safe, last


def window_statuses(f, day, safe, last):
    if day <= safe:
        return ["allowed"]
    if day > last:
        return ["expired"]
    # Between: the listing states none (the sources disagree), or it was not given (15 is past, 30 is not).
    return ["contested"] if f.get("seller_return_window") == 0 else ["allowed", "expired"]


def method_least(f):
    """K14: the method's least, or three where that is less. A method not given may be any."""
    return {"card": 3, "bank_transfer": 3, "e_wallet": 1}.get(f.get("payment_method"), 1)


def money_from(f, day):
    return BUSINESS[method_least(f)][day], BUSINESS[20][day]


def start_of(f):
    known = [f[k] for k in ("delivered_on", "received_on") if k in f]
    return min(known) if known else None  # K02


def completions(f):
    """Every way in which the facts that the shopper cannot say could be."""
    base = dict(ASSUMED, **f)
    if f["category"] == "personal_care":
        base.setdefault("opened", None)
    unknown = [k for k in OPEN_FACTS if k in base and base[k] is None]
    for values in itertools.product((True, False), repeat=len(unknown)):
        yield dict(base, **dict(zip(unknown, values)))


def span(pairs):
    return min(p[0] for p in pairs), max(p[1] for p in pairs)


def acted_on(f):
    return [f[k] for k in ("dispute_opened_on", "return_requested_on", "returned_on") if k in f]


def timely(f, as_of):
    """The window on the day on which the buyer first acted, or today."""
    safe, last = window(f, start_of(f))
    return window_statuses(f, min(acted_on(f) or [as_of]), safe, last)


def posting_days(f):
    """K07: the safe and the last day for posting, once approved. Where nobody could meet the window's end, ten days alone."""
    ten = f["return_approved_on"] + 10
    end = window({k: v for k, v in f.items() if k != "protection_ends_on"}, start_of(f))[0]
    return (ten, ten) if end < f["return_approved_on"] else (min(ten, end), max(ten, end))


def posting(f, as_of):
    """What the posting adds to the status; K08: without an approval it is contested."""
    if "return_approved_on" not in f:
        return ["contested"] if "returned_on" in f else []
    safe, last = posting_days(f)
    posted = f.get("returned_on", as_of)
    return ["allowed" if posted <= safe else "contested" if posted <= last else "expired"]


def careful_day(f):
    """Agreed and no address yet: the earlier of agreement + 10 and the window's safe end, where that could be met."""
    agreed = f.get("dispute_decided_on", f.get("seller_replied_on"))
    end = window(f, start_of(f))[0]
    return UNSAID if agreed is None or end < agreed else min(agreed + 10, end)


def goods_back(f, full):
    """K14, K15: when the money comes once the parcel is back. An acceptance that is not given has not happened."""
    back = f["return_received_on"]
    if "return_accepted_on" in f:
        begun = max(back, f["return_accepted_on"])
    else:  # Free Return: checked within two business days, whether it was or not
        begun = BUSINESS[2][back] if free_label(full) else back
    return BUSINESS[method_least(f)][back], BUSINESS[20][begun]


def on_return(f, as_of):
    """refund_on_return of AliExpress, as long as nothing has been decided."""
    start = start_of(f)
    moments, extra = timely(f, as_of), posting(f, as_of)
    accepted = "return_accepted_on" in f
    statuses, paid, money = [], set(), []
    for full in completions(f):
        paid |= payers(full)
        these = over_moments([grounds(full)] + extra, moments)
        statuses += these
        if "return_received_on" in f and (not set(these) <= set(NOS) or accepted and grounds(full) != "refused"):
            money.append(goods_back(f, full))
    out = slots(opens=(start, start), act_by=window(f, start))
    out["status"] = merge(statuses)
    out["return_shipping"] = [p for p in ("buyer", "seller", "platform") if p in paid]
    if accepted and out["status"] != "allowed":
        out["status"] = Not("expired")  # taken back all the same: never expired; what it is instead is left open
        return out | {"act_by": UNSAID, "refund_by": span(money) if money else UNSAID}
    if acted_on(f):
        # "Under way": nothing that is the buyer's to do has a last day until the return is approved.
        out["act_by"] = NOTHING if moments in (["allowed"], ["contested"]) else UNSAID
        if out["act_by"] is NOTHING and "return_approved_on" in f and "returned_on" not in f:
            out["act_by"] = UNSAID if "protection_ends_on" in f else posting_days(f)
        elif out["act_by"] is NOTHING and waits_for_address(f):
            careful = careful_day(f)
            out["act_by"] = UNSAID if careful is UNSAID or as_of > careful or "expired" == out["status"] else (careful, UNSAID)
        elif out["act_by"] is NOTHING and "returned_on" not in f and ({"seller_replied_on", "dispute_outcome"} & set(f) or f.get("seller_agreed") is True):
            out["act_by"] = UNSAID  # what was answered is not said, or who gives the address under Free Return
    elif "return_approved_on" in f:
        out["act_by"] = UNSAID  # approved though nothing was asked for
    if is_a_no(out["status"]):
        out["refund_by"] = NOTHING
    if f.get("return_lost") and "return_received_on" not in f:
        out["refund_by"] = NOTHING
    elif money:
        out["refund_by"] = span(money)
    if "protection_ends_on" in f and ("return_approved_on" in f or "returned_on" in f):
        out |= {"status": UNSAID, "refund_by": UNSAID}  # whether the countdown also ends the posting is left open
    return out


def waits_for_address(f):
    """The seller agreed, or it was decided so, and there is no address; under Free Return the platform gives it."""
    agreed = f.get("seller_agreed") is True or f.get("dispute_outcome") == "return_and_refund"
    return agreed and not {"return_approved_on", "returned_on"} & set(f) and f.get("free_return", False) is False


def without_return(f, as_of):
    """refund_without_return of AliExpress: never came, cancelled, or cheap and faulty."""
    out = slots(return_shipping=[])
    reason, start = f["reason"], start_of(f)
    moments, parts = [], []
    if reason == "seller_cancelled":  # K31
        out["refund_by"] = money_from(f, f["seller_cancelled_on"])
        moments = ["allowed"]
    elif reason == "wrong_address" and start is not None:  # ruling: a scan exists
        out["opens"], out["act_by"] = (start, start), window(f, start)
        moments = window_statuses(f, as_of, *window(f, start))
    elif never_came(f, as_of) and "delivered_on" in f:  # ruling: scan + 15, the listing has no part in it
        end = f.get("protection_ends_on", start + 15)
        out["opens"], out["act_by"] = (start, start), (end, end)
        moments = ["allowed" if as_of <= end else "expired"]
        if "extension_until" in f:
            return slots(return_shipping=[])
    elif never_came(f, as_of) and "shipped_on" not in f:
        return out  # no clock has begun, and what that is called is left open
    elif never_came(f, as_of):  # K03, K05
        earliest, sixty = f["shipped_on"] + 12, f["shipped_on"] + 60
        promised, end = f.get("promised_by"), f.get("protection_ends_on")
        sure = None if promised is None else max(sixty, promised + 1)
        out["opens"], out["act_by"] = (earliest, sure), (end, end)
        if end is not None and as_of > end:
            moments = ["expired"]
        elif as_of < earliest:
            moments = ["not_yet"]
        elif as_of < sixty:
            moments = ["contested"]  # whatever was promised, the sources disagree today
        elif promised is None:
            moments = ["conditional"]
        else:
            moments = ["contested" if as_of < sure else "allowed"]
        if "confirmed_receipt_on" in f:
            if end is not None or as_of < earliest:
                return slots(return_shipping=[])
            out["opens"], out["act_by"], moments = UNSAID, (f["confirmed_receipt_on"] + 15, None), ["contested"]
            if promised is None and all(general(full) == "allowed" for full in completions(f)):
                return out | {"status": OneOf("contested", "conditional")}
        if reason in NEVER_CAME[1:]:  # as not_received where it fits: never a plain yes, never a no
            alone = moments[0] in ("contested", "conditional", "allowed") and end is None
            firm = all(general(full) == "allowed" for full in completions(f))
            return slots(return_shipping=[], status=Not("allowed", *NOS) if alone and firm else UNSAID)
    elif reason in FAULT and f.get("return_shipping_cost", 0) > f.get("price", 1 << 40):  # A16
        if acted_on(f) or "return_approved_on" in f:
            return UNSAID
        agreed = f.get("seller_agreed")
        out["opens"], out["act_by"] = (start, start), window(f, start)
        moments = window_statuses(f, as_of, *window(f, start))
        parts = ["allowed", "refused"] if agreed is None else ["allowed" if agreed else "refused"]
    else:
        return UNSAID if "wants" in f or reason in FAULT or "offer" in f or reason == "late" else None
    if "dispute_opened_on" in f:  # under way: acted in time, so the days of asking are behind
        refusable = any(general(full) == "refused" for full in completions(f))
        return slots(return_shipping=[], act_by=NOTHING, status=UNSAID if refusable or reason not in NEVER_CAME or "offer_accepted_on" in f else Not(*NOS))
    out["status"] = merge(status for full in completions(f) for part in parts or ["allowed"]
                          for status in over_moments([general(full), part], moments))
    if is_a_no(out["status"]):
        out["refund_by"] = NOTHING
    return out


def never_came(f, as_of):
    """Late and not here is non-delivery once the promised day is past."""
    late = f["reason"] == "late" and start_of(f) is None and f.get("promised_by", as_of) < as_of
    return f["reason"] in NEVER_CAME or late


def other_shop(f, as_of):
    """Temu, Wish, DHgate: a period and nothing else, so the rest hangs on silence; what their own pages add (M60, M61, M70, M71)."""
    event, length = SHOP_WINDOWS[f["marketplace"]]
    start = start_of(f) if event == "received" else f.get(event)
    missing = f["reason"] == "not_received"
    out = slots(return_shipping=UNSAID if missing else None, opens=UNSAID if missing else NOTHING, status="conditional", act_by=NOTHING)
    if f["marketplace"] == "temu" and "free_label_used" in f:
        out["return_shipping"] = UNSAID  # M60, M61: the first return of an order is free
    if f["marketplace"] == "temu" and f["category"] in ("apparel", "intimate_apparel") and not (f.get("unused", True) and f.get("labels_attached", True)):
        return slots()  # M60: worn, or without tags
    if f["marketplace"] == "wish" and missing and start is None and "promised_by" in f:
        start = f["promised_by"]  # M70
        if as_of <= start:
            return slots()  # M71: nothing while it is on its way
    if start is None:
        return out
    acted = f.get("dispute_opened_on")
    if (as_of if acted is None else acted) > start + length:
        out["status"] = "expired"
        out["refund_by"] = NOTHING
        out["act_by"] = (start + length, start + length)
    elif acted is None:
        out["act_by"] = (start + length, start + length)
    return out
