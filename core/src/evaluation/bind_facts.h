// The facts of one item as one pack sees them: checked, and in the pack's own numbering.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pack/pack.h"
#include "returnable/case.h"
#include "returnable/error.h"

namespace returnable {

struct Known {
    enum class State : std::uint8_t { absent, cannot_say, given };
    State state = State::absent;
    std::int64_t value = 0;  // yes/no 0 or 1; choice: index; number; date: days since 1970-01-01

    bool given() const { return state == State::given; }
};

using KnownFacts = std::vector<Known>;

/// One item's id and facts, the order's facts shadowed by its own.
struct KnownItem {
    std::string id;
    KnownFacts facts;
};

/// Other loaded packs whose facts a case may hold.
struct Elsewhere {
    const std::vector<std::shared_ptr<const Pack>>& packs;
    bool only_governing;  // not the facts of other shops

    bool knows(const std::string& fact) const;
};

/// Checks every fact of a case against a pack's dictionary and gives one KnownItem an item. Facts that only another loaded
/// pack declares are passed over where `elsewhere` knows them. On a fault `errors` grows.
std::vector<KnownItem> know(const Case& order, const Dictionary& dictionary, const Elsewhere* elsewhere, std::vector<Error>& errors);

}  // namespace returnable
