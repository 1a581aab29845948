// A stretch of days whose ends may be unknown, and what becomes of several.
#pragma once

#include "pack/pack.h"

namespace returnable {

/// From `lo` to `hi`, in days since 1970. Either side may be unknown.
struct DayRange {
    int lo = 0, hi = 0;
    bool has_lo = false, has_hi = false;
    bool projected = false;  // rests on something that has not happened yet
    bool outside = false;    // a day needed lies outside the calendar
    bool guessed = false;    // rests on a range that no source gives
    FactSet missing;         // dates and numbers without which a side is unknown

    static DayRange on(int day) { return {day, day, true, true, false, false, false, {}}; }
};

/// `span`, widened to take in `other`. Where one of them has no known side, neither has the result.
void widen(DayRange& span, const DayRange& other);

/// "The earlier of", "the later of", "the first of" this and what was taken before.
void take_earlier(DayRange& result, const DayRange& span);
void take_later(DayRange& result, const DayRange& span);
void take_first(DayRange& result, const DayRange& span);

}  // namespace returnable
