// A civil day: no clock, no time zone, no locale. Callers say which day it is.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace returnable {

/// A day of the proleptic Gregorian calendar.
using Date = std::chrono::sys_days;

/// The first and the last day this library will speak of: 1970-01-01 and 2199-12-31.
inline constexpr Date first_date{std::chrono::year{1970} / 1 / 1};
inline constexpr Date last_date{std::chrono::year{2199} / 12 / 31};

/// Reads exactly `YYYY-MM-DD`. Empty for any other form, for a day that does not exist (2026-02-30)
/// and for one outside first_date..last_date: a date is refused, never wrapped or clamped.
std::optional<Date> parse_date(std::string_view iso);

/// Writes `YYYY-MM-DD`. The inverse of parse_date for every day that it accepts.
std::string format_date(Date day);
/// The same into ten letters at `to`; gives the place behind them.
char* format_date(Date day, char* to);

}  // namespace returnable
