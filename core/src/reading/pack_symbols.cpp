#include "reading/pack_symbols.h"

namespace returnable {
namespace {

// Slots and codes are plain texts; this lends them the `id` that find_named looks for.
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
std::vector<Index> indices(const std::vector<T>& things, const Reader& list) {
    std::vector<Index> out;
    for (const Reader& one : one_or_many(list)) {
        const Index index = find_named(things, one.text(), one);
        if (index != none) out.push_back(index);
    }
    return out;
}

bool is_empty(const Reader& list) { return list && list.node().is(Node::Kind::array) && list.size() == 0; }

}  // namespace

std::vector<Index> PackNames::clauses(const Reader& list) const {
    if (is_empty(list)) list.fault("missing", "Cite at least one clause.");
    return indices(pack.clauses, list);
}

std::vector<Index> PackNames::slots(const Reader& list) const {
    if (is_empty(list)) list.fault("missing", "Name at least one slot.");
    return indices(named(pack.slots), list);
}

std::vector<Index> PackNames::codes(const Reader& list, const std::vector<std::string>& known) const { return indices(named(known), list); }

RemedySet PackNames::remedies(const Reader& list) const {
    if (!list) return ~RemedySet{0};
    RemedySet set = 0;
    for (const Index index : indices(pack.remedies, list)) set |= RemedySet{1} << index;
    return set;
}

FactId PackNames::fact(const Reader& place, std::string_view id) const {
    const FactId found = find_fact(pack.facts, id);
    if (found != no_fact) return found;
    return find_named(pack.facts, id, place);
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
    const Index index = find_named(pack.conflicts, conflict, place);
    if (index == none) return std::nullopt;
    std::uint32_t accepted = 0;
    for (const Reader& one : one_or_many(place)) {
        const Index found = find_named(pack.conflicts[index].readings, one.text(), one);
        if (found == none) continue;
        if (!pack.conflicts[index].readings[found].counts) {
            one.fault("bad_value", "This reading is set aside, so no rule may rest on it.");
        }
        accepted |= std::uint32_t{1} << found;
    }
    return std::pair{index, accepted};
}

}  // namespace returnable
