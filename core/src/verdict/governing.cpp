#include "verdict/governing.h"

#include <algorithm>

#include "verdict/beside.h"

namespace returnable {
namespace {

std::string_view country_of(const Case& order) {
    for (const auto& [name, value] : order.facts) {
        const auto* text = std::get_if<std::string>(&value);
        if (name == "country" && text) return *text;
    }
    return {};
}

std::optional<Date> day_in(const FactValue& value) {
    if (const Date* day = std::get_if<Date>(&value)) return *day;
    const auto* text = std::get_if<std::string>(&value);
    return text ? parse_date(*text) : std::nullopt;
}

// The day of the order, else of the earliest event; `known` says which facts are events that a clock counts from.
Date day_of_contract(const Case& order, const Pack& known) {
    std::optional<Date> ordered;
    Date earliest = order.as_of;
    const auto look = [&](const Facts& facts) {
        for (const auto& [name, value] : facts) {
            const FactId fact = find_fact(known.facts, name);
            const auto day = fact == no_fact || !known.facts[fact].clock ? std::nullopt : day_in(value);
            if (!day) continue;
            if (name == "ordered_on") ordered = ordered ? std::min(*ordered, *day) : *day;
            earliest = std::min(earliest, *day);
        }
    };
    look(order.facts);
    for (const Item& item : order.items) look(item.facts);
    return ordered.value_or(earliest);
}

bool governs(const Pack& pack, std::string_view country) {
    return std::any_of(pack.governs.begin(), pack.governs.end(), [&](const std::string& one) { return one == country || one == "everywhere"; });
}

// A part points into the pack of its own kind by its place; among the parts of another pack that place means nothing.
view::Entitlement without_places(view::Entitlement entitlement) {
    for (view::Reason& reason : entitlement.reasons) reason.place = nowhere;
    for (view::Conflict& conflict : entitlement.conflicts) conflict.place = nowhere;
    for (view::Assumption& assumption : entitlement.assumes) assumption.place = nowhere;
    return entitlement;
}

// One entitlement on its way into an item: the shop's own are moved, the others are still to be copied.
struct Placed {
    unsigned key;
    view::Entitlement* own;
    const Explained* other;
    std::size_t was;  // the shop's own: its place before
};

std::vector<Placed> in_order(view::ItemVerdict& item, const std::vector<unsigned>& keys, const std::vector<Governed>& all, std::size_t index, Work& work) {
    std::vector<Placed> placed;
    // There are a few; and std::stable_sort would be 3 % of the engine that every reader downloads.
    const auto put = [&](const Placed& one) {
        std::size_t at = placed.size();
        work.spend(at);
        placed.push_back(one);
        for (; at > 0 && placed[at - 1].key > one.key; --at) placed[at] = placed[at - 1];
        placed[at] = one;
    };
    for (std::size_t i = 0; i < item.entitlements.size(); ++i) put({keys[i], &item.entitlements[i], nullptr, i});
    for (const Governed& one : all) {
        for (const Explained* explained : one.ranked[index].best_first) put({explained->key, nullptr, explained, 0});
    }
    return placed;
}

void add_clauses(view::Verdict& verdict, const Governed& one) {
    const Pack& pack = *one.storage->pack;
    BitSet cited(pack.clauses.size());
    for (const Ranked& ranked : one.ranked) {
        for (const Explained* explained : ranked.best_first) cited |= explained->cited;
    }
    // Both are in order by their ids: they are merged from the end.
    std::vector<view::Clause>& all = verdict.clauses;
    std::vector<view::Clause> more;
    each(cited, [&](std::size_t i) { more.push_back(pack.parts.clauses[i]); });
    std::size_t left = all.size();
    all.resize(left + more.size());
    while (!more.empty()) {
        const bool is_last = left == 0 || all[left - 1].id < more.back().id;
        view::Clause& place = all[left + more.size() - 1];
        if (!is_last) {
            place = all[--left];
            continue;
        }
        place = more.back();
        place.place = nowhere;
        more.pop_back();
    }
}

// All that the texts of a verdict point into.
struct Keeps {
    std::shared_ptr<const void> shop;
    std::vector<std::shared_ptr<VerdictStorage>> others;
};

}  // namespace

Packs governing(const Packs& packs, const Case& order) {
    Packs found;
    const std::string_view country = country_of(order);
    std::optional<Date> day;
    for (const auto& pack : packs) {
        if (pack->governs.empty() || !governs(*pack, country)) continue;
        if (!day) day = day_of_contract(order, *pack);
        if (pack->in_force(*day)) found.push_back(pack);
    }
    return found;
}

void add_governed(view::Verdict& verdict, const std::vector<std::vector<unsigned>>& keys, const std::vector<Governed>& all, Work& work) {
    if (all.empty()) return;
    auto keeps = std::make_shared<Keeps>();
    keeps->shop = verdict.keeps;
    for (const Governed& one : all) {
        keeps->others.push_back(one.storage);
        add_clauses(verdict, one);
    }
    verdict.keeps = std::shared_ptr<const void>(keeps, keeps->shop.get());
    const std::vector<unsigned> none_of_its_own;
    for (std::size_t index = 0; index < verdict.items.size(); ++index) {
        view::ItemVerdict& item = verdict.items[index];
        const bool leads = verdict.headline.item == item.id;
        const auto placed = in_order(item, index < keys.size() ? keys[index] : none_of_its_own, all, index, work);
        std::vector<view::Entitlement> entitlements;
        entitlements.reserve(placed.size());
        std::optional<std::size_t> headline, beside;
        for (const Placed& one : placed) {
            const std::size_t place = entitlements.size();
            if (one.own && verdict.headline.entitlement == one.was) headline = place;
            if (one.other && !beside && stands_beside(one.other->answer, *one.other)) beside = place;
            entitlements.push_back(one.own ? std::move(*one.own) : without_places(one.other->entitlement));
        }
        item.entitlements = std::move(entitlements);
        if (!leads) continue;
        verdict.headline.entitlement = headline;
        if (!beside) continue;
        verdict.headline.beside = beside_headline(verdict, item, *beside);
        if (verdict.headline.beside) verdict.headline.beside->question = question_beside(all, index, placed[*beside].other, work);
    }
}

}  // namespace returnable
