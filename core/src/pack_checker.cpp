#include "pack_checker.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <tuple>

#include "evaluation/derived_facts.h"
#include "reading/fault_messages.h"
#include "verdict/explain.h"
#include "verdict/next_question.h"

namespace returnable {
namespace {

// In the order of Status. Contested and conditional are equally good.
unsigned rank(Status status) {
    static constexpr unsigned ranks[] = {0, 1, 1, 2, 3, 4, 5};
    return ranks[static_cast<std::size_t>(status)];
}

}  // namespace

PackChecker::PackChecker(std::shared_ptr<const Pack> pack, const Case& order, std::vector<KnownItem> items, Work& work)
    : storage_(new VerdictStorage(std::move(pack))),
      pack_(*storage_->pack),
      work_(work),
      items_(std::move(items)),
      as_of_(static_cast<int>(order.as_of.time_since_epoch().count())) {
    verdict_.as_of = order.as_of;
    verdict_.keeps = std::shared_ptr<const void>(storage_, &pack_);
    derive_facts(pack_, items_, as_of_, work_);
}

Result<view::Verdict> PackChecker::run() {
    verdict_.policy = pack_.id;
    verdict_.checked_on = pack_.checked_on;
    for (const KnownItem& item : items_) {
        if (!explain_item(item)) return too_uncertain();
    }
    headline();
    verdict_.next_question = question();
    cite();
    for (std::size_t i = 0; i < items_.size(); ++i) {
        view::ItemVerdict& item = verdict_.items.emplace_back();
        item.id = items_[i].id;
        item.status = name_of(status_of(best_promise(explained_[i])));
        item.entitlements.reserve(explained_[i].best_first.size());
        for (Explained* one : explained_[i].best_first) item.entitlements.push_back(std::move(one->entitlement));
        item.unserved_want = unserved_want(items_[i].facts, explained_[i]);
    }
    return std::move(verdict_);
}

Result<std::vector<QuickItem>> PackChecker::quick() {
    std::vector<QuickItem> out;
    for (const KnownItem& item : items_) {
        World world(pack_, item.facts, as_of_, work_);
        Evaluator evaluator(world);
        std::optional<Answer> best;
        unsigned least = 0;
        for (std::size_t remedy = 0; remedy < pack_.remedies.size(); ++remedy) {
            if (!evaluator.begin(remedy, false)) continue;
            Answer one;
            answer(evaluator, one);
            if (!one.exact) return too_uncertain();
            const unsigned key = one.granted ? key_of(one, item.facts) : 0;
            if (!one.granted || (best && key >= least)) continue;
            least = key;
            best = std::move(one);
            answer_shipping(evaluator, *best);
            if (!best->exact) return too_uncertain();
        }
        if (best && !is_promise(*best)) best.reset();
        QuickItem& quick = out.emplace_back(QuickItem{item.id, status_of(best ? &*best : nullptr), std::nullopt, std::nullopt});
        if (!best) continue;
        const Outcome& shipping = best->part(Part::return_shipping).merged;
        if (shipping.payers || shipping.nothing_sent) quick.return_shipping = payers_of(shipping.payers);
    }
    return out;
}

const Answer* PackChecker::best_promise(const Ranked& ranked) const {
    const auto& all = ranked.best_first;
    return all.empty() || !is_promise(all[0]->answer) ? nullptr : &all[0]->answer;
}

// False where an item cannot be answered exactly.
bool PackChecker::explain_item(const KnownItem& item) {
    World world(pack_, item.facts, as_of_, work_);
    Evaluator evaluator(world);
    auto& [all, best_first] = explained_.emplace_back();
    RemedySet possible = 0;
    for (std::size_t remedy = 0; remedy < pack_.remedies.size(); ++remedy) {
        if (evaluator.begin(remedy, true)) possible |= RemedySet{1} << remedy;
    }
    all = std::vector<Explained>(static_cast<std::size_t>(std::popcount(possible)));
    best_first.reserve(all.size());
    std::vector<Applying> steps;
    steps.reserve(pack_.steps.size());
    for (Explained& one : all) {
        (void)evaluator.begin(static_cast<std::size_t>(std::countr_zero(possible)), true);
        possible &= possible - 1;
        answer(evaluator, one.answer);
        if (!one.answer.exact) return false;
        if (!one.answer.granted) continue;
        explain(evaluator, *storage_, steps, one);
        if (!one.answer.exact) return false;
        one.key = key_of(one.answer, item.facts);
        one.entitlement.wanted = is_wanted(one.answer.remedy, item.facts);
        best_first.push_back(&one);
        // Of equals, the one that the pack names first stays first.
        for (std::size_t i = best_first.size() - 1; i > 0 && best_first[i]->key < best_first[i - 1]->key; --i) std::swap(best_first[i], best_first[i - 1]);
    }
    return true;
}

bool PackChecker::is_wanted(std::size_t remedy, const KnownFacts& facts) const {
    if (!facts[wants_].given()) return false;
    return pack_.facts[wants_].values[static_cast<std::size_t>(facts[wants_].value)] == pack_.remedies[remedy].wants;
}

// The word of `wants` that no remedy here serves, or empty.
Text PackChecker::unserved_want(const KnownFacts& facts, const Ranked& ranked) const {
    if (!facts[wants_].given()) return {};
    const auto& all = ranked.best_first;
    const bool served = std::any_of(all.begin(), all.end(), [&](const Explained* one) { return is_wanted(one->answer.remedy, facts); });
    return served ? Text() : Text(pack_.facts[wants_].values[static_cast<std::size_t>(facts[wants_].value)]);
}

// Less is better: promises before what statutes give, that before last resorts, then the one that leads, then by status, then what is wanted.
unsigned PackChecker::key_of(const Answer& one, const KnownFacts& facts) const {
    const unsigned by_status = rank(one.status());
    const bool leads = one.leads && by_status < 2;
    return (is_promise(one)                        ? 0u
            : pack_.remedies[one.remedy].statutory ? 32u
                                                   : 64u) +
           (leads ? 0u : 16u) + by_status * 2 + (is_wanted(one.remedy, facts) ? 0u : 1u);
}

// What leads an item: its best promise; where that is a no, the last resort that stands in its place, if any.
// False where there is neither.
bool PackChecker::leader(const Ranked& ranked, std::size_t& place) const {
    const auto& all = ranked.best_first;
    const Answer* promise = best_promise(ranked);
    for (place = 0; (!promise || promise->is_no()) && place < all.size(); ++place) {
        const Answer& one = all[place]->answer;
        if (!is_promise(one) && one.leads && !one.is_no()) return true;
    }
    place = 0;
    return promise != nullptr;
}

// Beside facts that cannot be said, what settles most may change nothing by itself: then the next one is asked.
std::optional<view::Question> PackChecker::question() {
    std::vector<AskedItem> asked;
    for (std::size_t i = 0; i < items_.size(); ++i) asked.push_back({&items_[i].id, &items_[i].facts, &explained_[i]});
    const bool unsayable = std::any_of(items_.begin(), items_.end(), [](const KnownItem& item) {
        return std::any_of(item.facts.begin(), item.facts.end(), [](const Known& known) { return known.state == Known::State::cannot_say; });
    });
    FactSet idle;
    for (;;) {
        auto found = next_question(pack_, asked, work_, idle);
        if (work_.is_spent() || !found || !unsayable || changes_anything(*found)) return found;
        idle.set(find_fact(pack_.facts, found->fact));
    }
}

// Days and numbers are not tried: which of them would change something is not known before they are given.
bool PackChecker::changes_anything(const view::Question& question) const {
    const FactId fact = find_fact(pack_.facts, question.fact);
    const FactUse& use = pack_.uses[fact];
    if (use.example.size() < 2) return true;
    std::vector<KnownItem> items;
    for (const KnownItem& item : items_) {
        if (std::find(question.items.begin(), question.items.end(), item.id) != question.items.end()) items.push_back(item);
    }
    std::string first;
    for (std::size_t of = 0; of < use.example.size(); ++of) {
        for (KnownItem& item : items) item.facts[fact] = {Known::State::given, use.example[of]};
        const std::string one = outline(items);
        if (of > 0 && one != first) return true;
        first = one;
    }
    return false;
}

// What a shopper would see of an answer: status, days, payers and steps of each entitlement.
std::string PackChecker::outline(const std::vector<KnownItem>& items) const {
    Case day;
    day.as_of = verdict_.as_of;
    PackChecker other(storage_->pack, day, items, work_);
    std::string text;
    const auto range = [&](const std::optional<DateRange>& days) {
        for (const auto& end : {days ? days->first : std::nullopt, days ? days->last : std::nullopt}) text += end ? format_date(*end) : "-";
    };
    for (const KnownItem& item : other.items_) {
        if (!other.explain_item(item)) return {};
        for (const Explained* one : other.explained_.back().best_first) {
            const view::Entitlement& e = one->entitlement;
            text.append(e.remedy).append(e.status).append(one->phase);
            range(e.opens);
            range(e.act_by);
            range(e.refund_by);
            if (e.return_shipping) {
                for (const Text payer : *e.return_shipping) text += payer;
            }
            for (const view::Step& step : e.steps) {
                text.append(step.id).append(step.state);
                range(step.act_by);
            }
        }
        text += ';';
    }
    return text;
}

// The item with the best promise of which something is still to come; of equals the one that closes first, and then
// by its id, so that the order of the items makes no difference.
void PackChecker::headline() {
    const Explained* best = nullptr;
    std::tuple<unsigned, Date, std::string_view> least;
    verdict_.headline.item = items_[0].id;
    verdict_.headline.phase = "start";
    for (std::size_t i = 0; i < items_.size(); ++i) {
        std::size_t place = 0;
        if (!leader(explained_[i], place)) continue;
        const Explained& first = *explained_[i].best_first[place];
        const auto& act_by = first.entitlement.act_by;
        const unsigned by_status = first.answer.over ? 6 : rank(is_promise(first.answer) ? first.answer.status() : Status::refused);
        const std::tuple key{by_status, act_by && act_by->first ? *act_by->first : last_date, std::string_view(items_[i].id)};
        if (best && key >= least) continue;
        best = &first;
        least = key;
        verdict_.headline.item = items_[i].id;
        verdict_.headline.entitlement = place;
    }
    if (best) verdict_.headline.phase = best->phase;
}

void PackChecker::cite() {
    BitSet cited(pack_.clauses.size());
    for (const Ranked& ranked : explained_) {
        for (const Explained* one : ranked.best_first) cited |= one->cited;
    }
    verdict_.clauses.reserve(cited.count());
    each(cited, [&](std::size_t i) { verdict_.clauses.push_back(pack_.parts.clauses[i]); });
}

std::vector<Error> PackChecker::too_uncertain() { return {{"too_uncertain", "", words::too_uncertain()}}; }

std::vector<std::vector<unsigned>> PackChecker::keys() const {
    std::vector<std::vector<unsigned>> keys;
    for (const Ranked& ranked : explained_) {
        auto& of_item = keys.emplace_back();
        for (const Explained* one : ranked.best_first) of_item.push_back(one->key);
    }
    return keys;
}

std::optional<Governed> PackChecker::govern() {
    for (const KnownItem& item : items_) {
        if (!explain_item(item)) return std::nullopt;
    }
    return Governed{storage_, std::move(items_), std::move(explained_)};
}

std::vector<std::optional<std::pair<unsigned, Status>>> PackChecker::quick_statutory() {
    std::vector<std::optional<std::pair<unsigned, Status>>> out;
    for (const KnownItem& item : items_) {
        auto& best = out.emplace_back();
        World world(pack_, item.facts, as_of_, work_);
        Evaluator evaluator(world);
        for (std::size_t remedy = 0; remedy < pack_.remedies.size(); ++remedy) {
            if (!pack_.remedies[remedy].statutory || !evaluator.begin(remedy, false)) continue;
            Answer one;
            answer(evaluator, one);
            if (!one.exact || !one.granted || rank(one.status()) > rank(Status::not_yet)) continue;
            const unsigned key = key_of(one, item.facts);
            if (!best || key < best->first) best = {key, one.status()};
        }
    }
    return out;
}

}  // namespace returnable
