#include "returnable/engine.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <tuple>

#include "engine_view.h"
#include "evaluation/derived_facts.h"
#include "library_access.h"
#include "pack/overlap.h"
#include "reading/fault_messages.h"
#include "verdict/explain.h"
#include "verdict/next_question.h"

namespace returnable {
namespace {

std::string marketplace_of(const Case& order) {
    for (const auto& [name, value] : order.facts) {
        const auto* text = std::get_if<std::string>(&value);
        if (name == "marketplace" && text) return *text;
    }
    return {};
}

std::optional<Date> ordered_on(const Case& order) {
    for (const auto& [name, value] : order.facts) {
        if (name != "ordered_on") continue;
        if (const Date* day = std::get_if<Date>(&value)) return *day;
        if (const auto* text = std::get_if<std::string>(&value)) return parse_date(*text);
    }
    return std::nullopt;
}

struct Editions {
    std::shared_ptr<const Pack> in_force, any;
};

// The edition in force on the day of the order, or of the question where that is not given. Never simply the newest.
// One look at each pack: there may be many.
Editions editions_of(const Packs& packs, const std::string& id, const Case& order) {
    const Date day = ordered_on(order).value_or(order.as_of);
    Editions found;
    for (const auto& pack : packs) {
        // From the end, where names of one family differ.
        if (pack->id.size() != id.size() || !std::equal(id.rbegin(), id.rend(), pack->id.rbegin())) continue;
        if (!found.any) found.any = pack;
        if (!pack->in_force(day)) continue;
        found.in_force = pack;
        break;
    }
    return found;
}

std::vector<FactSpec> all_facts(const Packs& packs) {
    std::vector<FactSpec> facts;
    for (const auto& pack : packs) facts.insert(facts.end(), pack->facts.begin(), pack->facts.end());
    return facts;
}

// In the order of Status. Contested and conditional are equally good.
unsigned rank(Status status) {
    static constexpr unsigned ranks[] = {0, 1, 1, 2, 3, 4, 5};
    return ranks[static_cast<std::size_t>(status)];
}

class Checker {
public:
    Checker(std::shared_ptr<const Pack> pack, const Case& order, std::vector<KnownItem> items)
        : kept_(new Kept(std::move(pack))), pack_(*kept_->pack), items_(std::move(items)), as_of_(static_cast<int>(order.as_of.time_since_epoch().count())) {
        verdict_.as_of = order.as_of;
        verdict_.keeps = std::shared_ptr<const void>(kept_, &pack_);
        derive_facts(pack_, items_, as_of_);
    }

    Result<view::Verdict> run() {
        verdict_.policy = pack_.id;
        verdict_.checked_on = pack_.checked_on;
        for (const KnownItem& item : items_) {
            if (!explain_item(item)) return too_uncertain();
        }
        headline();
        std::vector<AskedItem> asked;
        for (std::size_t i = 0; i < items_.size(); ++i) asked.push_back({&items_[i].id, &items_[i].facts, &explained_[i]});
        verdict_.next_question = next_question(pack_, asked);
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

    Result<std::vector<QuickItem>> quick() {
        std::vector<QuickItem> out;
        for (const KnownItem& item : items_) {
            World world(pack_, item.facts, as_of_);
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
            QuickItem& quick = out.emplace_back(QuickItem{item.id, status_of(best ? &*best : nullptr), std::nullopt});
            if (!best) continue;
            const Outcome& shipping = best->part(Part::return_shipping).merged;
            if (shipping.payers || shipping.nothing_sent) quick.return_shipping = payers_of(shipping.payers);
        }
        return out;
    }

private:
    static std::vector<Error> too_uncertain() { return {{"too_uncertain", "", words::too_uncertain()}}; }

    static Status status_of(const Answer* promise) { return promise ? promise->status() : Status::not_covered; }

    bool is_promise(const Answer& answer) const { return pack_.remedies[answer.remedy].promise; }

    const Answer* best_promise(const Ranked& ranked) const {
        const auto& all = ranked.best_first;
        return all.empty() || !is_promise(all[0]->answer) ? nullptr : &all[0]->answer;
    }

    // False where an item cannot be answered exactly.
    bool explain_item(const KnownItem& item) {
        World world(pack_, item.facts, as_of_);
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
            explain(evaluator, *kept_, steps, one);
            if (!one.answer.exact) return false;
            one.key = key_of(one.answer, item.facts);
            best_first.push_back(&one);
            // Of equals, the one that the pack names first stays first.
            for (std::size_t i = best_first.size() - 1; i > 0 && best_first[i]->key < best_first[i - 1]->key; --i) std::swap(best_first[i], best_first[i - 1]);
        }
        return true;
    }

    bool is_wanted(std::size_t remedy, const KnownFacts& facts) const {
        if (!facts[wants_].given()) return false;
        return pack_.facts[wants_].values[static_cast<std::size_t>(facts[wants_].value)] == pack_.remedies[remedy].wants;
    }

    // The word of `wants` that no remedy here serves, or empty.
    Text unserved_want(const KnownFacts& facts, const Ranked& ranked) const {
        if (!facts[wants_].given()) return {};
        const auto& all = ranked.best_first;
        const bool served = std::any_of(all.begin(), all.end(), [&](const Explained* one) { return is_wanted(one->answer.remedy, facts); });
        return served ? Text() : Text(pack_.facts[wants_].values[static_cast<std::size_t>(facts[wants_].value)]);
    }

    // Less is better: promises before last resorts, then the one that leads, then by status, then what is wanted.
    unsigned key_of(const Answer& one, const KnownFacts& facts) const {
        const unsigned by_status = rank(one.status());
        const bool leads = one.leads && by_status < 2;
        return (is_promise(one) ? 0u : 32u) + (leads ? 0u : 16u) + by_status * 2 + (is_wanted(one.remedy, facts) ? 0u : 1u);
    }

    // What leads an item: its best promise; where that is a no, the last resort that stands in its place, if any.
    // False where there is neither.
    bool leader(const Ranked& ranked, std::size_t& place) const {
        const auto& all = ranked.best_first;
        const Answer* promise = best_promise(ranked);
        for (place = 0; (!promise || promise->is_no()) && place < all.size(); ++place) {
            const Answer& one = all[place]->answer;
            if (!is_promise(one) && one.leads && !one.is_no()) return true;
        }
        place = 0;
        return promise != nullptr;
    }

    // The item with the best promise of which something is still to come; of equals the one that closes first, and then
    // by its id, so that the order of the items makes no difference.
    void headline() {
        const Explained* best = nullptr;
        std::tuple<unsigned, Date, std::string_view> least;
        verdict_.headline.item = items_[0].id;
        verdict_.headline.phase = "start";
        for (std::size_t i = 0; i < items_.size(); ++i) {
            std::size_t place = 0;
            if (!leader(explained_[i], place)) continue;
            const Explained& first = *explained_[i].best_first[place];
            const auto& act_by = first.entitlement.act_by;
            const unsigned by_status = first.answer.paid ? 6 : rank(is_promise(first.answer) ? first.answer.status() : Status::refused);
            const std::tuple key{by_status, act_by && act_by->first ? *act_by->first : last_date, std::string_view(items_[i].id)};
            if (best && key >= least) continue;
            best = &first;
            least = key;
            verdict_.headline.item = items_[i].id;
            verdict_.headline.entitlement = place;
        }
        if (best) verdict_.headline.phase = best->phase;
    }

    void cite() {
        IndexSet cited(pack_.clauses.size());
        for (const Ranked& ranked : explained_) {
            for (const Explained* one : ranked.best_first) cited |= one->cited;
        }
        verdict_.clauses.reserve(cited.count());
        each(cited, [&](std::size_t i) { verdict_.clauses.push_back(pack_.parts.clauses[i]); });
    }

    std::shared_ptr<Kept> kept_;
    const Pack& pack_;
    std::vector<KnownItem> items_;
    std::vector<Ranked> explained_;
    int as_of_;
    FactId wants_ = find_fact(pack_.facts, "wants");
    view::Verdict verdict_;
};

view::Verdict not_in_force(const Case& order, std::shared_ptr<const Pack> other_edition, const std::vector<KnownItem>& items) {
    view::Verdict verdict;
    verdict.as_of = order.as_of;
    verdict.policy = other_edition->id;
    verdict.keeps = std::move(other_edition);
    for (const KnownItem& item : items) verdict.items.push_back({item.id, name_of(Status::not_covered), {}, {}});
    verdict.headline = {items.empty() ? "" : items[0].id, std::nullopt, "start"};
    return verdict;
}

// The pack that a case names, and its items as that pack knows them; or every fault.
struct Opened {
    std::shared_ptr<const Pack> pack, other_edition;  // the second where none is in force
    std::vector<KnownItem> items;
    std::vector<Error> errors;
};

Opened open_case(const Library& library, const Case& order) {
    Opened opened;
    const std::string id = marketplace_of(order);
    const Packs& packs = loaded_packs(library);
    const Editions editions = editions_of(packs, id, order);
    opened.other_edition = editions.any;
    if (!opened.other_edition) {
        opened.errors.push_back({id.empty() ? "missing" : "bad_value", "/facts/marketplace", words::no_such_pack(id, packs)});
    }
    opened.pack = editions.in_force;
    const auto& dictionary_of = opened.pack ? opened.pack : opened.other_edition;
    opened.items = know(order, dictionary_of ? *dictionary_of : dictionary(), nullptr, opened.errors);
    return opened;
}

}  // namespace

std::vector<Error> add_compiled(Library& library, std::shared_ptr<const Pack> pack) {
    std::vector<Error> errors;
    Packs& packs = LibraryAccess::packs(library);
    check_overlap(*pack, packs, errors);
    if (errors.empty()) packs.push_back(std::move(pack));
    return errors;
}

Result<Case> whole_case(const Library& library, CaseText text, FaultsOf faults_of) {
    if (text.errors.empty()) return std::move(text.order);
    if (text.has_facts) add_faults(text.errors, faults_of(library, text.order));
    return std::move(text.errors);
}

std::vector<PackSummary> Library::packs() const {
    std::vector<PackSummary> out;
    for (const auto& pack : packs_) {
        out.push_back({pack->id, pack->name, parse_date(pack->checked_on).value_or(Date{}), pack->from, pack->to});
    }
    return out;
}

Result<view::Verdict> check_view(const Library& library, const Case& order) {
    Opened opened = open_case(library, order);
    if (!opened.errors.empty()) return std::move(opened.errors);
    if (!opened.pack) return not_in_force(order, opened.other_edition, opened.items);
    return Checker(opened.pack, order, std::move(opened.items)).run();
}

Result<std::vector<QuickItem>> quick_check(const Library& library, const Case& order) {
    Opened opened = open_case(library, order);
    if (!opened.errors.empty()) return std::move(opened.errors);
    if (opened.pack) return Checker(opened.pack, order, std::move(opened.items)).quick();
    std::vector<QuickItem> out;
    for (const KnownItem& item : opened.items) out.push_back({item.id, Status::not_covered, std::nullopt});
    return out;
}

Result<view::Verdict> check_with(const Library& library, const Case& order, const std::string& id) {
    std::vector<Error> errors;
    const auto everywhere = all_facts(loaded_packs(library));
    const auto [pack, named] = editions_of(loaded_packs(library), id, order);
    if (!named) return std::vector<Error>{{"bad_value", "/facts/marketplace", words::no_such_pack(id, loaded_packs(library))}};
    std::vector<KnownItem> items = know(order, pack ? *pack : *named, &everywhere, errors);
    if (!errors.empty()) return errors;
    if (!pack) return not_in_force(order, named, items);
    return Checker(pack, order, std::move(items)).run();
}

Result<std::vector<std::pair<std::string, view::Verdict>>> compare_view(const Library& library, const Case& order) {
    std::vector<std::pair<std::string, view::Verdict>> out;
    for (const auto& one : loaded_packs(library)) {
        const auto done = std::find_if(out.begin(), out.end(), [&](const auto& entry) { return entry.first == one->id; });
        if (done != out.end()) continue;
        Result<view::Verdict> verdict = check_with(library, order, one->id);
        if (!verdict) return std::move(verdict.errors);
        out.emplace_back(one->id, std::move(*verdict.value));
    }
    return out;
}

std::vector<Error> faults_of_check(const Library& library, const Case& order) { return open_case(library, order).errors; }

std::vector<Error> faults_of_compare(const Library& library, const Case& order) {
    std::vector<Error> errors;
    const auto everywhere = all_facts(loaded_packs(library));
    for (const auto& pack : loaded_packs(library)) {
        if (errors.empty()) (void)know(order, *pack, &everywhere, errors);
    }
    return errors;
}

}  // namespace returnable
