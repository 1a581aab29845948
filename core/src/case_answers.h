// The engine's answers as JSON text, for a case that has been read already. A case with faults gives {"errors":[…]}.
#pragma once

#include <string>
#include <string_view>

#include "returnable/case.h"
#include "returnable/engine.h"
#include "returnable/error.h"

namespace returnable {

/// Whether a verdict says, as its last key, which of the loaded packs it is of: its "edition", from 0.
enum class Numbered { no, yes };

std::string check_text(const Library& library, const Result<Case>& order, Numbered numbered = Numbered::no);
std::string compare_text(const Library& library, const Result<Case>& order, Numbered numbered = Numbered::no);
/// Status and payers alone: {"as_of","items":[…]}.
std::string quick_text(const Library& library, const Result<Case>& order);
std::string sweep_text(const Library& library, const Result<Case>& order, std::string_view from, std::string_view to);

}  // namespace returnable
