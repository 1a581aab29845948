// Reading a case, with the faults of its facts where its text has faults already.
#pragma once

#include <string_view>
#include <vector>

#include "returnable/case.h"
#include "returnable/engine.h"
#include "returnable/error.h"

namespace returnable {

using FaultFinder = std::vector<Error> (*)(const Library& library, const Case& order);

/// As the public `read_case`; `more_faults` finds those of what could be read.
Result<Case> read_case(const Library& library, std::string_view json, FaultFinder more_faults);

}  // namespace returnable
