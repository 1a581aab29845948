// A verdict as JSON.
#pragma once

#include <string>

#include "verdict/verdict_view.h"

namespace returnable {

/// Parts that the pack has written already are copied.
std::string write_view(const view::Verdict& verdict);

}  // namespace returnable
