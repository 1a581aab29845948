// The engine: a library of policy packs, and the questions that can be put to it.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "returnable/case.h"
#include "returnable/error.h"
#include "returnable/verdict.h"

namespace returnable {

struct Pack;  // a policy, read and compiled; see core/src/pack/pack.h

/// What a caller may know of a loaded pack.
struct PackSummary {
    std::string id, name, checked_on;
    std::string effective_from, effective_to;  ///< ISO days; empty = without end on that side
};

/// The loaded packs. Copies share them. Not for writing from two threads at once; reading is safe.
class Library {
public:
    /// Reads, checks and adds one pack (JSON, at most 1 MB). Every fault comes back with its JSON Pointer;
    /// where there is one, nothing is added. Two packs of one id with overlapping periods are a fault.
    std::vector<Error> add_pack(std::string_view json);

    /// Reads and checks one pack without adding it.
    std::vector<Error> validate(std::string_view json) const;

    /// Adds a pack that was read, checked and compiled elsewhere; see core/src/archive/archive.h.
    /// A fault where it overlaps with another edition that is loaded.
    std::vector<Error> add_compiled(std::shared_ptr<const Pack> pack);

    /// In the order in which they were added.
    std::vector<PackSummary> packs() const;

    /// The editions, for the engine and its readers.
    const std::vector<std::shared_ptr<const Pack>>& editions() const { return editions_; }

private:
    std::vector<std::shared_ptr<const Pack>> editions_;
};

/// A library that holds the packs of core/packs, embedded at build. (Native only: the wasm holds no pack.)
Library builtin_library();

/// The verdict on one case. Faults: a fact that no dictionary has, a value outside its list or range, events
/// that cannot be (received before shipped; after as_of), no marketplace.
Result<Verdict> check(const Library& library, const Case& order);

/// The same case asked of every loaded pack in force on its day.
Result<std::vector<std::pair<std::string, Verdict>>> compare(const Library& library, const Case& order);

/// Status and payers, without explanation.
struct QuickItem {
    std::string id;
    Text status;
    std::optional<Texts> return_shipping;
};
Result<std::vector<QuickItem>> quick_check(const Library& library, const Case& order);

}  // namespace returnable
