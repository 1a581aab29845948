// Writing a day where it is wanted, without a string of its own.
#pragma once

#include "returnable/date.h"

namespace returnable {

/// Writes `YYYY-MM-DD` to the ten characters at `to` and returns one past the last. Only for a day that is `in_range`.
char* format_date(Date day, char* to);

}  // namespace returnable
