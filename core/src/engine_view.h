// The questions of returnable/engine.h with answers that point into their pack.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "returnable/engine.h"
#include "verdict/verdict_view.h"

namespace returnable {

Result<view::Verdict> check_view(const Library& library, const Case& order);
Result<std::vector<std::pair<std::string, view::Verdict>>> compare_view(const Library& library, const Case& order);

/// What `check_view` and `compare_view` would find wrong with the facts of a case.
std::vector<Error> faults_of_check(const Library& library, const Case& order);
std::vector<Error> faults_of_compare(const Library& library, const Case& order);

}  // namespace returnable
