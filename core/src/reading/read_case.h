// A case from a tree of values, whether those came as JSON text or as a value buffer.
#pragma once

#include "reading/json_tree.h"
#include "returnable/case.h"
#include "returnable/error.h"

namespace returnable {

/// `errors`: what was found while the tree was read. Every fault is reported.
Result<Case> read_case(const Node& root, std::vector<Error> errors);

}  // namespace returnable
