// The engine: a library of policy packs, and the questions that can be put to it.
//
//     ```cpp
//     #include <cstdio>
//     #include <returnable/engine.h>
//
//     int main() {
//         using namespace returnable;
//         const Library library = builtin_library();
//         Case order;
//         order.as_of = *parse_date("2026-05-10");
//         order.facts = {{"marketplace", library.packs().at(0).id}, {"reason", "damaged"}, {"received_on", "2026-05-04"}};
//         if (const auto items = quick_check(library, order)) std::puts(name_of((*items)[0].status));
//     }
//     ```
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "returnable/case.h"
#include "returnable/date.h"
#include "returnable/error.h"
#include "returnable/verdict.h"

/// The library.
namespace returnable {

struct Pack;           // a pack, read and compiled
struct LibraryAccess;  // for the engine's own files

/// What a caller may know of a loaded pack.
struct PackSummary {
    std::string id;                      ///< its id, by which a case names it
    std::string name;                    ///< the shop's or the law's name
    Date checked_on{};                   ///< the day on which its sources were read
    std::optional<Date> effective_from;  ///< inclusive; empty: without beginning
    std::optional<Date> effective_to;    ///< inclusive; empty: without end
    std::vector<std::string> governs;    ///< countries, or "everywhere": it stands beside every shop; empty: a shop
    int review_after_months = 0;         ///< so many months after checked_on its answers should say how old they are
};

/// The loaded packs. Copies share them.
///
/// Threads: any number of threads may ask one Library, or copies of it, at the same time: check, compare, quick_check, every
/// function of json.h that takes a const Library, validate, warnings and packs. While a pack is added to a Library, no other thread may
/// use that same object; a copy made before is free to be asked. There is no other state that threads share.
class Library {
public:
    /// Reads, checks and adds one pack (JSON, at most 1 MB). Every fault comes back with its JSON Pointer; where there is
    /// one, nothing is added. Two packs of one id with overlapping periods are a fault.
    std::vector<Error> add_pack(std::string_view json);

    /// Reads and checks one pack without adding it.
    std::vector<Error> validate(std::string_view json) const;

    /// What in a pack without faults nobody would see, or would never happen: each with its JSON Pointer, a code and a message
    /// that names the cure. Empty where there is nothing of the kind, and where the pack has faults. Sources are too old as of
    /// the day that is given, else as of the pack's own `checked_on`.
    std::vector<Error> warnings(std::string_view json, std::optional<Date> as_of = std::nullopt) const;

    /// In the order in which they were added.
    std::vector<PackSummary> packs() const;

private:
    friend struct LibraryAccess;
    std::vector<std::shared_ptr<const Pack>> packs_;
};

/// A library that holds the packs of core/packs, embedded at build. (Native only: the WebAssembly module holds no pack.)
Library builtin_library();

/// The verdict on one case. Faults: a fact that no dictionary has, a value outside its list or range, events that cannot be
/// (received before shipped; after as_of), no marketplace. "too_uncertain": the open facts of an item leave more than 20,000
/// combinations that rules tell apart. "too_many": more than 1,000 items or 64 facts of one; or, at "/items" ("" of an order
/// without), more work than one question may take: 300 million steps of 1 to 3 ns (natively), or 256 MB for what is found. It
/// grows with the items, the open facts and the readings, and is the same on every machine. 1,000 items with reason and
/// category known take two fifths of it in the largest built-in pack, 50 of which nothing is known all of it. At most 1,000
/// faults are named.
Result<Verdict> check(const Library& library, const Case& order);

/// The same case asked of every loaded pack: pairs of pack id and verdict. Where a pack has several editions, that in force
/// on the day of the order answers. A fact that only other packs declare is passed over. All packs share the work of one check.
Result<std::vector<std::pair<std::string, Verdict>>> compare(const Library& library, const Case& order);

/// Status and payers of an item's best promise, as in its verdict.
struct QuickItem {
    std::string id;                                     ///< of the item
    Status status = Status::not_covered;                ///< of its best promise
    std::optional<std::vector<Payer>> return_shipping;  ///< as in Entitlement
    std::optional<Status> beside_status;                ///< of the best that a law gives, unless that is a no
    bool operator==(const QuickItem&) const = default;
};

/// Status and payers of each item, without explanation: several times faster than `check`.
Result<std::vector<QuickItem>> quick_check(const Library& library, const Case& order);

}  // namespace returnable
