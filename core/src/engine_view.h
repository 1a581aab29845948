// The questions of returnable/engine.h with answers that point into their pack.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/work.h"
#include "reading/read_case.h"
#include "returnable/engine.h"
#include "verdict/verdict_view.h"

namespace returnable {

Result<view::Verdict> check_view(const Library& library, const Case& order);
Result<std::vector<std::pair<std::string, view::Verdict>>> compare_view(const Library& library, const Case& order);

/// What `compare_view` has for the pack of this id.
Result<view::Verdict> check_with(const Library& library, const Case& order, const std::string& id);

/// The same with so much work. Where that is spent, the fault says so.
Result<view::Verdict> check_view(const Library& library, const Case& order, Work& work);
Result<view::Verdict> check_with(const Library& library, const Case& order, const std::string& id, Work& work);
Result<std::vector<QuickItem>> quick_check(const Library& library, const Case& order, Work& work);

/// What `check_view` and `compare_view` would find wrong with the facts of a case.
std::vector<Error> faults_of_check(const Library& library, const Case& order);
std::vector<Error> faults_of_compare(const Library& library, const Case& order);

/// The case; where its text has faults, these and those that `faults_of` finds in the rest.
using FaultsOf = std::vector<Error> (*)(const Library&, const Case&);
Result<Case> whole_case(const Library& library, CaseText text, FaultsOf faults_of);

}  // namespace returnable
