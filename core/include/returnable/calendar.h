// Counting days. The only place in the library that adds anything to a date.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "returnable/date.h"

namespace returnable {

/// What a length is counted in. It is always written: there is no default.
enum class Unit { calendar_days, business_days, calendar_months, calendar_years };

/// What happens to a last day that is not a working day: it stays, or moves to the next or the previous one.
enum class Roll { none, following, preceding };

/// Which days are working days, and for which period that is known.
struct Calendar {
    std::string id;
    std::array<bool, 7> weekend;  ///< indexed by weekday, 0 = Sunday
    std::vector<Date> holidays;   ///< sorted, without repeats
    Date covers_from, covers_to;  ///< inclusive; a day outside is never taken for a working day
};

/// Monday to Friday, 1970 to 2199, without holidays: the one calendar that a source of today needs.
const Calendar& mon_fri();

/// True for a working day, false for a weekend or holiday, empty outside the calendar's coverage.
std::optional<bool> is_business_day(const Calendar& calendar, Date day);

/// The last day of a period of `length` units after `start`, which is day 0.
///   calendar_days    start + length
///   business_days    the length-th working day strictly after start; start itself where length is 0
///   calendar_months, calendar_years
///                    the same day number, or the month's last day where it has none (29 Feb + 1 year = 28 Feb)
/// `roll` then moves a result that is not a working day. Empty where a day needed lies outside the calendar's
/// coverage or the library's range, and for a negative length.
std::optional<Date> add(Date start, long long length, Unit unit, const Calendar& calendar, Roll roll = Roll::none);
/// The same in place. False where `add` gives nothing; then `day` is of no more use.
bool add_to(Date& day, long long length, Unit unit, const Calendar& calendar, Roll roll = Roll::none);

}  // namespace returnable
