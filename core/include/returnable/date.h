// A civil day: no clock, no time zone, no locale. Callers say which day it is.
//
//     ```cpp
//     #include <cstdio>
//     #include <returnable/date.h>
//
//     int main() {
//         const auto day = returnable::parse_date("2028-02-29");  // empty for "2027-02-29" and for "29.2.2028"
//         if (day) std::puts(returnable::format_date(*day + std::chrono::days{1}).c_str());  // 2028-03-01
//     }
//     ```
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace returnable {

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01 (day 0).
using Date = std::chrono::sys_days;

/// The first and the last day of the library's range, both inclusive: 1970-01-01 and 2199-12-31.
inline constexpr Date first_date{std::chrono::year{1970} / 1 / 1};
/// See first_date.
inline constexpr Date last_date{std::chrono::year{2199} / 12 / 31};

/// Whether a day lies in first_date..last_date.
constexpr bool in_range(Date day) { return first_date <= day && day <= last_date; }

/// Reads exactly `YYYY-MM-DD`. Empty for any other form, for a day that does not exist (2026-02-30) and for one outside
/// first_date..last_date: a date is refused, never wrapped or clamped.
std::optional<Date> parse_date(std::string_view iso);

/// Writes `YYYY-MM-DD`: the inverse of parse_date for every day that it accepts. Any other day gives an empty text.
std::string format_date(Date day);

}  // namespace returnable
