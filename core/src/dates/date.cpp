#include "returnable/date.h"

#include "dates/format_date.h"

namespace returnable {
namespace {

// The value of `count` ASCII digits; 0, which is no year of ours, no month and no day, where they are none.
int digits(std::string_view text, std::size_t from, std::size_t count) {
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return 0;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

void put_two(char* to, unsigned value) {
    to[0] = static_cast<char>('0' + value / 10);
    to[1] = static_cast<char>('0' + value % 10);
}

}  // namespace

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    const int y = digits(iso, 0, 4), m = digits(iso, 5, 2), d = digits(iso, 8, 2);
    const std::chrono::year_month_day day{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)}, std::chrono::day{static_cast<unsigned>(d)}};
    if (!day.ok()) return std::nullopt;
    const Date result{day};
    if (!in_range(result)) return std::nullopt;
    return result;
}

std::string format_date(Date day) {
    if (!in_range(day)) return {};
    std::string text(10, '-');
    format_date(day, text.data());
    return text;
}

char* format_date(Date date, char* to) {
    const std::chrono::year_month_day day{date};
    const auto year = static_cast<unsigned>(static_cast<int>(day.year()));
    put_two(to, year / 100);
    put_two(to + 2, year % 100);
    to[4] = to[7] = '-';
    put_two(to + 5, static_cast<unsigned>(day.month()));
    put_two(to + 8, static_cast<unsigned>(day.day()));
    return to + 10;
}

}  // namespace returnable
