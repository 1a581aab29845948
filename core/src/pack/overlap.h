// Two editions of one pack must not be in force on the same day.
#pragma once

#include <memory>
#include <vector>

#include "pack/pack.h"
#include "returnable/error.h"

namespace returnable {

/// A fault for each loaded pack of the same id whose period overlaps that of `pack`.
void check_overlap(const Pack& pack, const std::vector<std::shared_ptr<const Pack>>& loaded, std::vector<Error>& errors);

}  // namespace returnable
