"""A second reading of the laws and payment services that stand beside the shops. See law_opinion.py, which compares it with the engine.

Written from the tables of law (country, length, start, who pays, when the seller refunds, what is excepted, edition) and not from the packs.
A case is a dict of facts with dates as datetime.date; the reading gives, for each (pack, remedy), None where the pack grants nothing,
else the slots that it takes a stand on. What the tables leave open is UNSAID and not compared.
"""
from datetime import date

from law_facts import (BANK_REASONS, FAULT, HIDDEN, HYGIENE, NEVER_CAME, PRESUMED_MONTHS, UNION, UNSAID, YEARS, Case, completions, days,
                       earlier, merged, months, one, to_monday, working_days)


def withdrawal(c, end, *others, payers, refund=None, post_in=None, excepted=False):
    """Changing one's mind: `end` is the last day to say so."""
    said = c.withdrawn_on
    refused = "refused" if c.seller_is_trader is False or excepted is True else UNSAID if excepted is UNSAID else "allowed"
    status = c.windowed(end, said, refused, *others)
    act_by = end
    if said and status is UNSAID or said and status in ("refused", "conditional"):
        act_by = UNSAID
    elif said and status == "allowed":
        act_by = None if c.returned_on or c.return_received_on else days(said, post_in) if post_in is not None else None
    money = refund if said and status == "allowed" else UNSAID
    return one(status, act_by, payers, refund=money)


def sent_back(c):
    """The day from which the seller need not wait for the goods, as far as the case says it."""
    return earlier(c.return_received_on, c.returned_on if c.return_tracked else None)


def excepted(c):
    sealed = (c.category in HYGIENE or c.seal_said) and bool(c.hygiene_seal)  # of other categories nobody is asked for a seal
    return c.category in ("custom_made", "perishable") or sealed and bool(c.opened)


def eu_withdrawal(c):
    if c.contract < date(2014, 6, 14) or c.reason in NEVER_CAME:
        return {"refund_on_return": None}
    end = to_monday(days(c.start, 14)) if c.told_of_withdrawal else months(days(c.start, 14), 12)
    back = sent_back(c)
    refund = max(days(c.withdrawn_on, 14), back) if c.withdrawn_on and back else UNSAID
    found = withdrawal(c, end, payers=("buyer",) if c.told_of_return_cost else ("seller",), refund=refund, post_in=14, excepted=excepted(c))
    found["button"] = c.contract >= date(2026, 6, 19) if found["status"] in ("allowed", "conditional") and not c.withdrawn_on else UNSAID
    return {"refund_on_return": found}


def shown_by(c):
    """The day by which the fault had shown: when it was found or told, else the day of the question."""
    return c.defect_found_on or c.defect_reported_on or c.as_of


def proof(c, presumed):
    return "seller" if not presumed or shown_by(c) <= presumed else "buyer"


def eu_conformity(c):
    ids = ("repair", "replacement", "partial_refund", "refund_on_return")
    if c.contract < date(2022, 1, 1) or not c.fault:
        return dict.fromkeys(ids)
    refused = "refused" if c.seller_is_trader is False else "allowed"
    if c.country not in YEARS:
        return {name: one(refused if refused == "refused" else "conditional", None, None) for name in ids}
    end = months(c.start, 12 * YEARS[c.country])
    told = c.defect_reported_on
    answers = {}
    for name in ids:
        cure = "allowed" if c.repair_failed or name in ids[:2] else "conditional"
        if c.country == "PT" and name == "refund_on_return" and c.start and shown_by(c) <= days(c.start, 30):
            cure = "allowed"
        status = c.windowed(end, told, refused, cure)
        act_by = end if status == "expired" or not told else None if status == "allowed" else UNSAID
        if not c.start and name == "refund_on_return" and c.country == "PT":
            status = UNSAID
        answers[name] = one(status, act_by, ("seller",))
        if status in ("allowed", "conditional"):
            answers[name]["proof"] = proof(c, months(c.start, PRESUMED_MONTHS[c.country]))
    back = sent_back(c)
    if c.country == "ES" and told and answers["refund_on_return"]["status"] == "allowed" and back:
        answers["refund_on_return"]["refund"] = days(back, 14)
    return answers


def nothing_came(c, refund_in=None):
    opens = days(c.due, 1)
    late = "conditional" if not c.extra_period_until or c.as_of <= c.extra_period_until else "allowed"
    if opens is None:
        late = "conditional"
    refused = "refused" if c.seller_is_trader is False else "allowed"
    status = c.judged(None, None, refused, "not_yet" if opens and c.as_of < opens else "allowed", late)
    status = refused if refused == "refused" else status
    refund = days(c.contract_ended_on, refund_in) if refund_in and c.contract_ended_on else UNSAID if refund_in else None
    return one(status, None, (), opens, UNSAID if status == "refused" else refund)


def eu_non_delivery(c):
    held = c.contract >= date(2014, 6, 14) and c.nothing_came
    return {"refund_without_return": nothing_came(c, 14 if c.country == "FR" else None) if held else None}


def united_kingdom(c):
    answers = dict.fromkeys(("refund_on_return", "repair", "replacement", "partial_refund", "refund_without_return"))
    if c.contract < date(2015, 10, 1):
        return answers
    if c.nothing_came:
        answers["refund_without_return"] = nothing_came(c)
    refused = "refused" if c.seller_is_trader is False else "allowed"
    if c.fault:
        end = days(c.start, 30)
        over = bool(c.repair_failed) and bool(end) and c.as_of > end  # then the final right, which has no such day
        status = refused if over else c.windowed(end, c.rejected_on, refused)
        in_time = bool(c.rejected_on) and bool(end) and c.rejected_on <= end
        act_by = UNSAID if over or c.rejected_on and status == "refused" else None if in_time else end
        refund = days(c.refund_agreed_on, 13) if c.refund_agreed_on and status == "allowed" else UNSAID
        answers["refund_on_return"] = one(status, act_by, ("seller",), refund=refund)
        for name in ("repair", "replacement", "partial_refund"):
            cure = "conditional" if name == "partial_refund" and not c.repair_failed else "allowed"
            answers[name] = one(refused if refused == "refused" else cure, None, ("seller",))
            if refused != "refused":
                answers[name]["proof"] = proof(c, months(c.start, 6))
    elif c.reason not in NEVER_CAME:
        end = days(c.start, 14) if c.told_of_withdrawal else months(days(c.start, 14), 12)
        back = sent_back(c)
        answers["refund_on_return"] = withdrawal(c, end, payers=("buyer",) if c.told_of_return_cost else ("seller",), post_in=14,
                                                 refund=days(back, 14) if back else UNSAID, excepted=excepted(c))
    return answers


def brazil(c):
    answers = dict.fromkeys(("refund_on_return", "repair", "replacement", "partial_refund", "refund_without_return"))
    if c.nothing_came:
        answers["refund_without_return"] = link(c)
    if c.fault:
        begun = c.defect_found_on if c.defect_found_on and c.reason in HIDDEN else c.start
        end = days(begun, 90 if c.durable else 30)
        refused = "refused" if c.seller_is_trader is False else "allowed"
        for name in ("repair", "replacement", "partial_refund", "refund_on_return"):
            cure = "allowed" if name == "repair" or c.repair_failed else "conditional"
            status = c.windowed(end, c.defect_reported_on, refused, cure)
            act_by = end if status == "expired" or not c.defect_reported_on else None if status == "allowed" else UNSAID
            answers[name] = one(status, act_by, ("seller",))
        if not c.repair_failed and (not c.start or c.as_of <= days(c.start, 7)):  # a fault does not take the seven days away
            seven = one(c.windowed(days(c.start, 7), None, refused), days(c.start, 7), ("seller",))
            answers["refund_on_return"] = seven if c.start and not c.defect_reported_on else one(UNSAID, UNSAID, ("seller",), UNSAID)
    elif c.reason not in NEVER_CAME:
        answers["refund_on_return"] = withdrawal(c, days(c.start, 7), payers=("seller",), refund=c.withdrawn_on)
    return answers


def link(c, trader=True):
    """The law may give more: no day, and nothing from a private seller."""
    return one("refused" if trader and c.seller_is_trader is False else "conditional", None, UNSAID, UNSAID)


def by_withdrawal(c, end, *others, payers, refund=None, unknown=()):
    """The countries whose one right is the change of mind, whatever the reason."""
    answers = {"refund_on_return": None, "refund_without_return": link(c) if c.nothing_came else None}
    if c.reason not in NEVER_CAME:
        answers["refund_on_return"] = withdrawal(c, end, *others, payers=payers, refund=refund, excepted=UNSAID if c.category in unknown else False)
    return answers


def chile(c):
    answers = dict.fromkeys(("refund_on_return", "repair", "replacement", "refund_without_return"))
    if c.contract < date(2022, 3, 24):
        return answers
    if not c.fault:
        listed = c.contract >= date(2025, 2, 28) and c.category in ("custom_made", "perishable")
        end = days(c.start, 10 if c.told_of_withdrawal else 90)
        return answers | by_withdrawal(c, end, "conditional" if listed or not c.unused else "allowed", payers=None)
    end = months(c.start, 6)
    for name in ("refund_on_return", "repair", "replacement"):
        status = c.windowed(end, c.defect_reported_on, "refused" if c.seller_is_trader is False else "allowed")
        act_by = end if status == "expired" or not c.defect_reported_on else None if status == "allowed" else UNSAID
        answers[name] = one(status, act_by, None)
    return answers


def united_states(c):
    answers = {"refund_without_return": None, "refund_on_return": link(c) if c.fault else None}
    if c.nothing_came and not c.shipped_on:
        opens = days(c.due, 1)
        refused = c.seller_is_trader is False
        status = "refused" if refused else "not_yet" if opens and c.as_of < opens else "conditional"
        refund = working_days(c.contract_ended_on, 7) if c.contract_ended_on and not refused else UNSAID
        answers["refund_without_return"] = one(status, None, (), opens, refund)
    return answers


def guarantee(c):
    return {"repair": link(c) if c.fault else None}


def paypal(c):
    if c.wallet != "paypal" or c.reason not in BANK_REASONS:
        return {"chargeback": None}
    end, opened = days(c.paid, 180), c.payment_dispute_opened_on
    raised = "conditional" if opened and c.as_of > days(opened, 20) else "allowed"
    status = c.judged(end, opened, raised, "allowed" if end else "conditional")
    in_time = opened and status != "expired"
    return {"chargeback": one(status, UNSAID if opened and not end else days(opened, 20) if in_time else end, None)}


def card(c):
    refunded = c.return_accepted_on and not c.refund_received_on
    ignored = c.country in UNION and c.withdrawn_on and (c.returned_on or c.return_received_on) and not c.refund_received_on
    own = c.reason in BANK_REASONS or refunded
    if c.country is None and c.withdrawn_on and not own:
        return {"chargeback": UNSAID}  # whether the rule for the Union applies is open
    if c.payment_method != "card" or not own and not ignored:
        return {"chargeback": None}
    if not own:
        return {"chargeback": one("conditional", None, None)}
    first = days(c.paid, 120)
    came = c.received_on or c.delivered_on or c.promised_by
    ends = (first, earlier(days(came, 120), days(c.paid, 540)) if came else first)
    if None in ends:
        return {"chargeback": one(UNSAID, UNSAID, None)}
    filed = c.chargeback_filed_on
    states = {c.judged(end, filed) for end in ends}
    status = states.pop() if len(states) == 1 else "contested"
    in_time = filed and status != "expired"
    return {"chargeback": one(status, None if in_time and status == "allowed" else UNSAID if filed and status == "contested" else ends, None)}


def billing_error(c):
    if c.card_kind != "credit" or c.reason not in ("not_received", "late", "wrong_item", "wrong_size_sent", "missing_parts"):
        return {"chargeback": None}
    end, filed = days(c.first_statement_on, 60), c.chargeback_filed_on
    status = c.judged(end, filed, "allowed" if end else "conditional")
    return {"chargeback": one(status, UNSAID if filed and not end else None if filed and status == "allowed" else end, None)}


def section_75(c):
    out = c.currency == "GBP" and c.price is not None and not 10000 < c.price <= 3000000
    return {"chargeback": None if c.card_kind != "credit" or c.reason not in BANK_REASONS or out else one("conditional", None, None)}


def quebec_and_ontario(c):
    return {"refund_on_return": link(c) if c.reason not in NEVER_CAME else None, "refund_without_return": link(c) if c.nothing_came else None,
            "chargeback": link(c, trader=False) if c.reason in BANK_REASONS else None}


def australia(c):
    return {"refund_on_return": link(c) if c.fault else None, "refund_without_return": link(c) if c.nothing_came else None}


def mexico(c):
    return by_withdrawal(c, working_days(c.start, 5), payers=("buyer",))


def russia(c):
    end = days(c.start, 7) if c.told_of_withdrawal else months(c.start, 3)
    return by_withdrawal(c, end, "allowed" if c.unused else "refused", payers=("buyer",), refund=days(c.withdrawn_on, 10), unknown=("custom_made",))


def israel(c):
    return by_withdrawal(c, days(c.start, 14), payers=("seller",) if c.fault else None, unknown=("custom_made", "perishable"))


def ukraine(c):
    return by_withdrawal(c, days(c.start, 14), "allowed" if c.unused else "refused", payers=None, unknown=("custom_made", "perishable"))


EVERYWHERE = {"paypal": paypal, "card-schemes": card}
BY_COUNTRY = {country: {"eu-withdrawal": eu_withdrawal, "eu-conformity": eu_conformity, "eu-non-delivery": eu_non_delivery} for country in UNION} | {
    "GB": {"uk-consumer-law": united_kingdom, "uk-section-75": section_75}, "BR": {"br-consumer-law": brazil},
    "MX": {"mx-consumer-law": mexico, "mx-guarantee": guarantee}, "RU": {"ru-consumer-law": russia, "ru-guarantee": guarantee},
    "IL": {"il-consumer-law": israel, "il-guarantee": guarantee}, "UA": {"ua-consumer-law": ukraine, "ua-guarantee": guarantee},
    "CL": {"cl-consumer-law": chile}, "US": {"us-consumer-law": united_states, "us-billing-error": billing_error},
    "CA": {"ca-consumer-law": quebec_and_ontario}, "AU": {"au-consumer-law": australia}}


def law_opinion(facts, as_of, currency):
    """{(pack, remedy): slots or None} of every pack that stands beside a shop in this case."""
    readings = EVERYWHERE | BY_COUNTRY.get(facts.get("country"), {})
    found = {}
    for completion in completions(facts):
        c = Case(completion, as_of, currency)
        for pack, reading in readings.items():
            for remedy, answer in reading(c).items():
                found.setdefault((pack, remedy), []).append(answer)
    return {key: merged(answers) for key, answers in found.items()}
