#include "invariants.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace proof {

using namespace returnable;

namespace {

// In the order of Status. Contested and conditional are equally good.
int rank(Status status) {
    static constexpr int ranks[] = {0, 1, 1, 2, 3, 4, 5};
    return ranks[static_cast<std::size_t>(status)];
}

bool ordered(const std::optional<DateRange>& range) { return !range || !range->first || !range->last || *range->first <= *range->last; }

const Step* step(const Entitlement& one, std::string_view id) {
    for (const auto& each : one.steps)
        if (each.id == id) return &each;
    return nullptr;
}

void cites(const Entitlement& one, const std::set<std::string_view>& known, const Case& asked, Checks& checks) {
    std::size_t cited = 0;
    const auto look = [&](const auto& clauses) {
        cited += clauses.size();
        for (const auto& id : clauses) checks.hold(known.count(id), "a clause cited is in the verdict", asked);
    };
    for (const auto& reason : one.reasons) look(reason.clauses);
    checks.hold(cited > 0, "an entitlement cites a clause", asked);
    for (const auto& conflict : one.conflicts) {
        look(conflict.clauses);
        for (const auto& reading : conflict.readings) look(reading.clauses);
    }
    for (const auto& each : one.steps) look(each.clauses);
}

void dates(const Entitlement& one, const Story& story, const Case& asked, Checks& checks) {
    const Date today = asked.as_of;
    checks.hold(ordered(one.opens), "opens: earliest <= sure", asked);
    checks.hold(ordered(one.act_by), "act_by: safe <= last", asked);
    checks.hold(ordered(one.refund_by), "refund_by: earliest <= latest", asked);
    for (const auto& each : one.steps) {
        checks.hold(ordered(each.opens) && ordered(each.act_by), "a step's ranges are ordered", asked);
        checks.hold(!each.done_on || (*each.done_on <= today && each.state == StepState::done), "a step done is done by today", asked);
    }
    if (one.kind != RemedyKind::promise) return;
    const auto last = one.act_by ? one.act_by->last : std::nullopt;
    const auto safe = one.act_by ? one.act_by->first : std::nullopt;
    const auto earliest = one.opens ? one.opens->first : std::nullopt;
    checks.hold(!(one.act_by_unknown && last), "a closing day is known or not", asked);
    if (one.status == Status::allowed) {
        // Under way, act_by is that of the buyer's next step, which may be overdue ("the buyer's own step overdue: phase late").
        const bool overdue = std::any_of(one.steps.begin(), one.steps.end(), [&](const Step& step) {
            return step.actor == Actor::buyer && step.state == StepState::overdue && step.act_by.last == last;
        });
        checks.hold(!earliest || *earliest <= today, "allowed: open by today", asked);
        checks.hold(!last || today <= *last || overdue, "allowed: last day not past", asked);
    }
    if (one.status == Status::not_yet) checks.hold(earliest && today < *earliest, "not_yet: opens later", asked);
    if (story.acted) return;
    if (last && *last < today) checks.hold(one.status == Status::expired || one.status == Status::not_covered, "last day past: expired", asked);
    if (one.status == Status::contested && safe && last) checks.hold(today <= *last, "contested: last day not past", asked);
}

void one_item(const ItemVerdict& item, const Story& story, const std::set<std::string_view>& known, const Case& asked, Checks& checks) {
    checks.met(name_of(item.status));
    int before = 0;
    RemedyKind kind = RemedyKind::promise;
    std::set<std::string_view> remedies;
    for (std::size_t i = 0; i < item.entitlements.size(); ++i) {
        const auto& one = item.entitlements[i];
        const auto behind = [](RemedyKind of) { return of == RemedyKind::promise ? 0 : of == RemedyKind::statutory ? 1 : 2; };
        checks.hold(behind(kind) <= behind(one.kind), "promises first, last resorts last", asked);
        kind = one.kind;
        if (kind == RemedyKind::promise) {
            checks.hold(remedies.insert(one.remedy).second, "a remedy once", asked);
            // One may lead a better status: where postage exceeds the price, where it is what was decided or asked for, where its money came.
            const bool leads = i == 0 && (one.remedy == "refund_without_return" || one.remedy == "cancellation" ||
                                          std::any_of(one.steps.begin(), one.steps.end(), [](const Step& s) { return s.id == "refund_arrives" && s.done_on; }));
            checks.hold(rank(one.status) >= before, "best first", asked);
            if (!leads) before = rank(one.status);
            if (i == 0) checks.hold(item.status == one.status, "the item's status is its best promise's", asked);
            const bool sends = step(one, "ship_back") != nullptr;
            const bool no = rank(one.status) >= 3;  // "refused or expired promises: no due steps": no posting is shown
            if (sends) checks.hold(one.return_shipping && !one.return_shipping->empty(), "a payer where something goes back", asked);
            if (one.remedy == "refund_on_return" && !no) checks.hold(sends, "a return has its posting", asked);
            if (one.return_shipping && one.return_shipping->empty()) checks.hold(!sends, "no payer, nothing goes back", asked);
        }
        cites(one, known, asked, checks);
        dates(one, story, asked, checks);
    }
}

}  // namespace

void one_verdict(const Order& order, const Verdict& verdict, Checks& checks) {
    const Case& asked = order.asked;
    checks.hold(verdict.items.size() == order.items.size() && verdict.as_of == asked.as_of, "the items asked, the day asked", asked);
    std::set<std::string_view> known;
    for (const auto& clause : verdict.clauses) known.insert(clause.id);
    const ItemVerdict* leading = nullptr;
    for (std::size_t i = 0; i < verdict.items.size(); ++i) {
        one_item(verdict.items[i], order.items[i], known, asked, checks);
        if (verdict.items[i].id == verdict.headline.item) leading = &verdict.items[i];
    }
    checks.met(name_of(verdict.headline.phase));
    const auto& place = verdict.headline.entitlement;
    checks.hold(leading && (!place || *place < leading->entitlements.size()), "the headline exists", asked);
}

}  // namespace proof
