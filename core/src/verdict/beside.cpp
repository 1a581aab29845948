#include "verdict/beside.h"

#include <algorithm>

#include "verdict/next_question.h"

namespace returnable {
namespace {

// As in the ranking of entitlements: contested and conditional are equally good.
unsigned rank(Text status) {
    if (status == "allowed") return 0;
    if (status == "contested" || status == "conditional") return 1;
    return status == "not_yet" ? 2 : status == "expired" ? 3 : status == "refused" ? 4 : 5;
}

std::optional<Date> safe(const view::Entitlement& e) { return e.act_by ? e.act_by->first : std::nullopt; }

// Later, or there at all where the promise's is past.
bool gives_time(const view::Entitlement& law, const view::Entitlement* promise, Date today) {
    if (!safe(law)) return false;
    if (!promise) return true;
    const auto own = safe(*promise);
    if (own) return *safe(law) > *own;
    const bool past = promise->act_by && promise->act_by->last && *promise->act_by->last < today;
    return past && *safe(law) >= today;
}

bool bears_postage(const view::Entitlement& e) { return e.return_shipping && !e.return_shipping->empty() && e.return_shipping->front() != "buyer"; }

bool costs_postage(const view::Entitlement* e) { return !e || !e->return_shipping || (!e->return_shipping->empty() && e->return_shipping->front() == "buyer"); }

bool pays_sooner(const view::Entitlement& law, const view::Entitlement* promise) {
    const auto latest = law.refund_by ? law.refund_by->last : std::nullopt;
    const auto own = promise && promise->refund_by ? promise->refund_by->last : std::nullopt;
    return latest && own && *latest < *own;
}

}  // namespace

bool stands_beside(const Answer& answer, const Explained& explained) {
    return explained.entitlement.kind == "statutory" && rank(name_of(answer.status())) <= 2;
}

std::optional<view::Beside> beside_headline(const view::Verdict& verdict, const view::ItemVerdict& item, std::size_t place) {
    if (verdict.headline.phase == "done") return std::nullopt;
    const view::Entitlement& law = item.entitlements[place];
    const view::Entitlement* promise = item.entitlements[0].kind == "promise" ? &item.entitlements[0] : nullptr;
    view::Beside beside{item.id, place, {}, false, std::nullopt};
    if (rank(law.status) < (promise ? rank(promise->status) : 5)) beside.adds.emplace_back("status");
    if (gives_time(law, promise, verdict.as_of)) beside.adds.emplace_back("act_by");
    if (bears_postage(law) && costs_postage(promise)) beside.adds.emplace_back("return_shipping");
    if (pays_sooner(law, promise)) beside.adds.emplace_back("refund_by");
    const auto last = law.act_by ? law.act_by->last : std::nullopt;
    const auto own = promise ? safe(*promise) : std::nullopt;
    beside.ends_first = last && own && *last < *own;
    if (beside.adds.empty() && !beside.ends_first) return std::nullopt;
    return beside;
}

namespace {

// A day that is missing: until it is known no other answer may change anything, and its own always does.
std::optional<view::Question> missing_day(const Pack& pack, const KnownItem& item, const Answer& answer) {
    std::optional<view::Question> question;
    each(answer.missing(pack), [&](std::size_t fact) {
        if (question || pack.facts[fact].kind != FactKind::date || item.facts[fact].state != Known::State::absent) return;
        question = view::Question{pack.facts[fact].id, {item.id}, {}, false};
        for (std::size_t part = 0; part < part_count; ++part) {
            if (answer.parts[part].merged.span.missing[fact]) question->why.emplace_back(name_of(static_cast<Part>(part)));
        }
    });
    return question;
}

}  // namespace

std::optional<view::Question> question_beside(const std::vector<Governed>& all, std::size_t item, const Explained* one, Work& work) {
    for (const Governed& governed : all) {
        const auto& ranked = governed.ranked[item].best_first;
        if (std::find(ranked.begin(), ranked.end(), one) == ranked.end()) continue;
        const Pack& pack = *governed.storage->pack;
        if (auto day = missing_day(pack, governed.items[item], one->answer)) return day;
        Ranked alone;
        alone.best_first.push_back(const_cast<Explained*>(one));
        return next_question(pack, {{&governed.items[item].id, &governed.items[item].facts, &alone}}, work);
    }
    return std::nullopt;
}

}  // namespace returnable
