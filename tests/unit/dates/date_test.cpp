#include "returnable/date.h"

#include <gtest/gtest.h>

namespace returnable {
namespace {

using std::chrono::days;

TEST(Date, ReadsAndWritesEveryDayOfItsRange) {
    int count = 0;
    for (Date day = first_date; day <= last_date; day += days{1}, ++count) {
        const std::string text = format_date(day);
        ASSERT_EQ(text.size(), 10u);
        ASSERT_EQ(parse_date(text), day) << text;
    }
    EXPECT_EQ(count, 84006);  // 230 years, 56 of them leap years: 230 * 365 + 56
}

TEST(Date, KnowsTheEdges) {
    EXPECT_EQ(parse_date("1970-01-01"), first_date);
    EXPECT_EQ(parse_date("2199-12-31"), last_date);
    EXPECT_EQ(parse_date("1970-01-01")->time_since_epoch().count(), 0);
    EXPECT_FALSE(parse_date("1969-12-31"));
    EXPECT_FALSE(parse_date("2200-01-01"));
}

TEST(Date, RefusesDaysThatDoNotExist) {
    for (const char* text : {"2026-02-30", "2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
    EXPECT_TRUE(parse_date("2028-02-29"));
    EXPECT_TRUE(parse_date("2000-02-29"));
}

TEST(Date, RefusesEveryOtherForm) {
    for (const char* text :
         {"", "2026-5-10", "2026-05-1", "20260510", "10-05-2026", "2026/05/10", "2026-05-10T00:00", " 2026-05-10", "2026-05-10 ", "2026-05-1O", "+026-05-10",
          "-026-05-10", "2026-0a-10", "２０２６-05-10", "2026-0:-10", "2026-1/-10", "2026/05-10", "2026-05/10"}) {
        EXPECT_FALSE(parse_date(text)) << text;
    }
}

}  // namespace
}  // namespace returnable
