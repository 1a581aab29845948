#include "returnable/calendar.h"

#include <gtest/gtest.h>

namespace returnable {
namespace {

Date day(const char* iso) { return *parse_date(iso); }

std::string sum(const char* start, long long length, Unit unit, Roll roll = Roll::none, const Calendar& calendar = mon_fri()) {
    const auto end = add(day(start), length, unit, calendar, roll);
    return end ? format_date(*end) : "none";
}

TEST(Calendar, DayZeroIsTheEvent) {
    EXPECT_EQ(sum("2026-05-04", 0, Unit::calendar_days), "2026-05-04");
    EXPECT_EQ(sum("2026-05-04", 15, Unit::calendar_days), "2026-05-19");
    EXPECT_EQ(sum("2026-12-31", 1, Unit::calendar_days), "2027-01-01");
    EXPECT_EQ(sum("2028-02-28", 1, Unit::calendar_days), "2028-02-29");
}

TEST(Calendar, CountsBusinessDaysStrictlyAfterTheStart) {
    EXPECT_EQ(sum("2026-11-06", 0, Unit::business_days), "2026-11-06");
    EXPECT_EQ(sum("2026-11-06", 1, Unit::business_days), "2026-11-09");  // Friday to Monday
    EXPECT_EQ(sum("2026-11-06", 3, Unit::business_days), "2026-11-11");
    EXPECT_EQ(sum("2026-11-06", 20, Unit::business_days), "2026-12-04");
    EXPECT_EQ(sum("2026-11-07", 1, Unit::business_days), "2026-11-09");  // from a Saturday
    EXPECT_EQ(sum("2026-11-08", 5, Unit::business_days), "2026-11-13");  // from a Sunday
}

TEST(Calendar, MonthsAndYearsKeepTheDayOrTakeTheMonthsLast) {
    EXPECT_EQ(sum("2026-01-31", 1, Unit::calendar_months), "2026-02-28");
    EXPECT_EQ(sum("2028-01-31", 1, Unit::calendar_months), "2028-02-29");
    EXPECT_EQ(sum("2026-12-15", 2, Unit::calendar_months), "2027-02-15");
    EXPECT_EQ(sum("2028-02-29", 1, Unit::calendar_years), "2029-02-28");
    EXPECT_EQ(sum("2028-02-29", 4, Unit::calendar_years), "2032-02-29");
    EXPECT_EQ(sum("2026-03-10", 2, Unit::calendar_years), "2028-03-10");
}

TEST(Calendar, RollsOnlyWhereAsked) {
    EXPECT_EQ(sum("2026-05-08", 1, Unit::calendar_days), "2026-05-09");  // a Saturday stays
    EXPECT_EQ(sum("2026-05-08", 1, Unit::calendar_days, Roll::following), "2026-05-11");
    EXPECT_EQ(sum("2026-05-08", 1, Unit::calendar_days, Roll::preceding), "2026-05-08");
    EXPECT_EQ(sum("2026-05-08", 3, Unit::calendar_days, Roll::following), "2026-05-11");
}

TEST(Calendar, HolidaysAreNotWorkingDays) {
    Calendar calendar = mon_fri();
    calendar.holidays = {day("2026-11-09")};
    EXPECT_EQ(sum("2026-11-06", 1, Unit::business_days, Roll::none, calendar), "2026-11-10");
    EXPECT_EQ(sum("2026-11-06", 3, Unit::calendar_days, Roll::following, calendar), "2026-11-10");
    EXPECT_EQ(is_business_day(calendar, day("2026-11-09")), false);
    EXPECT_EQ(is_business_day(calendar, day("2026-11-10")), true);
}

// Whole weeks are skipped at once where no holiday can fall in them; here every day is walked.
TEST(Calendar, CountsBusinessDaysAsOneWouldOneByOne) {
    Calendar plain = mon_fri();
    plain.covers_from = day("2026-01-03");
    plain.covers_to = day("2026-03-13");
    Calendar holidays = plain, one_a_week = plain, seven_a_week = plain, no_day = plain;
    holidays.holidays = {day("2026-01-12"), day("2026-01-13"), day("2026-02-16")};
    one_a_week.weekend = {true, true, true, false, true, true, true};
    seven_a_week.weekend.fill(false);
    no_day.weekend.fill(true);
    for (const Calendar& calendar : {plain, holidays, one_a_week, seven_a_week, no_day}) {
        int found = 0, outside = 0;
        for (Date start = day("2025-12-30"); start <= day("2026-03-14"); start += std::chrono::days{1}) {
            for (int count = 0; count < 60; ++count) {
                std::optional<Date> end = start;
                for (int left = count; left > 0 && end;) {
                    *end += std::chrono::days{1};
                    const auto working = is_business_day(calendar, *end);
                    if (!working) end.reset();
                    else if (*working) --left;
                }
                (end ? found : outside) += 1;
                ASSERT_EQ(add(start, count, Unit::business_days, calendar), end) << format_date(start) << " and " << count;
            }
        }
        EXPECT_GE(found, 75);
        EXPECT_GT(outside, 100);
    }
}

TEST(Calendar, SaysWhereItsKnowledgeEnds) {
    Calendar calendar = mon_fri();
    calendar.covers_from = day("2026-01-01");
    calendar.covers_to = day("2026-12-31");
    EXPECT_EQ(is_business_day(calendar, day("2027-01-01")), std::nullopt);
    EXPECT_EQ(is_business_day(calendar, day("2025-12-31")), std::nullopt);
    EXPECT_EQ(is_business_day(calendar, day("2026-01-01")), true);
    EXPECT_EQ(is_business_day(calendar, day("2026-12-31")), true);
    // A sum asks for the days behind its start, not for the start itself.
    EXPECT_EQ(sum("2025-12-31", 10, Unit::business_days, Roll::none, calendar), "2026-01-14");
    EXPECT_EQ(sum("2026-01-01", 10, Unit::business_days, Roll::none, calendar), "2026-01-15");
    EXPECT_EQ(sum("2025-12-30", 10, Unit::business_days, Roll::none, calendar), "none");
    EXPECT_EQ(sum("2026-12-17", 10, Unit::business_days, Roll::none, calendar), "2026-12-31");
    EXPECT_EQ(sum("2026-12-18", 10, Unit::business_days, Roll::none, calendar), "none");
    EXPECT_EQ(sum("2026-12-30", 5, Unit::business_days, Roll::none, calendar), "none");
    EXPECT_EQ(sum("2027-03-01", 0, Unit::calendar_days, Roll::following, calendar), "none");
    EXPECT_EQ(sum("2027-03-01", 1, Unit::calendar_days, Roll::none, calendar), "2027-03-02");  // needs no working day
}

// The day itself counts, and every year is met, however far off.
TEST(Calendar, MovesToTheFirstSuchDayOfAYear) {
    const Date pattern = *parse_date("1970-01-31");
    const auto moved = [&](const char* from) {
        Date day = *parse_date(from);
        return move_to_yearly(day, pattern) ? format_date(day) : std::string("none");
    };
    EXPECT_EQ(moved("1970-01-01"), "1970-01-31");
    EXPECT_EQ(moved("1970-01-31"), "1970-01-31");
    EXPECT_EQ(moved("1970-02-01"), "1971-01-31");
    EXPECT_EQ(moved("2024-02-29"), "2025-01-31");
    EXPECT_EQ(moved("2199-01-31"), "2199-01-31");
    EXPECT_EQ(moved("2199-02-01"), "none");
    for (Date day = *parse_date("1970-01-01"); day < *parse_date("2199-02-01"); day += std::chrono::days{1}) {
        Date found = day;
        ASSERT_TRUE(move_to_yearly(found, pattern));
        ASSERT_TRUE(found >= day && (found - day).count() < 366 && format_date(found).substr(4) == "-01-31") << format_date(day);
    }
}

TEST(Calendar, NeverLeavesItsRange) {
    EXPECT_EQ(sum("2199-12-30", 1, Unit::calendar_days), "2199-12-31");
    EXPECT_EQ(sum("2199-12-31", 0, Unit::calendar_days), "2199-12-31");
    EXPECT_EQ(sum("2199-12-31", 1, Unit::calendar_days), "none");
    EXPECT_EQ(sum("2199-12-31", 1, Unit::business_days), "none");
    EXPECT_EQ(sum("2199-12-01", 1, Unit::calendar_months), "none");
    EXPECT_EQ(sum("2026-01-01", 1'000'000'000'000, Unit::calendar_days), "none");
    EXPECT_EQ(sum("2026-01-01", 100'000, Unit::calendar_years), "none");
    EXPECT_EQ(sum("1977-02-01", 65'535, Unit::calendar_years), "none");  // 16-bit years come round
    EXPECT_EQ(sum("1970-01-01", 230, Unit::calendar_years), "none");
    EXPECT_EQ(sum("1970-01-01", 229, Unit::calendar_years), "2199-01-01");
    EXPECT_EQ(sum("1970-01-01", 2759, Unit::calendar_months), "2199-12-01");
    EXPECT_EQ(sum("1970-01-01", 2760, Unit::calendar_months), "none");
    EXPECT_EQ(sum("2026-01-01", -1, Unit::calendar_days), "none");
    EXPECT_EQ(add(first_date - std::chrono::days{1}, 5, Unit::calendar_days, mon_fri()), std::nullopt);
    EXPECT_EQ(add(last_date + std::chrono::days{1}, 0, Unit::calendar_days, mon_fri()), std::nullopt);
}

}  // namespace
}  // namespace returnable
