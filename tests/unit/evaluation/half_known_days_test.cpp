// Days of which one side is known and the other is not, and days past the last that the calendar has.
#include "invented_shop.h"

namespace returnable::test {
namespace {

json asked(const json& pack, const json& facts) { return entitlement(ask(pack, facts), "refund_on_return"); }

json granted() {
    json pack = shop();
    pack["rules"] = json::array({rule("condition", {{"slot", "condition"}, {"says", "yes"}}), rule("grounds", {{"slot", "grounds"}, {"says", "yes"}})});
    return pack;
}

// It opens at the earlier of two days: once one of them has come, the other no longer matters.
TEST(HalfKnownDays, WhatOpensAtTheEarlierOfTwoDaysIsOpenOnceOneHasCome) {
    json pack = granted();
    pack["rules"].push_back(rule("opens", {{"slot", "opens"}, {"by", {{"earlier_of", {"delivered_on", days_after("ordered_on", 10)}}}}}));
    EXPECT_EQ(asked(pack, {{"delivered_on", "2026-03-19"}})["status"], "allowed");
    EXPECT_EQ(asked(pack, {{"delivered_on", "2026-03-20"}})["status"], "allowed") << "from today";
    EXPECT_EQ(asked(pack, {{"ordered_on", "2026-03-10"}})["status"], "allowed");
    EXPECT_EQ(asked(pack, {{"ordered_on", "2026-03-11"}})["status"], "not_yet") << "of the days that are known";
    EXPECT_EQ(asked(pack, {{"ordered_on", "2026-03-11"}, {"delivered_on", "2026-03-20"}})["status"], "allowed");
    EXPECT_EQ(asked(pack, json::object())["status"], "conditional");
}

// And at the later of two: not before the one that is known.
TEST(HalfKnownDays, WhatOpensAtTheLaterOfTwoDaysIsShutUntilBothHaveCome) {
    json pack = granted();
    pack["rules"].push_back(rule("opens", {{"slot", "opens"}, {"by", {{"later_of", {"delivered_on", days_after("ordered_on", 10)}}}}}));
    EXPECT_EQ(asked(pack, {{"ordered_on", "2026-03-11"}})["status"], "not_yet");
    EXPECT_EQ(asked(pack, {{"ordered_on", "2026-03-10"}})["status"], "conditional") << "it may not have been delivered";
    EXPECT_EQ(asked(pack, {{"ordered_on", "2026-03-11"}, {"return_requested_on", "2026-03-20"}})["status"], "contested") << "asked all the same";
    EXPECT_EQ(asked(pack, {{"ordered_on", "2026-03-10"}, {"delivered_on", "2026-03-20"}})["status"], "allowed");
}

TEST(HalfKnownDays, AStepWithOneSideSaysThatSide) {
    json pack = granted();
    pack["rules"].push_back(rule("back", {{"slot", "ship_back"}, {"by", {{"later_of", {days_after("received_on", 20), days_after("ordered_on", 30)}}}}}));
    const json step = asked(pack, {{"received_on", "2026-03-10"}})["steps"][0];
    EXPECT_EQ(step["act_by"], json::parse(R"({"safe":"2026-03-30","last":null})"));
    pack["rules"][2]["by"] = {{"earlier_of", {days_after("received_on", 20), days_after("ordered_on", 30)}}};
    EXPECT_EQ(asked(pack, {{"received_on", "2026-03-10"}})["steps"][0]["act_by"], json::parse(R"({"safe":"2026-03-30","last":"2026-03-30"})"));
    EXPECT_EQ(asked(pack, json::object())["steps"][0]["act_by"], nullptr);
}

// A day past 2199 is no day, and is said to be none.
TEST(HalfKnownDays, ADayPastTheCalendarIsNone) {
    json pack = granted();
    pack["rules"].push_back(rule("window", {{"slot", "window"}, {"by", days_after("extension_until", 10)}}));
    const json in = asked(pack, {{"extension_until", "2199-12-21"}});
    EXPECT_EQ(in["act_by"], json::parse(R"({"safe":"2199-12-31","last":"2199-12-31"})"));
    EXPECT_EQ(in["status"], "allowed");
    const json out = asked(pack, {{"extension_until", "2199-12-22"}});
    EXPECT_EQ(out["act_by"], nullptr);
    EXPECT_EQ(out["problems"], json::array({"outside_calendar"}));
    EXPECT_EQ(out["status"], "conditional");
    pack["rules"][2]["by"] = {{"after", "extension_until"}, {"least", 5}, {"most", 10}, {"unit", "calendar_days"}};
    EXPECT_EQ(asked(pack, {{"extension_until", "2199-12-22"}})["act_by"], json::parse(R"({"safe":"2199-12-27","last":null})"));
}

}  // namespace
}  // namespace returnable::test
