#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "pack/pack.h"
#include "returnable/error.h"

namespace returnable {

/// Reads, checks and compiles a pack that is JSON text; null where it has faults.
std::shared_ptr<const Pack> compile_text(std::string_view json, std::vector<Error>& errors);

}  // namespace returnable
