#include "returnable/calendar.h"

#include <algorithm>

namespace returnable {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

// No window or refund time is longer; it also keeps every sum far from overflow.
constexpr long long longest = 100'000;

// Of a day that the calendar covers; `weekday` counts from Sunday, 0.
bool is_working(const Calendar& calendar, Date day, unsigned weekday) {
    if (calendar.weekend[weekday]) return false;
    return calendar.holidays.empty() || !std::binary_search(calendar.holidays.begin(), calendar.holidays.end(), day);
}

// Each of these moves a day in place, and is false where no day is found.
bool count_business_days(Date& day, long long count, const Calendar& calendar) {
    if (count > 0 && day + days{1} < calendar.covers_from) return false;
    // Where no holiday can fall in them, whole weeks are skipped at once; the last of them is counted day by day.
    if (count > 7 && calendar.holidays.empty()) {
        const auto a_week = std::count(calendar.weekend.begin(), calendar.weekend.end(), false);
        const long long weeks = a_week > 0 ? (count - 1) / a_week : 0;
        day += days{7 * weeks};
        count -= weeks * a_week;
    }
    unsigned weekday = std::chrono::weekday{day}.c_encoding();
    while (count > 0) {
        day += days{1};
        weekday = weekday == 6 ? 0 : weekday + 1;
        if (day > calendar.covers_to) return false;
        if (is_working(calendar, day, weekday)) --count;
    }
    return true;
}

bool add_months(Date& day, long long count) {
    if (count > 12LL * 230) return false;  // past the range from any day in it; chrono's years have 16 bits
    const year_month_day start{day};
    const auto month = start.year() / start.month() + std::chrono::months{static_cast<int>(count)};
    const year_month_day same{month.year(), month.month(), start.day()};
    day = same.ok() ? Date{same} : Date{month / std::chrono::last};
    return in_range(day);
}

bool roll_over(Date& day, const Calendar& calendar, Roll roll) {
    if (roll == Roll::none) return true;
    const days step{roll == Roll::following ? 1 : -1};
    for (;; day += step) {
        const auto working = is_business_day(calendar, day);
        if (!working) return false;
        if (*working) return true;
    }
}

bool count_from(Date& day, long long length, Unit unit, const Calendar& calendar) {
    switch (unit) {
        case Unit::calendar_days: day += days{length}; return in_range(day);
        case Unit::business_days: return count_business_days(day, length, calendar);
        case Unit::calendar_months: return add_months(day, length);
        case Unit::calendar_years: return add_months(day, length * 12);
    }
    return false;
}

}  // namespace

const Calendar& mon_fri() {
    static const Calendar calendar{"mon_fri", {true, false, false, false, false, false, true}, {}, first_date, last_date};
    return calendar;
}

std::optional<bool> is_business_day(const Calendar& calendar, Date day) {
    if (day < calendar.covers_from || day > calendar.covers_to) return std::nullopt;
    return is_working(calendar, day, std::chrono::weekday{day}.c_encoding());
}

bool add_to(Date& day, long long length, Unit unit, const Calendar& calendar, Roll roll) {
    return length >= 0 && length <= longest && in_range(day) && count_from(day, length, unit, calendar) && roll_over(day, calendar, roll);
}

bool move_to_yearly(Date& day, Date pattern) {
    for (long long years = (day - pattern).count() / 366;; ++years) {  // at most one year too early
        Date next = pattern;
        if (!add_months(next, 12 * years)) return false;
        if (next < day) continue;
        day = next;
        return true;
    }
}

std::optional<Date> add(Date start, long long length, Unit unit, const Calendar& calendar, Roll roll) {
    return add_to(start, length, unit, calendar, roll) ? std::optional(start) : std::nullopt;
}

}  // namespace returnable
