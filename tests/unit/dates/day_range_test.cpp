// What becomes of two stretches of days, for every pair of stretches that differ in anything.
#include "dates/day_range.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace returnable {
namespace {

using Day = std::optional<int>;

Day low(const DayRange& span) { return span.has_lo ? Day(span.lo) : Day(); }
Day high(const DayRange& span) { return span.has_hi ? Day(span.hi) : Day(); }

// The days that a span says, and everything else that it carries, so that two can be compared.
struct Described {
    Day lo, hi;
    bool projected, outside, guessed;
    std::vector<std::size_t> missing;
    bool operator==(const Described&) const = default;
};

std::vector<std::size_t> listed(const FactSet& facts) {
    std::vector<std::size_t> out;
    each(facts, [&](std::size_t fact) { out.push_back(fact); });
    return out;
}

Described described(const DayRange& span) { return {low(span), high(span), span.projected, span.outside, span.guessed, listed(span.missing)}; }

std::vector<DayRange> spans() {
    std::vector<DayRange> all;
    for (const Day lo : {Day(), Day(3), Day(5)}) {
        for (const Day hi : {Day(), Day(5), Day(6), Day(9)}) {
            for (int flags = 0; flags < 16; ++flags) {
                DayRange span;
                span.has_lo = lo.has_value();
                span.has_hi = hi.has_value();
                span.lo = lo.value_or(0);
                span.hi = hi.value_or(0);
                span.projected = flags & 1;
                span.outside = flags & 2;
                span.guessed = flags & 4;
                if (flags & 8) span.missing.set(static_cast<std::size_t>(lo.value_or(1)));
                all.push_back(span);
            }
        }
    }
    return all;
}

template <class Take, class Expected>
void for_every_pair(Take take, Expected expected) {
    for (const DayRange& a : spans()) {
        for (const DayRange& b : spans()) {
            DayRange result = a;
            take(result, b);
            ASSERT_EQ(described(result), expected(a, b)) << "from " << a.lo << " to " << a.hi << ", and " << b.lo << " to " << b.hi;
        }
    }
}

bool has_a_day(const DayRange& span) { return low(span) || high(span); }

Described with_flags_of_either(Day lo, Day hi, const DayRange& a, const DayRange& b) {
    return {lo, hi, a.projected || b.projected, a.outside || b.outside, a.guessed || b.guessed, listed(a.missing | b.missing)};
}

TEST(DayRange, TheEarlierIsThatOfTheKnownDays) {
    const auto sooner = [](Day a, Day b) { return a && b ? std::min(a, b) : a ? a : b; };
    // A day beyond the calendar is not the earlier one, so what becomes of that flag has no weight.
    const auto without_outside = [](Described described) {
        described.outside = false;
        return described;
    };
    const auto take = [](DayRange& result, const DayRange& span) {
        take_earlier(result, span);
        result.outside = false;
    };
    for_every_pair(take, [&](const DayRange& a, const DayRange& b) {
        if (!has_a_day(b)) return without_outside(described(a));
        if (!has_a_day(a)) return without_outside(described(b));
        Described both = with_flags_of_either(sooner(low(a), low(b)), sooner(high(a), high(b)), a, b);
        both.projected = a.projected && b.projected;  // one of them has happened
        return without_outside(both);
    });
}

TEST(DayRange, TheLaterIsKnownOnceBothAre) {
    for_every_pair(take_later, [](const DayRange& a, const DayRange& b) {
        const Day least = std::max(low(a), low(b));  // an unknown day is less than any
        return with_flags_of_either(least, high(a) && high(b) ? std::max(high(a), high(b)) : Day(), a, b);
    });
}

TEST(DayRange, TheFirstIsTheFirstThatIsKnown) {
    for_every_pair(take_first, [](const DayRange& a, const DayRange& b) {
        if (low(a)) return described(a);
        if (low(b)) return described(b);
        Described neither = described(a);
        neither.missing = listed(a.missing | b.missing);
        return neither;
    });
}

TEST(DayRange, WidenedItHasASideOnlyWhereBothHave) {
    for_every_pair(widen, [](const DayRange& a, const DayRange& b) {
        const auto both = [](Day x, Day y, Day z) { return x && y ? z : Day(); };
        return with_flags_of_either(both(low(a), low(b), std::min(low(a), low(b))), both(high(a), high(b), std::max(high(a), high(b))), a, b);
    });
}

TEST(DayRange, OnADayItIsThatDay) {
    EXPECT_EQ(described(DayRange::on(4)), (Described{4, 4, false, false, false, {}}));
    EXPECT_EQ(described(DayRange{}), (Described{Day(), Day(), false, false, false, {}}));
}

}  // namespace
}  // namespace returnable
