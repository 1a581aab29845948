// Prints what the library makes of dates, for dates.py to compare with another library.
//   dates_main days          every day of the library's range, as written, and whether it reads back as itself
//   dates_main read          a text a line in; the day number since 1970 or "-" out
//   dates_main sums          "DATE LENGTH UNIT ROLL" a line in; the resulting date or "-" out (mon_fri)
#include <iostream>
#include <sstream>
#include <string>

#include "returnable/calendar.h"
#include "returnable/date.h"

using namespace returnable;

namespace {

std::optional<Unit> unit_of(const std::string& text) {
    if (text == "calendar_days") return Unit::calendar_days;
    if (text == "business_days") return Unit::business_days;
    if (text == "calendar_months") return Unit::calendar_months;
    if (text == "calendar_years") return Unit::calendar_years;
    return std::nullopt;
}

std::optional<Roll> roll_of(const std::string& text) {
    if (text == "none") return Roll::none;
    if (text == "following") return Roll::following;
    if (text == "preceding") return Roll::preceding;
    return std::nullopt;
}

int days() {
    for (Date day = first_date; day <= last_date; day += std::chrono::days{1}) {
        const std::string text = format_date(day);
        const auto back = parse_date(text);
        const auto business = is_business_day(mon_fri(), day);
        std::cout << text << (back && *back == day ? " same" : " OTHER") << (business ? (*business ? " work" : " rest") : " OUTSIDE") << '\n';
    }
    return 0;
}

int read() {
    for (std::string line; std::getline(std::cin, line);) {
        const auto day = parse_date(line);
        if (day) std::cout << day->time_since_epoch().count() << '\n';
        else std::cout << "-\n";
    }
    return 0;
}

int sums() {
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream in{line};
        std::string iso, unit_text, roll_text;
        long long length = 0;
        in >> iso >> length >> unit_text >> roll_text;
        const auto start = parse_date(iso);
        const auto unit = unit_of(unit_text);
        const auto roll = roll_of(roll_text);
        if (!in || !start || !unit || !roll) return std::cerr << "cannot read: " << line << '\n', 2;
        const auto sum = add(*start, length, *unit, mon_fri(), *roll);
        std::cout << (sum ? format_date(*sum) : "-") << '\n';
    }
    return 0;
}

}  // namespace

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    const std::string what = count == 2 ? words[1] : "";
    if (what == "days") return days();
    if (what == "read") return read();
    if (what == "sums") return sums();
    std::cerr << "usage: dates_main days|read|sums\n";
    return 2;
}
