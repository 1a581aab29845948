#include "dates/day_range.h"

#include <algorithm>

namespace returnable {

// "The earlier of": of the days that are known. Where none is, what is missing is the first one named.
void take_earlier(DayRange& result, const DayRange& span) {
    if (!span.has_lo && !span.has_hi) return;
    if (!result.has_lo && !result.has_hi) {
        result = span;
        return;
    }
    result.lo = result.has_lo && span.has_lo ? std::min(result.lo, span.lo) : result.has_lo ? result.lo : span.lo;
    result.hi = result.has_hi && span.has_hi ? std::min(result.hi, span.hi) : result.has_hi ? result.hi : span.hi;
    result.has_lo = result.has_lo || span.has_lo;
    result.has_hi = result.has_hi || span.has_hi;
    result.projected = result.projected && span.projected;
    result.guessed = result.guessed || span.guessed;
    result.missing |= span.missing;
}

// "The later of": known only once all are; until then the latest known day is the least it can be.
void take_later(DayRange& result, const DayRange& span) {
    if (span.has_lo && (!result.has_lo || span.lo > result.lo)) result.lo = span.lo;
    result.has_lo = result.has_lo || span.has_lo;
    result.has_hi = result.has_hi && span.has_hi;
    result.hi = std::max(result.hi, span.hi);
    result.projected = result.projected || span.projected;
    result.guessed = result.guessed || span.guessed;
    result.outside = result.outside || span.outside;
    result.missing |= span.missing;
}

// "The first of": the first that is known, in the order in which they are named.
void take_first(DayRange& result, const DayRange& span) {
    if (result.has_lo) return;
    if (span.has_lo) result = span;
    else result.missing |= span.missing;
}

void widen(DayRange& span, const DayRange& other) {
    span.lo = std::min(span.lo, other.lo);
    span.hi = std::max(span.hi, other.hi);
    span.has_lo = span.has_lo && other.has_lo;
    span.has_hi = span.has_hi && other.has_hi;
    span.projected = span.projected || other.projected;
    span.outside = span.outside || other.outside;
    span.guessed = span.guessed || other.guessed;
    span.missing |= other.missing;
}

}  // namespace returnable
