// What of a pack without faults nobody will see, or what will never happen.
#pragma once

#include <optional>
#include <vector>

#include "pack/pack.h"
#include "returnable/error.h"

namespace returnable {

/// The warnings on a compiled pack, not one from an archive; each message names the cure. Sources are too old as of the day
/// that is given, else as of the pack's own `checked_on`.
std::vector<Error> pack_warnings(const Pack& pack, std::optional<Date> as_of);

}  // namespace returnable
