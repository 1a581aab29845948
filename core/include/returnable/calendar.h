// Counting days. The only place in the library that adds a length to a date.
//
//     ```cpp
//     #include <cstdio>
//     #include <returnable/calendar.h>
//
//     int main() {
//         using namespace returnable;
//         const Date friday = *parse_date("2026-05-08");
//         const auto last = add(friday, 3, Unit::business_days, mon_fri());  // Monday, Tuesday, Wednesday
//         if (last) std::puts(format_date(*last).c_str());                   // 2026-05-13
//     }
//     ```
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "returnable/date.h"

namespace returnable {

/// What a length is counted in. It is always written: there is no default.
enum class Unit : std::uint8_t { calendar_days, business_days, calendar_months, calendar_years };
/// "calendar_days", … as in packs and in JSON; empty for a value that is none of them.
const char* name_of(Unit unit);

/// What happens to a last day that is not a working day: it stays, or moves to the next or the previous one.
enum class Roll : std::uint8_t { none, following, preceding };

/// Which days are working days, and for which period that is known.
struct Calendar {
    std::string id;               ///< its name
    std::array<bool, 7> weekend;  ///< indexed by weekday, 0 = Sunday
    std::vector<Date> holidays;   ///< sorted, without repeats
    Date covers_from;             ///< inclusive; a day before is never taken for a working day
    Date covers_to;               ///< inclusive; nor is one after
};

/// Monday to Friday, 1970 to 2199, without holidays: the one calendar that today's sources need.
const Calendar& mon_fri();

/// True for a working day, false for a weekend or holiday, empty outside the calendar's coverage.
std::optional<bool> is_business_day(const Calendar& calendar, Date day);

/// The last day of a period of `length` units after `start`, which is day 0.
///   calendar_days    start + length
///   business_days    the length-th working day strictly after start; start itself where length is 0
///   calendar_months, calendar_years
///                    the same day number, or the month's last day where it has none (29 Feb + 1 year = 28 Feb)
/// `roll` then moves a result that is not a working day. Empty where a day needed lies outside the calendar's
/// coverage or outside first_date..last_date, and for a negative length.
std::optional<Date> add(Date start, long long length, Unit unit, const Calendar& calendar, Roll roll = Roll::none);

/// The same in place. False where `add` gives nothing; `day` is then unspecified.
bool add_to(Date& day, long long length, Unit unit, const Calendar& calendar, Roll roll = Roll::none);

/// Moves `day` to the first day from itself on that has month and day of the month of `pattern`, a day of 1970. False where
/// that lies past last_date; `day` is then unspecified.
bool move_to_yearly(Date& day, Date pattern);

}  // namespace returnable
