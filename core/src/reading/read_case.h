// Reading a case from a tree of values, which came as JSON text or as a value buffer, without judging what it says.
#pragma once

#include <vector>

#include "reading/json_tree.h"
#include "returnable/case.h"
#include "returnable/error.h"

namespace returnable {

/// What could be read of a case, and what is wrong with its text.
struct CaseText {
    Case order;  ///< without the values that have faults; `as_of` is last_date where it could not be read
    std::vector<Error> errors;
    bool has_facts = false;  ///< false: nothing can be said of its facts, not even that one is missing
};

/// `errors`: what was found while the tree was read.
CaseText read_case_text(const Node& root, std::vector<Error> errors);

/// Adds the faults found in what could be read, but for those at or below a place that has a fault already: what could not
/// be read is not also judged.
void add_faults(std::vector<Error>& errors, std::vector<Error> found);

}  // namespace returnable
