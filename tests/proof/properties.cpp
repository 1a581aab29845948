#include "properties.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "library_access.h"
#include "pack/pack.h"

namespace proof {

using namespace returnable;

namespace {

using std::chrono::days;

constexpr std::string_view shop_id = "aliexpress";  // whose space is walked

bool is_no(Status status) { return status >= Status::expired; }

const Facts& facts_of(const Case& asked, std::size_t item) { return asked.items.empty() ? asked.facts : asked.items[item].facts; }

bool says(const Case& asked, std::size_t item, std::string_view name, std::string_view word) {
    for (const auto& [known, value] : facts_of(asked, item))
        if (const auto* text = std::get_if<std::string>(&value); text && known == name) return *text == word;
    return false;
}

/// A day of the item's own or of the order.
std::optional<Date> day(const Case& asked, std::size_t item, std::string_view name) {
    for (const Facts* facts : {&facts_of(asked, item), &asked.facts})
        for (const auto& [known, value] : *facts)
            if (const auto* found = std::get_if<Date>(&value); found && known == name) return *found;
    return std::nullopt;
}

/// What the pack of an entitlement, the shop's or a law's, says of one of its steps.
const StepSpec* spec_of(const Packs& packs, const Entitlement& one, const Step& step) {
    for (const auto& pack : packs) {
        if (pack->id != one.policy) continue;
        for (const StepSpec& spec : pack->steps)
            if (spec.id == step.id) return &spec;
    }
    return nullptr;
}

bool is_optional(const Packs& packs, const Entitlement& one, const Step& step) {
    const StepSpec* spec = spec_of(packs, one, step);
    return spec && spec->optional;
}

const Pack& shop_of(const Packs& packs) {
    return **std::find_if(packs.begin(), packs.end(), [](const auto& pack) { return pack->id == shop_id; });
}

const RemedySpec* remedy_of(const Packs& packs, const Entitlement& one) {
    if (one.policy != shop_id) return nullptr;
    const Pack& shop = shop_of(packs);
    const auto found = std::find_if(shop.remedies.begin(), shop.remedies.end(), [&](const RemedySpec& spec) { return spec.id == one.remedy; });
    return found == shop.remedies.end() ? nullptr : &*found;
}

const Step* refund_step(const Packs& packs, const Entitlement& one) {
    const RemedySpec* spec = remedy_of(packs, one);
    if (!spec || spec->refund_step == none) return nullptr;
    for (const Step& step : one.steps)
        if (step.id == shop_of(packs).steps[spec->refund_step].id) return &step;
    return nullptr;
}

bool is_paid(const Packs& packs, const Entitlement& one) {
    const Step* money = refund_step(packs, one);
    return money && money->done_on;
}

bool is_open(const Step& step) { return step.state == StepState::due || step.state == StepState::waiting || step.state == StepState::overdue; }

/// The first day on which the buyer acted on a remedy, as the pack names such days.
std::optional<Date> acted_on(const Packs& packs, const Entitlement& one, const Case& asked, std::size_t item) {
    std::optional<Date> first;
    const RemedySpec* spec = remedy_of(packs, one);
    // A dispute that was withdrawn no longer counts as acting in time (contract, second edition).
    if (!spec || says(asked, item, "dispute_outcome", "withdrawn")) return first;
    for (const FactId fact : spec->acts)
        if (const auto found = day(asked, item, shop_of(packs).facts[fact].id)) first = first ? std::min(*first, *found) : *found;
    return first;
}

/// An entitlement is expired by its window or by the day for posting, under the most generous reading that counts.
bool is_past(const Packs& packs, const Entitlement& one, const Case& asked, std::size_t item) {
    const Date acted = acted_on(packs, one, asked, item).value_or(asked.as_of);
    if (one.act_by && one.act_by->last && *one.act_by->last < acted) return true;
    return std::any_of(one.steps.begin(), one.steps.end(), [&](const Step& step) {
        const StepSpec* spec = spec_of(packs, one, step);
        return spec && spec->decides && step.act_by.last && *step.act_by.last < step.done_on.value_or(asked.as_of);
    });
}

void under_a_no(const Entitlement& one, const Case& asked, Checks& checks) {
    checks.hold(!one.refund_by, "no refund day under a no", asked);
    for (const Step& step : one.steps) {
        checks.hold(step.state != StepState::due && step.state != StepState::waiting && step.state != StepState::later, "nothing to do under a no", asked);
    }
}

void each_entitlement(const Packs& packs, const Entitlement& one, const Case& asked, std::size_t item, Checks& checks) {
    if (is_no(one.status)) under_a_no(one, asked, checks);
    for (const Step& step : one.steps) {
        const bool late = !step.projected && step.act_by.last && *step.act_by.last < asked.as_of;
        checks.hold(!late || !(step.state == StepState::due || step.state == StepState::waiting), "a step past its last day is overdue", asked);
    }
    if (one.kind != RemedyKind::promise) return;
    if (one.status == Status::expired) checks.hold(is_past(packs, one, asked, item), "expired: past under every reading that counts", asked);
    const bool settled = day(asked, item, "return_accepted_on") || day(asked, item, "refund_issued_on") || day(asked, item, "refund_received_on");
    if (settled && one.remedy == "refund_on_return") checks.hold(one.status != Status::expired, "accepted or refunded is never expired", asked);
}

// ---- the headline ----

void done(const Packs& packs, const Verdict& verdict, const Entitlement* leading, const Case& asked, Checks& checks) {
    checks.hold(!verdict.next_question, "done: nothing is asked", asked);
    checks.hold(!verdict.headline.beside, "done: nothing stands beside", asked);
    checks.hold(leading && is_paid(packs, *leading), "done: what was paid leads", asked);
    for (const Step& step : leading ? leading->steps : std::vector<Step>{})
        checks.hold(!is_open(step) || is_optional(packs, *leading, step), "done: nothing left to do", asked);
    for (const ItemVerdict& item : verdict.items) {
        const bool paid = std::any_of(item.entitlements.begin(), item.entitlements.end(), [&](const Entitlement& one) { return is_paid(packs, one); });
        checks.hold(paid || is_no(item.status), "done: every item that could be had is paid", asked);
    }
}

void waiting(const Packs& packs, const Entitlement* leading, const Case& asked, Checks& checks) {
    bool theirs = false;
    for (const Step& step : leading ? leading->steps : std::vector<Step>{}) {
        if (step.actor == Actor::buyer) {
            const bool own = step.state == StepState::due || step.state == StepState::overdue;
            checks.hold(!own || is_optional(packs, *leading, step), "waiting: no step of the buyer's own", asked);
        } else if (step.state == StepState::waiting && step.act_by.last && asked.as_of <= *step.act_by.last) {
            theirs = true;
        }
    }
    checks.hold(theirs, "waiting: somebody else's last day is known and not past", asked);
    checks.hold(leading && !is_no(leading->status), "waiting: not under a no", asked);
}

void posted(const Verdict& verdict, const Entitlement* leading, const Order& order, Checks& checks) {
    for (std::size_t i = 0; i < verdict.items.size(); ++i) {
        if (!leading || verdict.items[i].id != verdict.headline.item) continue;
        const bool sent = day(order.asked, i, "returned_on") || day(order.asked, i, "return_received_on");
        checks.hold(!sent || leading->remedy != "refund_without_return", "posted: no refund without return leads", order.asked);
    }
}

// ---- a day later ----

const Entitlement* same(const ItemVerdict& item, const Entitlement& one) {
    for (const Entitlement& other : item.entitlements)
        if (other.policy == one.policy && other.remedy == one.remedy && other.kind == one.kind) return &other;
    return nullptr;
}

const Step* same(const Entitlement& one, const Step& step) {
    for (const Step& other : one.steps)
        if (other.id == step.id) return &other;
    return nullptr;
}

/// The same steps in the same states: then nothing but the day has changed.
bool stands_still(const Entitlement& one, const Entitlement& other) {
    return one.status == other.status && std::equal(one.steps.begin(), one.steps.end(), other.steps.begin(), other.steps.end(),
                                                    [](const Step& a, const Step& b) { return a.id == b.id && a.state == b.state; });
}

void slides(const Packs& packs, const Entitlement& one, const Entitlement& later, const Case& asked, std::size_t item, Checks& checks) {
    for (const Step& step : one.steps) {
        const Step* next = same(later, step);
        const StepSpec* spec = spec_of(packs, one, step);
        if (!next || step.projected || next->projected) continue;
        const bool alike = step.opens == next->opens && step.act_by == next->act_by;
        if (!spec || spec->has_after) checks.hold(alike, "a step's days stand still", asked);
        else checks.hold(alike || is_open(step), "a step that is over does not open today", asked);  // until then it hangs on no event
    }
    const Step *money = refund_step(packs, one), *then = refund_step(packs, later);
    const bool no = is_no(one.status) || is_no(later.status);
    if (money && then && !no && !money->projected && !then->projected) checks.hold(one.refund_by == later.refund_by, "the money's days stand still", asked);
    const bool back = day(asked, item, "return_received_on") || day(asked, item, "return_accepted_on") || day(asked, item, "refund_issued_on");
    if (back && !no && one.policy == shop_id && one.remedy == "refund_on_return" && one.refund_by && later.refund_by)
        checks.hold(one.refund_by->last == later.refund_by->last, "goods back: the money's last day stands still", asked);
    if (one.policy != shop_id || !stands_still(one, later)) return;
    checks.hold(one.act_by == later.act_by, "act_by stands still", asked);
    checks.hold(one.opens == later.opens, "opens stands still", asked);
    checks.hold(one.window == later.window, "the window stands still", asked);
}

void a_day_later(const Library& library, const Order& order, const Verdict& today, Checks& checks) {
    Case later = order.asked;
    later.as_of += days{1};
    const auto next = check(library, later);
    checks.hold(static_cast<bool>(next), "a day later is no fault", order.asked);
    if (!next) return;
    for (std::size_t i = 0; i < today.items.size(); ++i) {
        for (const Entitlement& one : today.items[i].entitlements) {
            const Entitlement* other = same(next->items[i], one);
            if (!other) continue;
            if (one.kind == RemedyKind::promise && one.status == Status::expired)
                checks.hold(other->status == Status::expired, "over today, over tomorrow", order.asked);
            slides(loaded_packs(library), one, *other, order.asked, i, checks);
        }
    }
}

// ---- its question ----

void put_day(std::string& text, const std::optional<Date>& day) { text += day ? format_date(*day) + ' ' : "? "; }

void put_range(std::string& text, const std::optional<DateRange>& range) {
    if (!range) text += "- ";
    else put_day(text, range->first), put_day(text, range->last);
}

/// What an answer may change: status, days, payers and the steps that are still ahead.
std::string outcome(const Verdict& verdict) {
    std::string text = verdict.headline.item + name_of(verdict.headline.phase) + ' ';
    for (const ItemVerdict& item : verdict.items) {
        text += item.id + ' ' + name_of(item.status) + '\n';
        for (const Entitlement& one : item.entitlements) {
            text += one.policy + ' ' + one.remedy + ' ' + name_of(one.status) + ' ';
            put_range(text, one.opens), put_range(text, one.act_by), put_range(text, one.refund_by);
            text += one.return_shipping ? "paid by" : "silent";
            if (one.return_shipping)
                for (const Payer payer : *one.return_shipping) text += std::string(" ") + name_of(payer);
            for (const Step& step : one.steps) {
                if (step.state == StepState::done || step.state == StepState::skipped) continue;
                text += ' ' + step.id + ' ' + name_of(step.state) + ' ';
                put_range(text, step.opens), put_range(text, step.act_by);
            }
            text += '\n';
        }
    }
    return text;
}

/// Values that an answer may take: each of a list, numbers inside the declared range and one beyond it, days on both sides of every length.
std::vector<FactValue> answers(const Pack& shop, FactId fact, Date today) {
    const FactSpec& spec = shop.facts[fact];
    std::vector<FactValue> out;
    switch (spec.kind) {
        case FactKind::yes_no: return {true, false};
        case FactKind::choice: out.assign(spec.values.begin(), spec.values.end()); break;
        case FactKind::number: {
            const auto [least, most] = shop.uses[fact].range.value_or(std::pair{spec.least, std::min<std::int64_t>(spec.most, 100'000)});
            for (const std::int64_t value : {least, most, (least + most) / 2, least + 1, most - 1}) out.emplace_back(value);
            // What is asked for is what stands there, and that may be more than the pack reckons with.
            if (const std::int64_t more = std::min(spec.most, most + 60); more > most) out.emplace_back(more);
            break;
        }
        case FactKind::date:
            out.emplace_back(CannotSay{});  // not yet
            for (const int back : {0, 1, 4, 10, 11, 12, 13, 14, 15, 16, 17, 30, 31, 32, 60, 61, 62, 90, 365, 731, 732}) out.emplace_back(today - days{back});
            if (spec.may_be_future)
                for (const int ahead : {1, 15, 61}) out.emplace_back(today + days{ahead});
            break;
        case FactKind::word: break;
    }
    return out;
}

Case answered(const Case& asked, const Question& question, const FactValue& value, bool order_level) {
    Case out = asked;
    if (out.items.empty() || order_level) {
        out.facts.emplace_back(question.fact, value);
        return out;
    }
    for (Item& item : out.items)
        if (std::find(question.items.begin(), question.items.end(), item.id) != question.items.end()) item.facts.emplace_back(question.fact, value);
    return out;
}

void idle_question(const Library& library, const Order& order, const Verdict& verdict, Checks& checks) {
    if (!verdict.next_question) return;
    const Question& question = *verdict.next_question;
    checks.met("questions");
    const Pack& shop = shop_of(loaded_packs(library));
    const FactId fact = shop.find(question.fact);
    checks.hold(fact != no_fact && !question.items.empty() && !question.why.empty(), "a question names a fact, its items and why", order.asked);
    if (fact == no_fact) return;
    std::set<std::string> outcomes;
    for (const FactValue& value : answers(shop, fact, order.asked.as_of)) {
        const auto other = check(library, answered(order.asked, question, value, shop.facts[fact].order_level));
        if (other && outcomes.insert(outcome(*other)).second && outcomes.size() == 2) return;
    }
    checks.hold(false, "a question has two answers that differ", order.asked);
}

// ---- the rest ----

void before_the_last_event(const Library& library, const Order& order, Checks& checks) {
    std::optional<Date> last;
    const auto look = [&](const Facts& facts) {
        for (const auto& [name, value] : facts) {
            const bool may_come = name == "promised_by" || name == "extension_until" || name == "protection_ends_on";
            if (const auto* day = std::get_if<Date>(&value); day && !may_come) last = last ? std::max(*last, *day) : *day;
        }
    };
    look(order.asked.facts);
    for (const Item& item : order.asked.items) look(item.facts);
    if (!last) return;
    Case early = order.asked;
    early.as_of = *last - days{1};
    const auto refused = check(library, early);
    checks.hold(!refused && !refused.errors.empty(), "an event after as_of is an error", early);
}

void in_few_words(const Library& library, const Order& order, const Verdict& verdict, Checks& checks) {
    const auto quick = quick_check(library, order.asked);
    bool equal = quick && quick->size() == verdict.items.size();
    for (std::size_t i = 0; equal && i < verdict.items.size(); ++i)
        equal = (*quick)[i].id == verdict.items[i].id && (*quick)[i].status == verdict.items[i].status;
    checks.hold(equal, "the quick answer is the same", order.asked);
}

void in_another_order(const Library& library, const Order& order, const Verdict& verdict, Checks& checks) {
    if (order.asked.items.size() < 2) return;
    Case turned = order.asked;
    std::reverse(turned.items.begin(), turned.items.end());
    auto other = check(library, turned);
    checks.hold(static_cast<bool>(other), "items in another order are no fault", order.asked);
    if (!other) return;
    std::reverse(other->items.begin(), other->items.end());
    checks.hold(other->items == verdict.items, "items in another order: the same verdicts", order.asked);
    checks.hold(other->headline == verdict.headline, "items in another order: the same headline", order.asked);
    const bool asks = other->next_question.has_value();
    checks.hold(asks == verdict.next_question.has_value() && (!asks || other->next_question->fact == verdict.next_question->fact),
                "items in another order: the same question", order.asked);
}

}  // namespace

void calm(const Library& library, const Order& order, const Verdict& verdict, Checks& checks) {
    const Packs& packs = loaded_packs(library);
    const Entitlement* leading = nullptr;
    for (std::size_t i = 0; i < verdict.items.size(); ++i) {
        const auto& all = verdict.items[i].entitlements;
        for (const Entitlement& one : all) each_entitlement(packs, one, order.asked, i, checks);
        const auto& place = verdict.headline.entitlement;
        if (verdict.items[i].id == verdict.headline.item && place && *place < all.size()) leading = &all[*place];
    }
    const bool overdue = leading && std::any_of(leading->steps.begin(), leading->steps.end(), [](const Step& s) { return s.state == StepState::overdue; });
    posted(verdict, leading, order, checks);
    switch (verdict.headline.phase) {
        case Phase::done: return done(packs, verdict, leading, order.asked, checks);
        case Phase::waiting: return waiting(packs, leading, order.asked, checks);
        case Phase::late: return checks.hold(overdue, "late: somebody is", order.asked);
        default: return;
    }
}

void asked_again(const Library& library, const Order& order, const Verdict& verdict, Checks& checks) {
    a_day_later(library, order, verdict, checks);
    idle_question(library, order, verdict, checks);
    in_few_words(library, order, verdict, checks);
    before_the_last_event(library, order, checks);
    in_another_order(library, order, verdict, checks);
}

}  // namespace proof
