#include "returnable/calendar.h"

#include <algorithm>

namespace returnable {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

// No window or refund time is longer; it also keeps every sum far from overflow.
constexpr long long longest = 100'000;

std::optional<Date> in_range(Date day) {
    if (day < first_date || day > last_date) return std::nullopt;
    return day;
}

std::optional<bool> is_business_day(const Calendar& calendar, Date day, std::chrono::weekday weekday) {
    if (day < calendar.covers_from || day > calendar.covers_to) return std::nullopt;
    if (calendar.weekend[weekday.c_encoding()]) return false;
    return calendar.holidays.empty() || !std::binary_search(calendar.holidays.begin(), calendar.holidays.end(), day);
}

std::optional<Date> nth_business_day(Date start, long long count, const Calendar& calendar) {
    Date day = start;
    // Where no holiday can fall in them, whole weeks are skipped at once; the last of them is counted day by day.
    const auto a_week = std::count(calendar.weekend.begin(), calendar.weekend.end(), false);
    const long long weeks = a_week > 0 && calendar.holidays.empty() && count > a_week ? (count - 1) / a_week : 0;
    if (weeks > 0) {
        if (day + days{1} < calendar.covers_from) return std::nullopt;  // the last day counted is asked below
        day += days{7 * weeks};
        count -= weeks * a_week;
    }
    std::chrono::weekday weekday{day};
    while (count > 0) {
        day += days{1};
        const auto working = is_business_day(calendar, day, ++weekday);
        if (!working) return std::nullopt;
        if (*working) --count;
    }
    return day;
}

std::optional<Date> add_months(Date start, long long count) {
    if (count > 12LL * 230) return std::nullopt;  // past the range from any day in it; chrono's years have 16 bits
    const year_month_day day{start};
    const auto month = day.year() / day.month() + std::chrono::months{static_cast<int>(count)};
    const year_month_day same{month.year(), month.month(), day.day()};
    return in_range(same.ok() ? Date{same} : Date{month / std::chrono::last});
}

std::optional<Date> rolled(Date day, const Calendar& calendar, Roll roll) {
    if (roll == Roll::none) return day;
    const days step{roll == Roll::following ? 1 : -1};
    for (;; day += step) {
        const auto working = is_business_day(calendar, day);
        if (!working) return std::nullopt;
        if (*working) return day;
    }
}

}  // namespace

const Calendar& mon_fri() {
    static const Calendar calendar{"mon_fri", {true, false, false, false, false, false, true}, {}, first_date, last_date};
    return calendar;
}

std::optional<bool> is_business_day(const Calendar& calendar, Date day) { return is_business_day(calendar, day, std::chrono::weekday{day}); }

std::optional<Date> add(Date start, long long length, Unit unit, const Calendar& calendar, Roll roll) {
    if (length < 0 || length > longest || !in_range(start)) return std::nullopt;
    std::optional<Date> end;
    switch (unit) {
        case Unit::calendar_days: end = in_range(start + days{length}); break;
        case Unit::business_days: end = nth_business_day(start, length, calendar); break;
        case Unit::calendar_months: end = add_months(start, length); break;
        case Unit::calendar_years: end = add_months(start, length * 12); break;
    }
    return end ? rolled(*end, calendar, roll) : end;
}

}  // namespace returnable
