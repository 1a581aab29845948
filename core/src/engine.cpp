#include "returnable/engine.h"

#include <algorithm>

#include "engine_view.h"
#include "library_access.h"
#include "pack/overlap.h"
#include "pack/pack_notes.h"
#include "pack_checker.h"
#include "reading/fault_messages.h"

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
        if (!pack->governs.empty() || pack->id.size() != id.size() || !std::equal(id.rbegin(), id.rend(), pack->id.rbegin())) continue;
        if (!found.any) found.any = pack;
        if (!pack->in_force(day)) continue;
        found.in_force = pack;
        break;
    }
    return found;
}

view::Verdict not_in_force(const Case& order, std::shared_ptr<const Pack> other_edition, const std::vector<KnownItem>& items) {
    view::Verdict verdict;
    verdict.as_of = order.as_of;
    verdict.policy = other_edition->id;
    verdict.keeps = std::move(other_edition);
    for (const KnownItem& item : items) verdict.items.push_back({item.id, name_of(Status::not_covered), {}, {}});
    verdict.headline = {items.empty() ? "" : items[0].id, std::nullopt, "start", std::nullopt};
    return verdict;
}

// Whatever was found with work that is spent is of no use.
std::vector<Error> too_much_work(const Case& order) { return {{"too_many", order.items.empty() ? "" : "/items", words::too_much_work()}}; }

// What a shop gives, and the laws beside it.
Result<view::Verdict> with_law(const Case& order, const Editions& shop, std::vector<KnownItem> items, const std::vector<Governed>& laws, Work& work) {
    if (!shop.in_force) {
        view::Verdict verdict = not_in_force(order, shop.any, items);
        add_governed(verdict, {}, laws, work);
        if (work.is_spent()) return too_much_work(order);
        return verdict;
    }
    PackChecker checker(shop.in_force, order, std::move(items), work);
    Result<view::Verdict> verdict = checker.run();
    if (verdict) add_governed(*verdict.value, checker.keys(), laws, work);
    if (work.is_spent()) return too_much_work(order);
    return verdict;
}

// The pack that a case names, and its items as that pack knows them; or every fault.
struct Opened {
    Editions shop;
    std::vector<KnownItem> items;
    std::vector<Error> errors;
};

Opened open_case(const Library& library, const Case& order) {
    Opened opened;
    const std::string id = marketplace_of(order);
    const Packs& packs = loaded_packs(library);
    opened.shop = editions_of(packs, id, order);
    if (!opened.shop.any) {
        opened.errors.push_back({id.empty() ? "missing" : "bad_value", "/facts/marketplace", words::no_such_pack(id, packs)});
    }
    const auto& dictionary_of = opened.shop.in_force ? opened.shop.in_force : opened.shop.any;
    const Elsewhere of_laws{packs, true};
    opened.items = know(order, dictionary_of ? *dictionary_of : dictionary(), &of_laws, opened.errors);
    return opened;
}

// A pack that governs in this case, and its items as it knows them.
struct Governor {
    std::shared_ptr<const Pack> pack;
    std::vector<KnownItem> items;
};

// A fault that is named already is not named again.
std::vector<Governor> open_governing(const Library& library, const Case& order, std::vector<Error>& errors) {
    std::vector<Governor> out;
    const Elsewhere everywhere{loaded_packs(library), false};
    for (auto& pack : governing(loaded_packs(library), order)) {
        std::vector<Error> more;
        std::vector<KnownItem> items = know(order, *pack, &everywhere, more);
        for (Error& error : more) {
            const bool named = std::any_of(errors.begin(), errors.end(), [&](const Error& e) { return e.code == error.code && e.path == error.path; });
            if (!named) errors.push_back(std::move(error));
        }
        out.push_back({std::move(pack), std::move(items)});
    }
    return out;
}

std::vector<Governed> govern(std::vector<Governor> governors, const Case& order, Work& work) {
    std::vector<Governed> out;
    for (Governor& one : governors) {
        if (auto governed = PackChecker(std::move(one.pack), order, std::move(one.items), work).govern()) out.push_back(std::move(*governed));
    }
    return out;
}

// The best of all of them, item by item.
void add_beside_status(std::vector<QuickItem>& items, std::vector<Governor> governors, const Case& order, Work& work) {
    std::vector<unsigned> least(items.size(), ~0u);
    for (Governor& one : governors) {
        const auto best = PackChecker(std::move(one.pack), order, std::move(one.items), work).quick_statutory();
        for (std::size_t i = 0; i < best.size(); ++i) {
            if (!best[i] || best[i]->first >= least[i]) continue;
            least[i] = best[i]->first;
            items[i].beside_status = best[i]->second;
        }
    }
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
        out.push_back({pack->id, pack->name, parse_date(pack->checked_on).value_or(Date{}), pack->from, pack->to, pack->governs,
                       pack->notes ? pack->notes->review_after_months : 0});
    }
    return out;
}

Result<view::Verdict> check_view(const Library& library, const Case& order) {
    Work work(most_steps_of_a_case, most_room_of_a_case);
    return check_view(library, order, work);
}

Result<view::Verdict> check_view(const Library& library, const Case& order, Work& work) {
    Opened opened = open_case(library, order);
    std::vector<Governor> governors = open_governing(library, order, opened.errors);
    if (!opened.errors.empty()) return std::move(opened.errors);
    const std::vector<Governed> laws = govern(std::move(governors), order, work);
    return with_law(order, opened.shop, std::move(opened.items), laws, work);
}

Result<std::vector<QuickItem>> quick_check(const Library& library, const Case& order) {
    Work work(most_steps_of_a_case, most_room_of_a_case);
    return quick_check(library, order, work);
}

Result<std::vector<QuickItem>> quick_check(const Library& library, const Case& order, Work& work) {
    Opened opened = open_case(library, order);
    std::vector<Governor> governors = open_governing(library, order, opened.errors);
    if (!opened.errors.empty()) return std::move(opened.errors);
    Result<std::vector<QuickItem>> out = std::vector<QuickItem>();
    if (opened.shop.in_force) out = PackChecker(opened.shop.in_force, order, std::move(opened.items), work).quick();
    else
        for (const KnownItem& item : opened.items) out.value->push_back({item.id, Status::not_covered, std::nullopt, std::nullopt});
    if (out) add_beside_status(*out.value, std::move(governors), order, work);
    if (work.is_spent()) return too_much_work(order);
    return out;
}

Result<view::Verdict> check_with(const Library& library, const Case& order, const std::string& id) {
    Work work(most_steps_of_a_case, most_room_of_a_case);
    return check_with(library, order, id, work);
}

Result<view::Verdict> check_with(const Library& library, const Case& order, const std::string& id, Work& work) {
    std::vector<Error> errors;
    std::vector<Governor> governors = open_governing(library, order, errors);
    const Elsewhere everywhere{loaded_packs(library), false};
    const Editions shop = editions_of(loaded_packs(library), id, order);
    if (!shop.any) errors.push_back({"bad_value", "/facts/marketplace", words::no_such_pack(id, loaded_packs(library))});
    if (!errors.empty()) return errors;
    std::vector<KnownItem> items = know(order, shop.in_force ? *shop.in_force : *shop.any, &everywhere, errors);
    if (!errors.empty()) return errors;
    const std::vector<Governed> laws = govern(std::move(governors), order, work);
    return with_law(order, shop, std::move(items), laws, work);
}

Result<std::vector<std::pair<std::string, view::Verdict>>> compare_view(const Library& library, const Case& order) {
    std::vector<std::pair<std::string, view::Verdict>> out;
    std::vector<Error> errors;
    std::vector<Governor> governors = open_governing(library, order, errors);
    if (!errors.empty()) return errors;
    Work work(most_steps_of_a_case, most_room_of_a_case);
    const std::vector<Governed> laws = govern(std::move(governors), order, work);
    const Elsewhere everywhere{loaded_packs(library), false};
    for (const auto& one : loaded_packs(library)) {
        const auto done = std::find_if(out.begin(), out.end(), [&](const auto& entry) { return entry.first == one->id; });
        if (done != out.end() || !one->governs.empty()) continue;
        const Editions shop = editions_of(loaded_packs(library), one->id, order);
        std::vector<KnownItem> items = know(order, shop.in_force ? *shop.in_force : *shop.any, &everywhere, errors);
        if (!errors.empty()) return errors;
        Result<view::Verdict> verdict = with_law(order, shop, std::move(items), laws, work);
        if (!verdict) return std::move(verdict.errors);
        out.emplace_back(one->id, std::move(*verdict.value));
    }
    return out;
}

std::vector<Error> faults_of_check(const Library& library, const Case& order) {
    std::vector<Error> errors = open_case(library, order).errors;
    (void)open_governing(library, order, errors);
    return errors;
}

std::vector<Error> faults_of_compare(const Library& library, const Case& order) {
    std::vector<Error> errors;
    const Elsewhere everywhere{loaded_packs(library), false};
    for (const auto& pack : loaded_packs(library)) {
        if (errors.empty()) (void)know(order, *pack, &everywhere, errors);
    }
    return errors;
}

}  // namespace returnable
