#include "reading/pack_symbols.h"

#include <algorithm>

namespace returnable {
namespace {

// Slots and codes are plain texts; this lends them the `id` that `find` looks for.
struct Named {
    std::string_view id;
};

std::vector<Named> named(const std::vector<std::string>& words) {
    std::vector<Named> out;
    out.reserve(words.size());
    for (const std::string& word : words) out.push_back({word});
    return out;
}

template <class T>
std::vector<Index> indices(const PackNames& names, const std::vector<T>& things, const Reader& list) {
    std::vector<Index> out;
    for (const Reader& one : one_or_many(list)) {
        const Index index = names.find(things, one.text(), one);
        if (index != none) out.push_back(index);
    }
    return out;
}

bool is_empty(const Reader& list) { return list && list.node().is(Node::Kind::array) && list.size() == 0; }

}  // namespace

bool PackNames::afford(const Reader& place, std::size_t steps) const {
    if (work.is_spent()) return false;
    work.spend(steps);
    if (work.is_spent()) place.fault("too_many", "Reading this pack up to here takes all the work that one pack may. Leave out some of it.");
    return !work.is_spent();
}

void PackNames::no_such_name(const std::vector<std::string_view>& known, std::string_view id, const Reader& place) const {
    if ((id.empty() && !place.can_be_nameless()) || place.full() || !afford(place, 64 * known.size())) return;
    const std::string guess = closest(id, known);
    place.fault("unknown_name", guess.empty() ? "Nothing in this pack has the name \"" + std::string(id) + "\"."
                                              : "There is no such name. Did you mean \"" + guess + "\"?");
}

std::vector<Index> PackNames::clauses(const Reader& list) const {
    if (is_empty(list)) list.fault("missing", "Cite at least one clause.");
    return indices(*this, pack.clauses, list);
}

std::vector<Index> PackNames::slots(const Reader& list) const {
    if (is_empty(list)) list.fault("missing", "Name at least one slot.");
    std::vector<Index> out;
    for (const Index slot : indices(*this, named(pack.slots), list)) {
        if (std::find(out.begin(), out.end(), slot) == out.end()) out.push_back(slot);
    }
    return out;
}

std::vector<Index> PackNames::codes(const Reader& list, const std::vector<std::string>& known) const {
    return list && afford(list, known.size()) ? indices(*this, named(known), list) : std::vector<Index>();
}

RemedySet PackNames::remedies(const Reader& list) const {
    if (!list) return ~RemedySet{0};
    RemedySet set = 0;
    for (const Index index : indices(*this, pack.remedies, list)) set |= RemedySet{1} << index;
    return set;
}

FactId PackNames::fact(const Reader& place, std::string_view id) const {
    const FactId found = find_fact(pack.facts, id);
    if (found != no_fact) return found;
    return find(pack.facts, id, place);
}

std::vector<FactId> PackNames::dates(const Reader& list) const {
    std::vector<FactId> out;
    for (const Reader& one : one_or_many(list)) {
        const FactId found = fact(one, one.text());
        if (found == no_fact) continue;
        if (pack.facts[found].kind != FactKind::date) one.fault("bad_value", "Name a fact that is a date.");
        out.push_back(found);
    }
    return out;
}

std::optional<std::pair<Index, std::uint32_t>> PackNames::reading(const Reader& place, std::string_view conflict) const {
    const Index index = find(pack.conflicts, conflict, place);
    if (index == none) return std::nullopt;
    std::uint32_t accepted = 0;
    for (const Reader& one : one_or_many(place)) {
        const Index found = find(pack.conflicts[index].readings, one.text(), one);
        if (found == none) continue;
        if (!pack.conflicts[index].readings[found].counts) {
            one.fault("bad_value", "This reading is set aside, so no rule may rest on it.");
        }
        accepted |= std::uint32_t{1} << found;
    }
    return std::pair{index, accepted};
}

}  // namespace returnable
