// The packs of a library, for the engine's own files and its tests.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "returnable/engine.h"

namespace returnable {

using Packs = std::vector<std::shared_ptr<const Pack>>;

struct LibraryAccess {
    static const Packs& packs(const Library& library) { return library.packs_; }
    static Packs& packs(Library& library) { return library.packs_; }
};

/// The loaded packs, every edition, in the order in which they were added.
inline const Packs& loaded_packs(const Library& library) { return LibraryAccess::packs(library); }

/// Adds a pack that was read, checked and compiled elsewhere (archive/archive.h), but not beside one with which it overlaps.
std::vector<Error> add_compiled(Library& library, std::shared_ptr<const Pack> pack);

}  // namespace returnable
