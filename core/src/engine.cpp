#include "returnable/engine.h"

#include <algorithm>

#include "explain.h"
#include "json_text.h"
#include "pack_names.h"
#include "question.h"
#include "shared_facts.h"

namespace returnable {
namespace {

using Packs = std::vector<std::shared_ptr<const Pack>>;

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

// The edition in force on the day of the order, or of the question where that is not given. Never simply the newest.
const Pack* edition(const Packs& packs, const std::string& id, const Case& order) {
    const Date day = ordered_on(order).value_or(order.as_of);
    for (const auto& pack : packs) {
        if (pack->id == id && pack->in_force(day)) return pack.get();
    }
    return nullptr;
}

const Pack* any_edition(const Packs& packs, const std::string& id) {
    for (const auto& pack : packs) {
        if (pack->id == id) return pack.get();
    }
    return nullptr;
}

std::vector<FactSpec> all_facts(const Packs& packs) {
    std::vector<FactSpec> facts;
    for (const auto& pack : packs) facts.insert(facts.end(), pack->facts.begin(), pack->facts.end());
    return facts;
}

int rank(const Explained& e) {
    switch (e.answer.status()) {
        case Status::allowed: return 0;
        case Status::contested:
        case Status::conditional: return 1;
        case Status::not_yet: return 2;
        case Status::expired: return 3;
        case Status::refused: return 4;
        case Status::not_covered: return 5;
    }
    return 5;
}

class Checker {
public:
    Checker(const Pack& pack, const Case& order, std::vector<KnownItem> items)
        : pack_(pack), items_(std::move(items)), as_of_(static_cast<int>(order.as_of.time_since_epoch().count())) {
        verdict_.as_of = order.as_of;
        share_facts(pack, items_, as_of_);
    }

    Result<Verdict> run() {
        verdict_.policy = pack_.id;
        verdict_.checked_on = pack_.checked_on;
        for (const KnownItem& item : items_) {
            explained_.push_back(entitlements(item));
            if (!exact_) return std::vector<Error>{{"too_uncertain", "", "Too much is unknown of this case to answer it exactly. Give more facts."}};
        }
        for (std::size_t i = 0; i < items_.size(); ++i) {
            ItemVerdict& item = verdict_.items.emplace_back();
            item.id = items_[i].id;
            item.status = status_of(explained_[i]);
            for (const Explained& e : explained_[i]) item.entitlements.push_back(e.entitlement);
        }
        headline();
        std::vector<AskedItem> asked;
        for (std::size_t i = 0; i < items_.size(); ++i) asked.push_back({&items_[i].id, &items_[i].facts, &explained_[i]});
        verdict_.next_question = next_question(pack_, asked);
        verdict_.clauses = cited_clauses(pack_, verdict_);
        return std::move(verdict_);
    }

    std::vector<QuickItem> quick() {
        std::vector<QuickItem> out;
        for (const KnownItem& item : items_) {
            std::vector<Explained> all;
            for (std::size_t remedy = 0; remedy < pack_.remedies.size(); ++remedy) {
                Explained e{answer(pack_, item.facts, as_of_, remedy, false), {}, {}, {}};
                e.entitlement.kind = pack_.remedies[remedy].promise ? "promise" : "last_resort";
                if (e.answer.granted) all.push_back(std::move(e));
            }
            order_by_rank(all, item.facts);
            QuickItem& quick = out.emplace_back(QuickItem{item.id, status_of(all), std::nullopt});
            if (all.empty() || all[0].entitlement.kind != "promise") continue;
            const Outcome& shipping = all[0].answer.part(Part::return_shipping).merged;
            if (shipping.payers || shipping.nothing_sent) quick.return_shipping = payer_names(shipping.payers);
        }
        return out;
    }

private:
    static std::string status_of(const std::vector<Explained>& entitlements) {
        if (entitlements.empty() || entitlements[0].entitlement.kind != "promise") return name_of(Status::not_covered);
        return name_of(entitlements[0].answer.status());
    }

    std::vector<Explained> entitlements(const KnownItem& item) {
        std::vector<Explained> all;
        for (std::size_t remedy = 0; remedy < pack_.remedies.size(); ++remedy) {
            Answer one = answer(pack_, item.facts, as_of_, remedy, true);
            exact_ = exact_ && one.exact;
            if (one.granted && exact_) all.push_back(explain(pack_, item.facts, as_of_, std::move(one)));
        }
        order_by_rank(all, item.facts);
        return all;
    }

    bool is_wanted(const Explained& e, const KnownFacts& facts) const {
        const FactId wants = find_fact(pack_.facts, "wants");
        if (!facts[wants].given()) return false;
        return pack_.facts[wants].values[static_cast<std::size_t>(facts[wants].value)] == pack_.remedies[e.answer.remedy].wants;
    }

    void order_by_rank(std::vector<Explained>& all, const KnownFacts& facts) const {
        const auto key = [&](const Explained& e) {
            const bool leads = e.answer.leads && rank(e) < 2;
            return std::tuple{e.entitlement.kind != "promise", !leads, rank(e), !is_wanted(e, facts)};
        };
        std::stable_sort(all.begin(), all.end(), [&](const Explained& a, const Explained& b) { return key(a) < key(b); });
    }

    // The item with the best promise; of equals, the one that closes first.
    void headline() {
        std::size_t best = 0;
        const auto key = [&](std::size_t i) {
            const auto& all = explained_[i];
            if (all.empty() || all[0].entitlement.kind != "promise") return std::pair{9, last_date};
            const auto& act_by = all[0].entitlement.act_by;
            return std::pair{rank(all[0]), act_by && act_by->first ? *act_by->first : last_date};
        };
        for (std::size_t i = 1; i < items_.size(); ++i) {
            if (key(i) < key(best)) best = i;
        }
        verdict_.headline.item = items_[best].id;
        verdict_.headline.phase = "start";
        if (explained_[best].empty() || explained_[best][0].entitlement.kind != "promise") return;
        verdict_.headline.entitlement = 0;
        verdict_.headline.phase = explained_[best][0].phase;
    }

    const Pack& pack_;
    std::vector<KnownItem> items_;
    std::vector<std::vector<Explained>> explained_;
    int as_of_;
    bool exact_ = true;
    Verdict verdict_;
};

Verdict not_in_force(const Case& order, const std::string& id, const std::vector<KnownItem>& items) {
    Verdict verdict;
    verdict.as_of = order.as_of;
    verdict.policy = id;
    for (const KnownItem& item : items) verdict.items.push_back({item.id, name_of(Status::not_covered), {}});
    verdict.headline = {items.empty() ? "" : items[0].id, std::nullopt, "start"};
    return verdict;
}

// The pack that a case names, and its items as that pack knows them; or every fault.
struct Opened {
    const Pack* pack = nullptr;
    std::string id;
    std::vector<KnownItem> items;
    std::vector<Error> errors;
};

Opened open_case(const Library& library, const Case& order) {
    Opened opened;
    opened.id = marketplace_of(order);
    const Packs& packs = library.editions();
    const Pack* named = any_edition(packs, opened.id);
    if (!named) {
        std::vector<std::string_view> known;
        std::string list;
        for (const auto& pack : packs) {
            known.push_back(pack->id);
            list += (list.empty() ? "" : ", ") + pack->id;
        }
        const std::string guess = closest(opened.id, known);
        const bool given = !opened.id.empty();
        opened.errors.push_back({given ? "bad_value" : "missing", "/facts/marketplace",
                                 guess.empty() ? "Name a loaded pack: " + list + "." : "No such pack is loaded. Did you mean \"" + guess + "\"?"});
    }
    opened.pack = edition(packs, opened.id, order);
    const Pack* dictionary_of = opened.pack ? opened.pack : named;
    opened.items = know(order, dictionary_of ? dictionary_of->facts : dictionary().facts, nullptr, opened.errors);
    return opened;
}

bool overlap(const Pack& a, const Pack& b) {
    const Date a_from = a.from.value_or(Date::min()), b_from = b.from.value_or(Date::min());
    const Date a_to = a.to.value_or(Date::max()), b_to = b.to.value_or(Date::max());
    return a_from <= b_to && b_from <= a_to;
}

std::shared_ptr<const Pack> load(std::string_view json, const Packs& loaded, std::vector<Error>& errors) {
    auto pack = std::make_shared<Pack>(read_pack(json, errors));
    if (!errors.empty()) return nullptr;
    compile_pack(*pack);
    check_pack(*pack, errors);
    for (const auto& other : loaded) {
        if (other->id != pack->id || !overlap(*other, *pack)) continue;
        errors.push_back({"overlap", "/effective", "A pack \"" + pack->id + "\" for an overlapping period is loaded already. Give each an effective period."});
    }
    return errors.empty() ? pack : nullptr;
}

}  // namespace

std::vector<Error> Library::add_pack(std::string_view json) {
    std::vector<Error> errors;
    if (auto pack = load(json, editions_, errors)) editions_.push_back(std::move(pack));
    return errors;
}

std::vector<Error> Library::validate(std::string_view json) const {
    std::vector<Error> errors;
    (void)load(json, {}, errors);
    return errors;
}

std::vector<PackSummary> Library::packs() const {
    std::vector<PackSummary> out;
    for (const auto& pack : editions_) {
        out.push_back({pack->id, pack->name, pack->checked_on, pack->from ? format_date(*pack->from) : "", pack->to ? format_date(*pack->to) : ""});
    }
    return out;
}

Result<Verdict> check(const Library& library, const Case& order) {
    Opened opened = open_case(library, order);
    if (!opened.errors.empty()) return std::move(opened.errors);
    if (!opened.pack) return not_in_force(order, opened.id, opened.items);
    return Checker(*opened.pack, order, std::move(opened.items)).run();
}

Result<std::vector<QuickItem>> quick_check(const Library& library, const Case& order) {
    Opened opened = open_case(library, order);
    if (!opened.errors.empty()) return std::move(opened.errors);
    if (opened.pack) return Checker(*opened.pack, order, std::move(opened.items)).quick();
    std::vector<QuickItem> out;
    for (const KnownItem& item : opened.items) out.push_back({item.id, name_of(Status::not_covered), std::nullopt});
    return out;
}

Result<std::vector<std::pair<std::string, Verdict>>> compare(const Library& library, const Case& order) {
    std::vector<std::pair<std::string, Verdict>> out;
    std::vector<Error> errors;
    const auto everywhere = all_facts(library.editions());
    for (const auto& summary : library.packs()) {
        const auto done = std::find_if(out.begin(), out.end(), [&](const auto& entry) { return entry.first == summary.id; });
        if (done != out.end()) continue;
        const Pack* pack = edition(library.editions(), summary.id, order);
        const Pack* named = any_edition(library.editions(), summary.id);
        std::vector<KnownItem> items = know(order, (pack ? pack : named)->facts, &everywhere, errors);
        if (!errors.empty()) return errors;
        if (!pack) {
            out.emplace_back(summary.id, not_in_force(order, summary.id, items));
            continue;
        }
        Result<Verdict> verdict = Checker(*pack, order, std::move(items)).run();
        if (!verdict) return std::move(verdict.errors);
        out.emplace_back(summary.id, std::move(*verdict.value));
    }
    return out;
}

}  // namespace returnable
