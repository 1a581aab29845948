"""The second opinion itself: what the four policies give, read a second time. See second_opinion.py, which compares it.

Written from the facts, conflicts and rulings that the packs rest on (K.. and letters cite them) and from the public
contract; not from the engine or the packs. Dates are numpy's. Where those texts leave room, READING says how it was read.
"""
import itertools

import numpy as np

EPOCH_DAYS = np.arange(np.datetime64("1970-01-01"), np.datetime64("2200-01-01"))
ISO = [str(day) for day in EPOCH_DAYS]
# The n-th working day strictly after a day: from a weekend, numpy first steps back to Friday.
BUSINESS = {n: np.busday_offset(EPOCH_DAYS[:-60], n, roll="backward").astype(int).tolist() for n in (1, 2, 3, 20)}
FIRST_DAY = int(np.datetime64("2019-01-01").astype(int))
DAYS = 12 * 365

CHOICE = ("changed_mind", "ordered_wrong_size")
FAULT = ("wrong_size_sent", "damaged", "defective", "missing_parts", "not_as_described", "wrong_item", "counterfeit")
NO_RETURN = ("perishable", "custom_made", "intimate_apparel", "personal_care")
LISTED = ("FR", "US", "ES", "BR", "NL", "IL", "GB", "DE", "IT", "CA", "AU", "BE", "PT", "MX", "CL", "UA", "RU")  # D11
ASSUMED = {"paid_on_platform": True, "account_in_good_standing": True, "unused": True, "complete": True,
           "labels_attached": True, "original_packaging": True, "free_return": False, "free_label_used": False}
OPEN_FACTS = tuple(ASSUMED) + ("opened",)
NOS = ("expired", "refused", "not_covered")
UNSAID = object()  # the second opinion takes no stand on this slot
SHOP_WINDOWS = {"temu": ("ordered_on", 90), "dhgate": ("ordered_on", 90), "wish": ("received", 30)}  # C22 C24 C23


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


def general(f):
    return "refused" if not f["paid_on_platform"] or not f["account_in_good_standing"] else "allowed"  # C04 C06


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
        parts.append("contested" if f["free_return"] else "refused")
    if not (f["unused"] and f["labels_attached"] and f["complete"]):
        parts.append("refused")  # B06 C12 B44
    if not f["original_packaging"] and f.get("seller_agreed") is not True:
        parts.append("contested")  # K18
    return one_status(parts)


def payers(f):
    usual = {"buyer"} if f["reason"] in CHOICE + ("late",) else {"buyer", "seller"}  # B48 K35; K09
    if f["free_return"] and not f["free_label_used"]:  # D23, D07
        return {"platform"} if f.get("country") in LISTED else usual | {"platform"}  # K28
    return usual


def window(f, start):
    """K01, K33: the last safe day and the last day of the most generous reading."""
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


def on_return(f, as_of):
    """refund_on_return of AliExpress."""
    start = start_of(f)
    out = {"opens": (start, start), "refund_by": UNSAID}
    safe, last = window(f, start)
    acted = [f[k] for k in ("dispute_opened_on", "return_requested_on", "returned_on") if k in f]
    timely = window_statuses(f, min(acted) if acted else as_of, safe, last)
    shipping = []
    out["act_by"] = (safe, last)
    if acted:
        # "Under way": nothing that is the buyer's to do has a last day until the return is approved.
        out["act_by"] = (None, None) if timely in (["allowed"], ["contested"]) else UNSAID
    if "return_approved_on" in f:  # K07
        ship_last = f["return_approved_on"] + 10
        ship_safe = min(ship_last, safe)
        posted = f.get("returned_on", as_of)
        shipping = ["allowed" if posted <= ship_safe else "contested" if posted <= ship_last else "expired"]
        if "returned_on" not in f and timely in (["allowed"], ["contested"]):
            out["act_by"] = (ship_safe, ship_last)
    statuses, paid, money = [], set(), []
    for full in completions(f):
        paid |= payers(full)
        statuses += [one_status([grounds(full), moment] + shipping) for moment in timely]
        if "return_received_on" in f:  # K14, K15
            back = f["return_received_on"]
            if "return_accepted_on" in f:
                begun = max(back, f["return_accepted_on"])
            elif full["free_return"]:  # checked within two business days, whether it was or not
                begun = BUSINESS[2][back]
            else:  # not accepted yet: today at the earliest
                begun = max(back, as_of)
            money.append((BUSINESS[method_least(f)][back], BUSINESS[20][begun]))
    if money:
        out["refund_by"] = span(money)
    out["status"] = merge(statuses)
    out["return_shipping"] = [p for p in ("buyer", "seller", "platform") if p in paid]
    return out


def without_return(f, as_of):
    """refund_without_return of AliExpress: never came, cancelled, or cheap and faulty."""
    out = {"return_shipping": [], "opens": UNSAID, "act_by": UNSAID, "refund_by": UNSAID}
    reason, start = f["reason"], start_of(f)
    if reason == "seller_cancelled":  # K31
        cancelled = f["seller_cancelled_on"]
        out["refund_by"] = (BUSINESS[method_least(f)][cancelled], BUSINESS[20][cancelled])
        moments = [["allowed"]]
    elif reason in ("not_received", "wrong_address") and start is not None:  # ruling: a scan exists
        safe, last = window(f, start)
        moments = [window_statuses(f, as_of, safe, last)]
        out["opens"], out["act_by"] = (start, start), (safe, last)
    elif reason == "not_received":  # K03, K05
        earliest, sixty = f["shipped_on"] + 12, f["shipped_on"] + 60
        promised = f.get("promised_by")
        sure = None if promised is None else max(sixty, promised + 1)
        out["opens"], out["act_by"] = (earliest, sure), (None, None)
        if as_of < earliest:
            moments = [["not_yet"]]
        elif as_of < sixty:
            moments = [["contested"]]  # whatever was promised, the sources disagree today
        elif promised is None:
            moments = [["conditional"]]
        else:
            moments = [["contested" if as_of < sure else "allowed"]]
    elif reason in FAULT and f.get("return_shipping_cost", 0) > f.get("price", 1 << 40):  # A16
        if "dispute_opened_on" in f:
            return UNSAID
        safe, last = window(f, start)
        agreed = f.get("seller_agreed")
        out["opens"], out["act_by"] = (start, start), (safe, last)
        moments = [window_statuses(f, as_of, safe, last)]
        moments.append(["allowed", "refused"] if agreed is None else ["allowed" if agreed else "refused"])
    else:
        return None
    out["status"] = merge(one_status((general(full),) + combination)
                          for full in completions(f) for combination in itertools.product(*moments))
    return out


def other_shop(f, as_of):
    """Temu, Wish, DHgate: a period and nothing else, so the rest hangs on silence."""
    event, length = SHOP_WINDOWS[f["marketplace"]]
    start = start_of(f) if event == "received" else f.get(event)
    out = {"return_shipping": None, "opens": (None, None), "refund_by": UNSAID, "status": "conditional", "act_by": (None, None)}
    if start is None:
        return out
    acted = f.get("dispute_opened_on")
    if (as_of if acted is None else acted) > start + length:
        out["status"] = "expired"
        out["act_by"] = (start + length, start + length)
    elif acted is None:
        out["act_by"] = (start + length, start + length)
    return out


def opinion(f, as_of):
    if f["marketplace"] != "aliexpress":
        return {"refund_on_return": other_shop(f, as_of)}
    sent_back = f["reason"] in CHOICE + FAULT + ("late",)
    return {"refund_on_return": on_return(f, as_of) if sent_back else None, "refund_without_return": without_return(f, as_of)}
